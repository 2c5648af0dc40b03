import { useCallback, type ReactNode } from 'react';
import { roundId } from '#core/ids.ts';
import { fromApi } from '#flows/flow-result.ts';
import { knowsEachReturn } from '#flows/round-of.ts';
import type { FiguresAnswer } from '#wire/figures.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { FigurePlace } from '../../../../api/programme-api.ts';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { noFiguresThen } from '../../../messages/as-at-words.ts';
import { countedWords } from '../../../messages/figure-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { FigureGrid } from './FigureGrid.tsx';
import { ReturnsBehind } from './ReturnsBehind.tsx';

interface ChosenTable {
  /** The measure whose table is looked at; the first one where it is not, or where the round has none such. */
  table: string | undefined;
  onTable: (measure: string) => void;
}

/** The tables of a round, now or as at a day in the past, one at a time; each number opens the returns behind it. */
export const FiguresOf = (
  props: {
    round: WireRound;
    asAt: string | undefined;
    opened: FigurePlace | undefined;
    onOpen: (place: FigurePlace | undefined) => void;
  } & ChosenTable,
): ReactNode => {
  const { round, asAt, opened, onOpen } = props;
  const { desk } = usePane();
  const loaded = useLoaded(
    useCallback(
      async () => fromApi(await desk.api.programme.figures(roundId(round.id), { 'as-at': asAt })),
      [desk, round.id, asAt],
    ),
  );
  return (
    <LoadedPart loaded={loaded} waiting="Adding up…">
      {(figures) =>
        figures.returns + figures.leftOut === 0 ? (
          <NoFigures round={round} asAt={asAt} />
        ) : (
          <ListAndDetail
            back="Back to the table"
            onBack={() => onOpen(undefined)}
            detail={opened ? <ReturnsBehind round={round} place={opened} asAt={asAt} /> : undefined}
            list={
              <Tables
                figures={figures}
                table={props.table}
                onTable={props.onTable}
                onOpen={knowsEachReturn(round) ? onOpen : undefined}
              />
            }
          />
        )
      }
    </LoadedPart>
  );
};

const nothingYet = {
  title: 'Nothing is accepted yet',
  todo: 'Figures are worked out of accepted returns. Once the first is accepted, you see here what all come to.',
};

const NoFigures = ({ round, asAt }: { round: WireRound; asAt: string | undefined }): ReactNode => {
  const { title, todo } = asAt === undefined ? nothingYet : noFiguresThen(round, asAt);
  return (
    <Panel title={title} accent>
      <Plain>{todo}</Plain>
    </Panel>
  );
};

const Tables = (
  props: { figures: FiguresAnswer; onOpen: ((place: FigurePlace) => void) | undefined } & ChosenTable,
): ReactNode => {
  const { figures, onOpen } = props;
  const { tables } = figures;
  const table = tables.find(({ measure }) => measure === props.table) ?? tables[0];
  if (!table) return <Plain>This round asks for nothing that is counted.</Plain>;
  return (
    <>
      <ChoiceField
        label="Table"
        options={tables.map(({ measure, title }) => ({ value: measure, label: title }))}
        chosen={table.measure}
        onChoose={props.onTable}
      />
      <Quiet>{countedWords(figures)}</Quiet>
      <Panel title={table.title}>
        <Quiet>{onOpen ? 'Press a number to see which returns are behind it.' : behindUnknown}</Quiet>
        <FigureGrid key={table.measure} table={table} onOpen={onOpen} />
      </Panel>
    </>
  );
};

const behindUnknown =
  'Which returns are behind a number is not known any more: of this round only what all add up to was kept.';
