import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { readUrn } from '#core/register/school-values.ts';
import { fromApi } from '#flows/flow-result.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useDraft } from '../../../state/use-draft.ts';

/** Adds one school by hand, which takes part from then on. */
export const AddSchool = (props: { onAdded: (urn: string) => void }): ReactNode => {
  const { desk } = usePane();
  const [urn, name] = [useDraft('add school urn'), useDraft('add school name')];
  const [pressed, setPressed] = useState(false);
  const known = readUrn(urn.text.trim());
  const named = name.text.trim();
  const add = useAction(async () => {
    if (known === undefined || named === '') return ok(undefined);
    const added = fromApi(await desk.api.programme.addSchool({ urn: known, name: named, enlisted: true }));
    if (!added.ok) return added;
    urn.clear();
    name.clear();
    props.onAdded(known);
    return ok(undefined);
  });
  const fault = (message: string | false) =>
    pressed && message !== false ? { validationMessage: message, validationState: 'error' as const } : {};
  return (
    <>
      <ScreenHeading part>Add a school</ScreenHeading>
      <Panel label="Add a school">
        <Quiet>For a school that no list has yet. Everything else about it you can say afterwards or import.</Quiet>
        <Field label="URN" hint="Six digits." {...fault(known === undefined && 'A URN is six digits.')}>
          <Input
            value={urn.text}
            inputMode="numeric"
            maxLength={12}
            autoComplete="off"
            onChange={(_event, { value }) => urn.set(value)}
          />
        </Field>
        <Field label="Name of the school" {...fault(named === '' && 'Please write the name first.')}>
          <Input
            value={name.text}
            maxLength={200}
            autoComplete="off"
            onChange={(_event, { value }) => name.set(value)}
          />
        </Field>
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
            Add and enlist
          </ActionButton>
        </Row>
        <Outcome note={add.note} onDismiss={add.clear} />
      </Panel>
    </>
  );
};
