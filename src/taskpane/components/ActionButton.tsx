import type { ReactElement, ReactNode } from 'react';
import { Button, Spinner } from '@fluentui/react-components';

/**
 * A button that does something which takes time. While it is at it, it says so, keeps the focus and does nothing more.
 */
export const ActionButton = (props: {
  children: string;
  /** What it says while at it: "Submitting…". */
  busyText: string;
  busy: boolean;
  onClick?: () => void;
  /** Sends the form it stands in. */
  submit?: boolean;
  primary?: boolean;
  subtle?: boolean;
  small?: boolean;
  icon?: ReactElement;
  label?: string;
}): ReactNode => (
  <Button
    appearance={props.primary === true ? 'primary' : props.subtle === true ? 'subtle' : 'secondary'}
    size={props.small === true ? 'small' : 'medium'}
    icon={props.busy ? <Spinner size="extra-tiny" aria-hidden /> : (props.icon ?? null)}
    disabledFocusable={props.busy}
    type={props.submit === true ? 'submit' : 'button'}
    {...(props.onClick ? { onClick: props.onClick } : {})}
    {...(props.label === undefined || props.busy ? {} : { 'aria-label': props.label })}
  >
    {props.busy ? props.busyText : props.children}
  </Button>
);
