import { useCallback, useState, type ReactNode } from 'react';
import { list } from '#core/words/count-words.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { SchoolAnswer } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { mentorsOf, useMentors, type MentorChoice } from '../use-mentors.ts';
import { useChangeSchool } from './use-change-school.ts';

/** Who looks after a school, and giving it to somebody else. */
export const SchoolMentor = (props: { urn: string; onChanged?: (answer: SchoolAnswer) => void }): ReactNode => {
  const { desk } = usePane();
  const mentors = useMentors();
  const loaded = useLoaded<SchoolAnswer>(
    useCallback(async () => fromApi(await desk.api.programme.school(props.urn)), [desk, props.urn]),
  );
  return (
    <Panel title="Mentor">
      <LoadedPart loaded={mentors} waiting="Looking up the mentors…">
        {(choices) =>
          choices.length === 0 ? (
            <Plain>There is no mentor yet. Add one under People first.</Plain>
          ) : (
            <LoadedPart loaded={loaded} waiting="Looking up the school…">
              {(answer) => (
                <Choice
                  answer={answer}
                  mentors={choices}
                  onChanged={(changed) => {
                    loaded.put(changed);
                    void mentors.reload();
                    props.onChanged?.(changed);
                  }}
                />
              )}
            </LoadedPart>
          )
        }
      </LoadedPart>
    </Panel>
  );
};

const Choice = (props: {
  answer: SchoolAnswer;
  mentors: readonly MentorChoice[];
  onChanged: (answer: SchoolAnswer) => void;
}): ReactNode => {
  const { answer, mentors } = props;
  const { school } = answer;
  const [chosen, setChosen] = useState(school.mentor ?? '');
  const change = useChangeSchool(school.urn, props.onChanged);
  const name = mentors.find(({ owner }) => owner === chosen)?.name;
  const save = (): void =>
    void change.run(
      { mentor: chosen === '' ? null : chosen },
      {
        title:
          name === undefined ? `Nobody looks after ${school.name} now.` : `${name} looks after ${school.name} now.`,
        todo: '',
      },
    );
  const known = school.mentor === null || mentors.some(({ owner }) => owner === school.mentor);
  const others = mentorsOf(mentors, school.urn).filter(({ owner }) => owner !== school.mentor);
  return (
    <>
      {others.length === 0 ? null : (
        <Plain>
          {`${list(others.map((other) => other.name))} ${others.length === 1 ? 'looks' : 'look'} after it as well, and may read and accept just the same. If that is not meant, take the school away there under People.`}
        </Plain>
      )}
      <ChoiceField
        label="Looked after by"
        hint="One mentor: whoever else looks after the school does so no more."
        options={[
          { value: '', label: 'Nobody' },
          ...(known ? [] : [{ value: school.mentor ?? '', label: 'Somebody who has ended' }]),
          ...mentors.map(({ owner, name: called }) => ({ value: owner, label: called })),
        ]}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen === (school.mentor ?? '') ? null : (
        <Row>
          <ActionButton primary busy={change.busy} busyText="Saving…" onClick={save}>
            Save the mentor
          </ActionButton>
        </Row>
      )}
      <Outcome note={change.note} onDismiss={change.clear} />
    </>
  );
};
