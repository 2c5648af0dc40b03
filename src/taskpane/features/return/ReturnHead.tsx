import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { yearGroupWords } from '#core/words/year-group-words.ts';
import type { OpenReturn } from '#flows/desk.ts';
import type { Standing } from '#flows/compare-with-server.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { deadlineWords, stateWords } from '../../messages/state-words.ts';
import { usePane } from '../../state/PaneContext.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  back: { alignSelf: 'flex-start', marginLeft: '-8px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
});

/** Whose return this is, how far it is, and the way back to the list. */
export const ReturnHead = (props: { open: OpenReturn; standing: Standing | undefined }): ReactNode => {
  const styles = useStyles();
  const { desk, state, dispatch } = usePane();
  const { open, standing } = props;
  const role = state.person?.role ?? 'school';
  const own = role === 'school' || state.person?.owner === open.owner;
  const line = standing?.answer.line;
  const expected = yearGroupWords(standing?.answer.round.yearGroups ?? []);
  return (
    <div className={styles.all}>
      <Button
        className={styles.back}
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        onClick={() => dispatch({ kind: 'went-home' })}
      >
        {role === 'project-team' ? 'All rounds' : 'All returns'}
      </Button>
      <div className={styles.head}>
        <ScreenHeading>{own ? open.round.title : open.ownerName}</ScreenHeading>
        {line ? <StateBadge state={line.state}>{stateWords(line, true, role, own)}</StateBadge> : null}
      </div>
      <Quiet>
        {own ? (standing ? deadlineWords(standing.answer.round, desk.now()) : open.ownerName) : open.round.title}
      </Quiet>
      {own && expected !== '' ? <Quiet>{expected}</Quiet> : null}
    </div>
  );
};
