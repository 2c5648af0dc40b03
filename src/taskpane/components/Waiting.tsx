import type { ReactNode } from 'react';
import { Spinner } from '@fluentui/react-components';

/** Something is being fetched; `children` says what. */
export const Waiting = (props: { children: string }): ReactNode => (
  <Spinner size="tiny" label={props.children} style={{ justifyContent: 'flex-start' }} />
);
