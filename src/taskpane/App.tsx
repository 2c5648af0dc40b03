import { useEffect, useState, type ReactNode } from 'react';
import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { Desk } from '#flows/desk.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { FocusKept } from './components/FocusKept.tsx';
import { Header } from './components/Header.tsx';
import { LiveRegion } from './components/LiveRegion.tsx';
import { Outcome } from './components/Message.tsx';
import { HomeScreen } from './features/home/HomeScreen.tsx';
import { ProgrammeScreen } from './features/programme/ProgrammeScreen.tsx';
import { ReturnScreen } from './features/return/ReturnScreen.tsx';
import { SessionEnded } from './features/sign-in/SessionEnded.tsx';
import { SignInScreen } from './features/sign-in/SignInScreen.tsx';
import { OutboxBanner } from './features/submit/OutboxBanner.tsx';
import type { WirePerson } from '#wire/shapes.ts';
import type { Note } from './messages/words.ts';
import type { Place } from './state/pane-state.ts';
import { PaneProvider, usePane } from './state/PaneContext.tsx';
import type { Ribbon } from './state/ribbon.ts';
import { useRibbon } from './state/use-ribbon.ts';
import { useTheme } from './theme/use-theme.ts';

const usePageStyles = makeStaticStyles({
  // WebView2 hides scroll bars that come and go; one that always stands keeps the layout still.
  body: { margin: '0', overflowY: 'scroll', overflowX: 'hidden' },
});

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: '560px',
    boxSizing: 'border-box',
  },
});

/** The whole task pane. What it works with is handed in; it knows no concrete workbook and no concrete server. */
export const App = (props: { desk: Desk; ribbon?: Ribbon }): ReactNode => {
  usePageStyles();
  const styles = useStyles();
  const theme = useTheme();
  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <PaneProvider desk={props.desk} {...(props.ribbon ? { ribbon: props.ribbon } : {})}>
        <LiveRegion />
        <Header />
        <FocusKept className={styles.main}>
          <ErrorBoundary>
            <Screen />
          </ErrorBoundary>
        </FocusKept>
      </PaneProvider>
    </FluentProvider>
  );
};

const openFirst: Note = {
  intent: 'info',
  title: 'No return is open.',
  todo: 'Open a return here first; then the buttons of the ribbon work on it.',
};

const Screen = (): ReactNode => {
  const { state, dispatch } = usePane();
  const { person, place, sessionEnded } = state;
  const [unserved, setUnserved] = useState(false);
  const sayOpenFirst = async (): Promise<void> => {
    setUnserved(true);
    dispatch({ kind: 'said', text: `${openFirst.title} ${openFirst.todo}` });
  };
  // What a return's own screen does for the ribbon goes before this.
  useRibbon({
    home: async () => dispatch({ kind: 'went-home' }),
    check: sayOpenFirst,
    'next-issue': sayOpenFirst,
    submit: sayOpenFirst,
  });
  useEffect(() => setUnserved(false), [state.moves]);
  if (!person) return <SignInScreen />;
  return (
    <>
      {sessionEnded ? <SessionEnded /> : null}
      <OutboxBanner />
      {unserved ? <Outcome note={openFirst} onDismiss={() => setUnserved(false)} /> : null}
      <Here place={place} person={person} />
    </>
  );
};

const Here = (props: { place: Place; person: WirePerson }): ReactNode => {
  const { place, person } = props;
  switch (place.kind) {
    case 'home':
      return <HomeScreen person={person} />;
    case 'return':
      return <ReturnScreen key={`${place.open.owner}/${place.open.round.id}`} open={place.open} />;
    case 'programme':
      return <ProgrammeScreen />;
  }
};
