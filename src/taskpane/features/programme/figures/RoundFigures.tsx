import { useCallback, useState, type ReactNode } from 'react';
import { roundId } from '#core/ids.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { FiguresAnswer } from '#wire/figures.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { FigurePlace } from '../../../../api/programme-api.ts';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { countedWords } from '../../../messages/figure-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { FigureGrid } from './FigureGrid.tsx';
import { ReturnsBehind } from './ReturnsBehind.tsx';

/** The tables of a round, chosen in `children`, one at a time; each number opens the returns behind it. */
export const RoundFigures = (props: { round: WireRound; children: ReactNode }): ReactNode => {
  const { round } = props;
  const { desk } = usePane();
  const [opened, setOpened] = useState<FigurePlace>();
  const loaded = useLoaded(
    useCallback(async () => fromApi(await desk.api.programme.figures(roundId(round.id))), [desk, round.id]),
  );
  return (
    <>
      {opened ? null : props.children}
      <LoadedPart loaded={loaded} waiting="Adding up…">
        {(figures) =>
          figures.returns === 0 ? (
            <Panel title="Nothing is accepted yet" accent>
              <Plain>
                Figures are worked out of accepted returns. Once the first is accepted, you see here what all come to.
              </Plain>
            </Panel>
          ) : (
            <ListAndDetail
              back="Back to the table"
              onBack={() => setOpened(undefined)}
              detail={opened ? <ReturnsBehind round={round} place={opened} /> : undefined}
              list={<Tables figures={figures} onOpen={setOpened} />}
            />
          )
        }
      </LoadedPart>
    </>
  );
};

const Tables = (props: { figures: FiguresAnswer; onOpen: (place: FigurePlace) => void }): ReactNode => {
  const { figures, onOpen } = props;
  const { tables } = figures;
  const [chosen, setChosen] = useState(tables[0]?.measure);
  const table = tables.find(({ measure }) => measure === chosen) ?? tables[0];
  if (!table) return <Plain>This round asks for nothing that is counted.</Plain>;
  return (
    <>
      <ChoiceField
        label="Table"
        options={tables.map(({ measure, title }) => ({ value: measure, label: title }))}
        chosen={table.measure}
        onChoose={setChosen}
      />
      <Quiet>{countedWords(figures)}</Quiet>
      <Panel title={table.title}>
        <Quiet>Press a number to see which returns are behind it.</Quiet>
        <FigureGrid key={table.measure} table={table} onOpen={onOpen} />
      </Panel>
    </>
  );
};
