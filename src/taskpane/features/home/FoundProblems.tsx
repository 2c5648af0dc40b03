import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Message } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { list } from '#core/words/count-words.ts';
import type { FoundReturns } from '#flows/find-returns.ts';

/** Sheets of this workbook that cannot be worked with as they are: two copies of one return, or a damaged code. */
export const FoundProblems = (props: { found: FoundReturns }): ReactNode => {
  const { desk } = usePane();
  const show = (sheet: string): void => void desk.workbook.show(sheet);
  return (
    <>
      {props.found.copies.map(({ owner, round, sheets }) => (
        <Message
          key={`${owner}/${round}`}
          intent="warning"
          title={`${list(sheets.map(({ name }) => `“${name}”`))} are the same return.`}
        >
          A return counts once in a workbook. Look at each sheet, delete the ones you do not want to keep, then open
          the return from the list.
          <Row>
            {sheets.map(({ id, name }) => (
              <Button key={id} size="small" onClick={() => show(id)}>
                {`Show ${name}`}
              </Button>
            ))}
          </Row>
        </Message>
      ))}
      {props.found.damaged.map(({ sheet, name, found }) => (
        <Message key={sheet} intent="warning" title={`The code of the sheet “${name}” cannot be read.`}>
          It reads “{found}”. Press Undo in Excel until it is as it was, so that the sheet is known again.
          <Row>
            <Button size="small" onClick={() => show(sheet)}>
              {`Show ${name}`}
            </Button>
          </Row>
        </Message>
      ))}
    </>
  );
};
