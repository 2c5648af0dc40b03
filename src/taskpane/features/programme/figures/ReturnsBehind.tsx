import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { readReturnsBehind, type FigureBehind, type ReturnBehind } from '#flows/returns-behind.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { FigurePlace } from '../../../../api/programme-api.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { ListRow } from '../../../components/ListRow.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { saveCsv } from '../../../components/save-file.ts';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { asItStood } from '../../../messages/as-at-words.ts';
import { savedNote } from '../../../messages/export-words.ts';
import { behindWords, figureWords, placeOfFigure } from '../../../messages/figure-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { HistoryOfOwner } from '../history/HistoryOfOwner.tsx';

interface FigureThen {
  round: WireRound;
  place: FigurePlace;
  /** The day in the past that is told of; `undefined` is now. */
  asAt: string | undefined;
}

/** A figure, what it is worked out of, and the returns behind it, each with its part; a line opens the return's history. */
export const ReturnsBehind = (props: FigureThen): ReactNode => {
  const { round, place, asAt } = props;
  const { desk } = usePane();
  const [opened, setOpened] = useState<ReturnBehind>();
  const loaded = useLoaded<FigureBehind>(
    useCallback(
      (part) => readReturnsBehind(desk, roundId(round.id), place, part, asAt),
      [desk, round.id, place, asAt],
    ),
  );
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the returns behind it…">
      {(figure) => (
        <ListAndDetail
          back="Back to the returns behind it"
          onBack={() => setOpened(undefined)}
          detail={opened ? <HistoryOfOwner round={round} owner={opened.owner} asAt={asAt} /> : undefined}
          list={<Behind {...props} figure={figure} onOpen={setOpened} />}
        />
      )}
    </LoadedPart>
  );
};

const byName = (returns: readonly ReturnBehind[]): readonly ReturnBehind[] =>
  [...returns].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));

const Behind = (
  props: FigureThen & {
    figure: FigureBehind;
    onOpen: (one: ReturnBehind) => void;
  },
): ReactNode => {
  const { round, place, asAt, figure, onOpen } = props;
  const { behind, unit } = figure;
  const returns = useMemo(() => byName(figure.returns), [figure.returns]);
  const { desk } = usePane();
  const save = useAction(async () => {
    const of = { table: 'behind', 'as-at': asAt, ...place } as const;
    const made = fromApi(await desk.api.programme.exportRound(roundId(round.id), of));
    if (!made.ok) return made;
    const { measure, line, column } = place;
    const name =
      [round.id, 'behind', measure, line, column, ...(asAt === undefined ? [] : [asAt])].join('-') + '.csv';
    saveCsv(name, made.value);
    return ok(savedNote(name));
  });
  return (
    <>
      <ScreenHeading part>{figure.title}</ScreenHeading>
      {asAt === undefined ? null : <Plain>{`${asItStood(asAt)}.`}</Plain>}
      <Panel label="The figure" accent>
        <Plain>{`${placeOfFigure(figure)}: ${figureWords(figure)}`}</Plain>
        <Plain>{behindWords(behind)}</Plain>
        {behind === 0 ? null : (
          <Row>
            <ActionButton busy={save.busy} busyText="Gathering…" onClick={() => void save.run()}>
              Save this list as a file
            </ActionButton>
          </Row>
        )}
        <Outcome note={save.note} onDismiss={save.clear} />
      </Panel>
      {behind === 0 ? null : (
        <Panel title="Returns behind it">
          <WindowedList label="Returns behind it" items={returns} keyOf={({ owner }) => owner} total={behind}>
            {(one) => (
              <ListRow
                name={one.name}
                detail={`${figureWords({ unit, ...one })} · revision ${one.revision}`}
                onOpen={() => onOpen(one)}
              />
            )}
          </WindowedList>
        </Panel>
      )}
    </>
  );
};
