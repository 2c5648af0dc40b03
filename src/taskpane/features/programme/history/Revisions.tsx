import { useState, type ReactNode } from 'react';
import { ownerId, roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { ChaseLine } from '#flows/chase-list.ts';
import { fromApi } from '#flows/flow-result.ts';
import { knowInstrument } from '#flows/know-instrument.ts';
import type { DifferencesAnswer, WireRevisionHead } from '#wire/moves.ts';
import type { WireRound } from '#wire/shapes.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { More } from '../../../components/More.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Row } from '../../../components/Row.tsx';
import { heldWords } from '../../../messages/history-words.ts';
import { moment } from '#core/words/date-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { ChangedCells } from './ChangedCells.tsx';

type Shown = DifferencesAnswer & { readonly instrument: Instrument };

/** The revisions of a return with their receipts, and the cells in which two of them differ. */
export const Revisions = (props: {
  round: WireRound;
  line: ChaseLine;
  revisions: readonly WireRevisionHead[];
}): ReactNode => {
  const { round, line, revisions } = props;
  const { desk } = usePane();
  const last = revisions.at(-1)?.number ?? 1;
  const [from, setFrom] = useState(Math.max(1, last - 1));
  const [to, setTo] = useState(last);
  const [shown, setShown] = useState<Shown>();
  const compare = useAction(async () => {
    const instrument = await knowInstrument(desk, round.instrument);
    if (!instrument.ok) return instrument;
    const place = [roundId(round.id), ownerId(line.owner)] as const;
    const answer = fromApi(await desk.api.programme.differences(...place, from, to));
    if (!answer.ok) return answer;
    setShown({ ...answer.value, instrument: instrument.value });
    return ok(undefined);
  });
  const choice = (label: string, value: number, set: (number: number) => void) => (
    <ChoiceField
      label={label}
      options={revisions.map(({ number, receipt }) => ({
        ...{ value: String(number), label: `Revision ${number}, ${moment(receipt.at)}` },
      }))}
      chosen={String(value)}
      onChoose={(chosen) => set(Number(chosen))}
    />
  );
  return (
    <Panel title="Revisions">
      {[...revisions].reverse().map((revision) => (
        <More key={revision.number} summary={`Revision ${revision.number}, ${moment(revision.receipt.at)}`}>
          <Facts
            facts={[
              ['Submitted by', revision.receipt.by],
              ['Receipt', revision.receipt.number],
              ['Held', heldWords(revision)],
              ...(revision.lateReason === undefined ? [] : [['Late, because', revision.lateReason] as const]),
              ['Based on', revision.basedOn === 0 ? 'nothing before it' : `revision ${revision.basedOn}`],
              ['Add-in', revision.addIn],
            ]}
          />
        </More>
      ))}
      {revisions.length < 2 ? null : (
        <>
          {choice('What changed from', from, setFrom)}
          {choice('to', to, setTo)}
          <Row>
            <ActionButton busy={compare.busy} busyText="Comparing…" onClick={() => void compare.run()}>
              Show what changed
            </ActionButton>
          </Row>
          <Outcome note={compare.note} onDismiss={compare.clear} />
          {shown ? <ChangedCells shown={shown} /> : null}
        </>
      )}
    </Panel>
  );
};
