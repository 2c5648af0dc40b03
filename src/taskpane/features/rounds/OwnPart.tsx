import type { ReactNode } from 'react';
import type { WirePerson } from '#wire/shapes.ts';
import { PartHeading } from '../../components/PartHeading.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import type { Home } from '../home/use-home.ts';
import { OwnReturns, ownRounds } from './OwnReturns.tsx';

/** The returns of somebody who mostly reads those of others, below them; nothing where she has none. */
export const OwnPart = (props: { title: string; home: Home; person: WirePerson }): ReactNode => {
  const { title, home, person } = props;
  const { desk } = usePane();
  if (ownRounds(home, person, desk.instruments).length === 0) return null;
  return (
    <>
      <PartHeading>{title}</PartHeading>
      <OwnReturns home={home} person={person} />
    </>
  );
};
