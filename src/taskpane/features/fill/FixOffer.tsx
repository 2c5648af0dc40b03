import type { ReactNode } from 'react';
import type { Issue } from '#core/rules/issue.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { fromToWords } from '../../messages/fix-words.ts';
import { placeWords } from '../../messages/place-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import type { Fixes } from './use-fixes.ts';

/** "Change “Yr7” to “7”?" and the button that does it; nothing where nothing can be suggested. */
export const FixOffer = (props: { issue: Issue; fixes: Fixes }): ReactNode => {
  const { issue, fixes } = props;
  const { instrument } = useReturnAtHand().open;
  const fix = fixes.fixOf(issue);
  if (fix === undefined) return null;
  const { row, field, value: before } = issue;
  const words = fromToWords(before, fix);
  return (
    <>
      <Plain>{`Change ${words}?`}</Plain>
      <Row>
        <ActionButton
          small
          label={`Change it: ${placeWords(instrument, row, field)}`}
          busy={fixes.change.busy}
          busyText="Changing…"
          onClick={() => void fixes.change.run(`changed ${words}`, [{ row, field, before, after: fix.value }])}
        >
          Change it
        </ActionButton>
      </Row>
    </>
  );
};
