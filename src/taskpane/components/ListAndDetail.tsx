import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { Row } from './Row.tsx';

/**
 * A list and, in its place, what was opened of it. The list stays behind: going back she finds it as she left it, at the
 * same place, with the focus on the line that she had opened.
 */
export const ListAndDetail = (props: {
  list: ReactNode;
  /** `undefined` while the list is looked at. It brings a heading that takes the focus. */
  detail: ReactNode | undefined;
  back: string;
  onBack: () => void;
}): ReactNode => {
  const opened = props.detail !== undefined;
  const left = useRef<{ readonly at: number; readonly line: Element | null }>();
  const keepPlace = (): void => {
    left.current = { at: window.scrollY, line: document.activeElement };
  };
  useEffect(() => {
    if (opened) window.scrollTo(0, 0);
    else if (left.current) {
      window.scrollTo(0, left.current.at);
      const { line } = left.current;
      if (line instanceof HTMLElement && line.isConnected) line.focus({ preventScroll: true });
      left.current = undefined;
    }
  }, [opened]);
  return (
    <>
      {opened ? (
        <>
          <Row>
            <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={props.onBack}>
              {props.back}
            </Button>
          </Row>
          {props.detail}
        </>
      ) : null}
      <div hidden={opened} onClickCapture={keepPlace} style={opened ? undefined : { display: 'contents' }}>
        {props.list}
      </div>
    </>
  );
};
