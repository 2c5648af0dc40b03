import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireMember } from '#wire/people.ts';
import type { WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { SchoolSearch } from '../register/SchoolSearch.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
});

/** The schools that a mentor looks after: one is added by finding it, and taken away in its line. */
export const MentorSchools = (props: { member: WireMember; onChanged: (member: WireMember) => void }): ReactNode => {
  const styles = useStyles();
  const { member, onChanged } = props;
  const { desk } = usePane();
  const [school, setSchool] = useState<WireSchool>();
  const schools = member.schools ?? [];
  const lookAfter = useAction(async (wanted: readonly string[], title: string, todo: string) => {
    const done = fromApi(await desk.api.programme.lookAfter(member.id, wanted));
    if (!done.ok) return done;
    onChanged(done.value);
    setSchool(undefined);
    return ok({ intent: 'success' as const, title, todo });
  });
  const owners = schools.map(({ owner }) => owner);
  const add = (): void => {
    if (!school || owners.includes(school.urn)) return;
    const todo =
      school.mentor === null ? '' : 'Another mentor looks after it as well: take it away there if not meant.';
    void lookAfter.run([...owners, school.urn], `${member.name} looks after ${school.name} now.`, todo);
  };
  const remove = (owner: string, name: string): void => {
    const rest = owners.filter((other) => other !== owner);
    void lookAfter.run(rest, `${member.name} does not look after ${name} any more.`, 'Give it to another mentor.');
  };
  return (
    <Panel title={`Looks after ${count(schools.length, 'school')}`}>
      {schools.length === 0 ? <Plain>There are no returns to read yet. Find a school and add it.</Plain> : null}
      <WindowedList label="Schools looked after" items={schools} keyOf={({ owner }) => owner}>
        {({ owner, name }) => (
          <div className={styles.line}>
            <span>{name}</span>
            <Button size="small" aria-label={`Take away ${name}`} onClick={() => remove(owner, name)}>
              Take away
            </Button>
          </div>
        )}
      </WindowedList>
      <SchoolSearch label="Add a school" chosen={school} onChoose={setSchool} />
      {school ? (
        <Row>
          <ActionButton busy={lookAfter.busy} busyText="Saving…" onClick={add}>
            {`Add ${school.name}`}
          </ActionButton>
        </Row>
      ) : null}
      <Quiet>For many schools at once, import a list with the columns URN and Mentor under Schools.</Quiet>
      <Outcome note={lookAfter.note} onDismiss={lookAfter.clear} />
    </Panel>
  );
};
