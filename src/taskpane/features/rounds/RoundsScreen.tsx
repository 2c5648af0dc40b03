import type { ReactNode } from 'react';
import type { WirePerson } from '#wire/shapes.ts';
import { Plain } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { FoundProblems } from '../home/FoundProblems.tsx';
import type { Home } from '../home/use-home.ts';
import { OwnReturns, ownRounds } from './OwnReturns.tsx';

/** A school's first screen: its returns, and sheets of the workbook that cannot be worked with as they are. */
export const RoundsScreen = (props: { home: Home; person: WirePerson }): ReactNode => {
  const { home, person } = props;
  const { desk } = usePane();
  return (
    <>
      <ScreenHeading>Your returns</ScreenHeading>
      <FoundProblems found={home.found} />
      {ownRounds(home, person, desk.instruments).length === 0 ? (
        <Plain>No round is open for your school just now. The project team will write to you when one is.</Plain>
      ) : null}
      <OwnReturns home={home} person={person} />
    </>
  );
};
