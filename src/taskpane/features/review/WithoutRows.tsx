import type { ReactNode } from 'react';
import { Facts } from '../../components/Facts.tsx';
import { Message } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { moment } from '#core/words/date-words.ts';
import { ruleWords } from '../../messages/rule-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** What a reader gets of a return whose rows never left the school, or are purged, and what she cannot do there. */
export const WithoutRows = (): ReactNode => {
  const { open, standing } = useReturnAtHand();
  const { latest, round } = standing?.answer ?? {};
  if (!latest) return null;
  const { tallied, receipt } = latest;
  if (round?.purged !== undefined) {
    return (
      <Message intent="info" title="What was collected about pupils is purged.">
        {`That was done on ${moment(round.purged)}. The sheets here are empty; the receipt, and what all returns add up to, are kept.`}
      </Message>
    );
  }
  const { many } = open.instrument.rows.noun;
  return (
    <>
      <Message intent="info" title="Only tallies of this round leave the school.">
        {`What the ${many} answered stays there, so the sheets here are empty. You cannot ask about an answer, compare revisions or check again. What you see below is what the school sent; ask it directly when something looks wrong.`}
      </Message>
      {tallied === undefined ? null : (
        <>
          <Facts
            facts={[
              [`With answers`, tallied.counts.rowsAnswered],
              ['Cells filled', tallied.counts.cells],
              ['Warnings explained', tallied.issues.warnings],
            ]}
          />
          <Quiet>{`${receipt.by} submitted it on ${moment(receipt.at)}.`}</Quiet>
          {tallied.explanations.length === 0 ? null : (
            <More summary={`Explained by the school (${tallied.explanations.length})`}>
              {tallied.explanations.map(({ field, rule, text }, at) => (
                <div key={`${field} ${rule} ${String(at)}`}>
                  <Plain>{`${labelOf(open.instrument, field)}: ${text}`}</Plain>
                  <Quiet>{ruleWords(open.instrument, rule, round ?? open.round)}</Quiet>
                </div>
              ))}
            </More>
          )}
        </>
      )}
    </>
  );
};

const labelOf = (
  {
    fields,
    once = [],
  }: { fields: readonly { id: string; label: string }[]; once?: readonly { id: string; label: string }[] },
  field: string,
): string => [...once, ...fields].find(({ id }) => id === field)?.label ?? field;
