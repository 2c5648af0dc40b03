import type { ReactNode } from 'react';
import { tokens } from '@fluentui/react-components';
import { count } from '#core/words/count-words.ts';
import { fromToWords } from '../messages/fix-words.ts';
import type { ShownChange } from '../state/wished-changes.ts';
import { More } from './More.tsx';

/** As many lines as are seen at once; the others are a press away, and there before anything is done. */
const atOnce = 5;

/** What would be changed, each change once with the number of its cells. */
export const ChangeList = (props: { changes: readonly ShownChange[] }): ReactNode => {
  const [first, rest] = [props.changes.slice(0, atOnce), props.changes.slice(atOnce)];
  return (
    <>
      <Lines changes={first} />
      {rest.length === 0 ? null : (
        <More summary={`Show ${count(rest.length, 'more change')}`}>
          <Lines changes={rest} />
        </More>
      )}
    </>
  );
};

const Lines = (props: { changes: readonly ShownChange[] }): ReactNode => (
  <ul style={{ margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' }}>
    {props.changes.map(({ before, fix, cells }) => (
      <li key={JSON.stringify([before, fix])} style={{ whiteSpace: 'pre-wrap' }}>
        {`${fromToWords(before, fix)}, ${count(cells.length, 'cell')}`}
      </li>
    ))}
  </ul>
);
