import type { ReactNode } from 'react';
import type { WirePerson } from '#wire/shapes.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { ConsolidateScreen } from '../consolidate/ConsolidateScreen.tsx';
import { ReturnsScreen } from '../review/ReturnsScreen.tsx';
import { RoundsScreen } from '../rounds/RoundsScreen.tsx';
import { useHome, type Home } from './use-home.ts';

/** The first screen after signing in; what it is depends on who is signed in. */
export const HomeScreen = (props: { person: WirePerson }): ReactNode => {
  const { home, failure, busy, reload } = useHome();
  return (
    <>
      <FailureMessage failure={failure} again="Try again" onAgain={reload} />
      {home ? <HomeOf home={home} person={props.person} /> : <Opening busy={busy} />}
    </>
  );
};

const HomeOf = (props: { home: Home; person: WirePerson }): ReactNode => {
  switch (props.person.role) {
    case 'school':
      return <RoundsScreen home={props.home} person={props.person} />;
    case 'mentor':
      return <ReturnsScreen home={props.home} person={props.person} />;
    case 'project-team':
      return <ConsolidateScreen home={props.home} person={props.person} />;
  }
};

const Opening = (props: { busy: boolean }): ReactNode => (
  <>
    <ScreenHeading>Welcome</ScreenHeading>
    {props.busy ? <Waiting>Looking up your returns…</Waiting> : null}
  </>
);
