import { useState, type ReactNode } from 'react';
import { Button, Radio, RadioGroup, makeStyles, tokens, Field } from '@fluentui/react-components';
import type { MergeConflict, Side } from '#core/returns/merge.ts';
import { ok } from '#core/result.ts';
import { applyMerge } from '#flows/merge-with-server.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';
import { placeWords, valueWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import type { PendingMerge } from './pending-merge.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
});

const idOf = ({ row, field }: { row: string; field: string }): string => JSON.stringify([row, field]);

const allOn = (side: Side, { merge }: PendingMerge): Readonly<Record<string, Side>> =>
  Object.fromEntries(merge.conflicts.map((cell) => [idOf(cell), side]));

/**
 * Two workbooks of one return: what the other one changed, and the cells that both changed, each with both values. The
 * person keeps hers, takes theirs, or chooses cell by cell. The sheet changes when she confirms; nothing is sent.
 */
export const ConflictScreen = (props: {
  pending: PendingMerge;
  /** For somebody who only reads: the school’s answers are the ones to take. */
  reading?: boolean;
  onDone: (applied: boolean) => void;
}): ReactNode => {
  const { merge, latest } = props.pending;
  const { conflicts, taken } = merge;
  const { desk, dispatch } = usePane();
  const { open, refresh } = useReturnAtHand();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>(() =>
    props.reading === true ? allOn('theirs', props.pending) : {},
  );
  const [pressed, setPressed] = useState(false);
  const chooseAll = (side: Side): void => setChoices(allOn(side, props.pending));
  const undecided = conflicts.filter((cell) => choices[idOf(cell)] === undefined);
  const apply = useAction(async () => {
    const applied = await applyMerge(desk, open, merge, (cell) => choices[idOf(cell)], latest.revision);
    if (!applied.ok) return applied;
    await refresh();
    dispatch({ kind: 'merged' });
    props.onDone(true);
    return ok(undefined);
  });
  return (
    <>
      <ScreenHeading part>
        {props.reading === true ? `What is new in revision ${latest.revision}` : 'Two workbooks of one return'}
      </ScreenHeading>
      <Plain>
        {`${latest.by} submitted revision ${latest.revision} on ${moment(latest.at)}, from another workbook. Look at what differs. Nothing is sent from here.`}
      </Plain>
      {taken.length === 0 ? null : <Taken taken={taken} />}
      {conflicts.length === 0 ? (
        <Plain>
          {open.round.detail === 'tally'
            ? 'Only tallies of this round leave the school, so the two workbooks cannot be compared here. If this one holds all that is to count, put together and submit; if the other one does, leave it.'
            : 'No cell was changed in both, so there is nothing to choose.'}
        </Plain>
      ) : (
        <Panel title={`Changed in both (${conflicts.length})`} accent>
          <Quiet>Choose for all cells at once, or one by one.</Quiet>
          <Row>
            <Button size="small" onClick={() => chooseAll('mine')}>
              Keep all of mine
            </Button>
            <Button size="small" onClick={() => chooseAll('theirs')}>
              Take all of theirs
            </Button>
          </Row>
          {conflicts.map((cell) => (
            <Choice
              key={idOf(cell)}
              cell={cell}
              by={latest.by}
              at={latest.at}
              chosen={choices[idOf(cell)]}
              missing={pressed && choices[idOf(cell)] === undefined}
              onChoose={(side) => setChoices({ ...choices, [idOf(cell)]: side })}
            />
          ))}
        </Panel>
      )}
      <Outcome note={apply.note} onDismiss={apply.clear} />
      {pressed && undecided.length > 0 ? (
        <Outcome
          note={{
            intent: 'error',
            title: `${count(undecided.length, 'cell is', 'cells are')} not decided yet.`,
            todo: 'Choose a value for each, or one side for all.',
          }}
        />
      ) : null}
      <Row>
        <ActionButton
          primary
          busy={apply.busy}
          busyText="Putting together…"
          onClick={() => {
            setPressed(true);
            if (undecided.length === 0) void apply.run();
          }}
        >
          {props.reading === true ? 'Bring into this workbook' : 'Put together'}
        </ActionButton>
        <Button onClick={() => props.onDone(false)}>Not now</Button>
      </Row>
    </>
  );
};

const Taken = (props: { taken: PendingMerge['merge']['taken'] }): ReactNode => {
  const styles = useStyles();
  const { open } = useReturnAtHand();
  return (
    <Panel title={`Changed only in the other workbook (${props.taken.length})`}>
      <Quiet>These come into your sheet; you have not touched them.</Quiet>
      <ul className={styles.list}>
        {props.taken.map((cell) => (
          <li key={idOf(cell)} className={styles.item}>
            <strong>{placeWords(open.instrument, cell.row, cell.field)}</strong>
            <Quiet>{`Here now: ${valueWords(cell.was)}`}</Quiet>
            <Plain>{`Will be: ${valueWords(cell.now)}`}</Plain>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Choice = (props: {
  cell: MergeConflict;
  by: string;
  at: string;
  chosen: Side | undefined;
  missing: boolean;
  onChoose: (side: Side) => void;
}): ReactNode => {
  const { open } = useReturnAtHand();
  const { cell, missing } = props;
  return (
    <Field
      label={placeWords(open.instrument, cell.row, cell.field)}
      {...(missing ? { validationState: 'error' as const, validationMessage: 'Choose one.' } : {})}
    >
      <RadioGroup value={props.chosen ?? ''} onChange={(_event, { value }) => props.onChoose(value as Side)}>
        <Radio value="mine" label={`Mine, in this workbook: ${valueWords(cell.mine)}`} />
        <Radio value="theirs" label={`${props.by}, ${moment(props.at)}: ${valueWords(cell.theirs)}`} />
      </RadioGroup>
      <Quiet>{`Before both: ${valueWords(cell.base)}`}</Quiet>
    </Field>
  );
};
