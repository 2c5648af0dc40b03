import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { foldedForSearch } from '#core/register/search-text.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireMember } from '#wire/people.ts';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { ListRow } from '../../../components/ListRow.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count } from '#core/words/count-words.ts';
import { memberWords } from '../../../messages/people-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useDraft } from '../../../state/use-draft.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { AddPerson } from './AddPerson.tsx';
import { PersonScreen } from './PersonScreen.tsx';

/** Everybody who takes part: found, added, and opened to be given codes. */
export const PeoplePart = (props: { onSchools: () => void }): ReactNode => {
  const { desk } = usePane();
  const [opened, setOpened] = useState<string>();
  const [adding, setAdding] = useState(false);
  const loaded = useLoaded<readonly WireMember[]>(
    useCallback(async () => fromApi(await desk.api.programme.people()), [desk]),
  );
  /** Puts somebody into the list as an act left her. */
  const changed = (member: WireMember): void => {
    const all = loaded.value ?? [];
    const known = all.some(({ id }) => id === member.id);
    loaded.put(known ? all.map((one) => (one.id === member.id ? member : one)) : [...all, member]);
  };
  const close = (): void => {
    setAdding(false);
    setOpened(undefined);
  };
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the people…">
      {(people) => {
        const member = people.find(({ id }) => id === opened);
        const detail = adding ? (
          <AddPerson
            onSchools={props.onSchools}
            onAdded={(added) => {
              changed(added);
              setAdding(false);
              setOpened(added.id);
            }}
          />
        ) : member ? (
          <PersonScreen key={member.id} member={member} onChanged={changed} />
        ) : undefined;
        return (
          <ListAndDetail
            back="All people"
            onBack={close}
            detail={detail}
            list={<PeopleList people={people} onOpen={setOpened} onAdd={() => setAdding(true)} />}
          />
        );
      }}
    </LoadedPart>
  );
};

const PeopleList = (props: {
  people: readonly WireMember[];
  onOpen: (id: string) => void;
  onAdd: () => void;
}): ReactNode => {
  const { people } = props;
  const find = useDraft('people find');
  const show = useDraft('people show', 'present');
  const looked = useDeferredValue(find.text);
  const seen = useMemo(() => peopleFound(people, looked, show.text), [people, looked, show.text]);
  const others = people.some(({ role }) => role !== 'project-team');
  return (
    <Panel title="People and access codes">
      {others ? null : (
        <Plain>
          Only the project team is here so far. Add the mentors first, then somebody of each school, and give each an
          access code.
        </Plain>
      )}
      <Row>
        <Button appearance={others ? 'secondary' : 'primary'} onClick={props.onAdd}>
          Add somebody…
        </Button>
      </Row>
      <Field label="Find somebody">
        <Input
          type="search"
          value={find.text}
          placeholder="Part of a name, or a URN"
          onChange={(_event, { value }) => find.set(value)}
        />
      </Field>
      <Field label="Show">
        <Select value={show.text} onChange={(_event, { value }) => show.set(value)}>
          <option value="present">Everybody who takes part</option>
          <option value="project-team">Project team</option>
          <option value="mentor">Mentors</option>
          <option value="school">Schools</option>
          <option value="no-code">Who has no access code</option>
          <option value="ended">Who has ended</option>
        </Select>
      </Field>
      <div aria-live="polite">
        <Quiet>
          {seen.length === 0 ? 'Nobody is to be found like this.' : count(seen.length, 'person', 'people')}
        </Quiet>
      </div>
      <WindowedList label="People" items={seen} keyOf={({ id }) => id}>
        {(member) => (
          <ListRow name={member.name} detail={memberWords(member)} onOpen={() => props.onOpen(member.id)} />
        )}
      </WindowedList>
    </Panel>
  );
};

const peopleFound = (people: readonly WireMember[], find: string, show: string): readonly WireMember[] => {
  const wanted = foldedForSearch(find);
  return people.filter((member) => {
    const { name, owner = '', role, ended, codes } = member;
    if (wanted !== '' && !foldedForSearch(`${name} ${owner}`).includes(wanted)) return false;
    if (show === 'ended' || ended !== undefined) return show === 'ended' && ended !== undefined;
    if (show === 'no-code') return !codes.some(({ holds }) => holds);
    return show === 'present' || role === show;
  });
};
