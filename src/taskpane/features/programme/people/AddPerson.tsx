import { useState, type ReactNode } from 'react';
import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { AddPersonRequest, WireMember } from '#wire/people.ts';
import type { WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useDraft } from '../../../state/use-draft.ts';
import { useMadeOnce } from '../../../state/use-made-once.ts';
import { SchoolSearch } from '../register/SchoolSearch.tsx';

/** Adds somebody of a school, a mentor, or one more of the project team. */
export const AddPerson = (props: { onAdded: (member: WireMember) => void; onSchools: () => void }): ReactNode => {
  const { desk } = usePane();
  const name = useDraft('add person name');
  const [role, setRole] = useState<WireMember['role']>('school');
  const [school, setSchool] = useState<WireSchool>();
  const [pressed, setPressed] = useState(false);
  const missingName = name.text.trim() === '';
  const missingSchool = role === 'school' && school === undefined;
  const madeOnce = useMadeOnce();
  const add = useAction(async () => {
    if (missingName || missingSchool) return ok(undefined);
    const asked: AddPersonRequest =
      role === 'school'
        ? { role, name: name.text.trim(), owner: school?.urn ?? '' }
        : role === 'mentor'
          ? { role, name: name.text.trim(), schools: [] }
          : { role, name: name.text.trim() };
    const added = fromApi(await madeOnce(asked, desk.api.programme.addPerson));
    if (!added.ok) return added;
    name.clear();
    props.onAdded(added.value);
    return ok(undefined);
  });
  return (
    <>
      <ScreenHeading part>Add somebody</ScreenHeading>
      <Panel label="Add somebody">
        <Field
          label="Name"
          hint="As mentors and schools see it, such as Ann Ash."
          {...(pressed && missingName
            ? { validationMessage: 'Please write the name first.', validationState: 'error' as const }
            : {})}
        >
          <Input
            value={name.text}
            maxLength={200}
            autoComplete="off"
            onChange={(_event, { value }) => name.set(value)}
          />
        </Field>
        <Field label="Who is this?">
          <RadioGroup value={role} onChange={(_event, { value }) => setRole(value as WireMember['role'])}>
            <Radio value="school" label="Somebody of a school, who fills in its returns" />
            <Radio value="mentor" label="A mentor, who reads and accepts the returns of some schools" />
            <Radio value="project-team" label="Project team: sees and changes everything" />
          </RadioGroup>
        </Field>
        {role === 'school' ? (
          <>
            <SchoolSearch
              label="Which school?"
              chosen={school}
              onChoose={setSchool}
              missing={pressed && missingSchool ? 'Please find and choose the school first.' : undefined}
            />
            <Quiet>A school that is not found must be brought in first.</Quiet>
            <Row>
              <Button size="small" onClick={props.onSchools}>
                Go to the schools
              </Button>
            </Row>
          </>
        ) : null}
        {role === 'mentor' ? <Quiet>Which schools the mentor looks after you say next.</Quiet> : null}
        <Row>
          <ActionButton
            primary
            busy={add.busy}
            busyText="Adding…"
            onClick={() => {
              setPressed(true);
              void add.run();
            }}
          >
            Add
          </ActionButton>
        </Row>
        <Outcome note={add.note} onDismiss={add.clear} />
      </Panel>
    </>
  );
};
