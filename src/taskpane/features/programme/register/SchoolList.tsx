import type { ReactNode } from 'react';
import { Badge, Button, Field, Input, Select } from '@fluentui/react-components';
import { ListRow } from '../../../components/ListRow.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count } from '#core/words/count-words.ts';
import { schoolWords } from '../../../messages/register-words.ts';
import type { WireSchool } from '#wire/register.ts';
import { mentorsOf, useMentors } from '../use-mentors.ts';
import type { SchoolListAtHand } from './use-school-list.ts';

/** The schools of the register, found by name and filtered; with none yet, what to do first. */
export const SchoolList = (props: {
  schools: SchoolListAtHand;
  onOpen: (urn: string) => void;
  onImport: () => void;
  onEnlist: () => void;
  onAdd: () => void;
}): ReactNode => {
  const { find, show, loaded, more } = props.schools;
  const mentors = useMentors();
  const mentorNames = ({ urn, mentor }: WireSchool): readonly string[] => {
    const names = mentorsOf(mentors.value ?? [], urn).map(({ name }) => name);
    return names.length > 0 || mentor === null ? names : [mentor];
  };
  const everything = find.text.trim() === '' && show.text === 'all';
  return (
    <Panel title="Register of schools">
      {everything && loaded.value?.total === 0 ? (
        <Plain>
          There is no school yet. Import the government’s list of schools, or a list of your own with a column URN and
          a column Name; then take those into the programme that take part.
        </Plain>
      ) : null}
      <Row>
        <Button
          appearance={loaded.value?.total === 0 && everything ? 'primary' : 'secondary'}
          onClick={props.onImport}
        >
          Import a list…
        </Button>
        <Button onClick={props.onEnlist}>Enlist several…</Button>
        <Button onClick={props.onAdd}>Add a school…</Button>
      </Row>
      <Field label="Find a school">
        <Input
          type="search"
          value={find.text}
          placeholder="Name, URN, LAESTAB or postcode"
          onChange={(_event, { value }) => find.set(value.slice(0, 100))}
        />
      </Field>
      <Field label="Show">
        <Select value={show.text} onChange={(_event, { value }) => show.set(value)}>
          <option value="all">All schools</option>
          <option value="enlisted">Enlisted: they take part</option>
          <option value="no-mentor">Enlisted, without a mentor</option>
          <option value="others">Not enlisted</option>
          <option value="closed">Closed</option>
        </Select>
      </Field>
      <LoadedPart loaded={loaded} waiting="Looking up the schools…">
        {({ schools, total }) => (
          <>
            <div aria-live="polite">
              <Quiet>{total === 0 ? 'No school is to be found like this.' : count(total, 'school')}</Quiet>
            </div>
            <WindowedList label="Schools" items={schools} keyOf={({ urn }) => urn} total={total} onEnd={more}>
              {(school) => (
                <ListRow
                  name={school.name}
                  badge={
                    school.enlisted ? (
                      <Badge appearance="tint" color="brand">
                        Enlisted
                      </Badge>
                    ) : null
                  }
                  detail={schoolWords(school, mentorNames(school))}
                  onOpen={() => props.onOpen(school.urn)}
                />
              )}
            </WindowedList>
          </>
        )}
      </LoadedPart>
    </Panel>
  );
};
