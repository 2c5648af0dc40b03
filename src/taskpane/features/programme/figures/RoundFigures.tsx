import { useState, type ReactNode } from 'react';
import type { WireRound } from '#wire/shapes.ts';
import type { FigurePlace } from '../../../../api/programme-api.ts';
import { NowOrThen } from '../../../components/NowOrThen.tsx';
import { FiguresOf } from './FiguresOf.tsx';

/** What a round, chosen in `children`, comes to, or came to on a day in the past; from there a button leads back to now. */
export const RoundFigures = (props: { round: WireRound; children: ReactNode }): ReactNode => {
  const [opened, setOpened] = useState<FigurePlace>();
  const [asAt, setAsAt] = useState<string>();
  const [table, setTable] = useState<string>();
  return (
    <>
      {opened ? null : (
        <>
          {props.children}
          <NowOrThen asAt={asAt} onDay={setAsAt} />
        </>
      )}
      <FiguresOf
        key={asAt ?? 'now'}
        round={props.round}
        asAt={asAt}
        table={table}
        onTable={setTable}
        opened={opened}
        onOpen={setOpened}
      />
    </>
  );
};
