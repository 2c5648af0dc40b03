import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireMember } from '#wire/people.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { More } from '../../../components/More.tsx';
import { Row } from '../../../components/Row.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** Changes somebody's name, from now on: what she did before keeps the name it had. */
export const RenamePerson = (props: { member: WireMember; onChanged: (member: WireMember) => void }): ReactNode => {
  const { member, onChanged } = props;
  const { desk } = usePane();
  const [name, setName] = useState(member.name);
  const rename = useAction(async () => {
    const wanted = name.trim();
    if (wanted === '') return ok({ intent: 'error' as const, title: 'There is no name.', todo: 'Write one first.' });
    const done = fromApi(await desk.api.programme.renamePerson(member.id, wanted));
    if (!done.ok) return done;
    onChanged(done.value);
    return ok({ intent: 'success' as const, title: `The name is ${done.value.name} now.`, todo: '' });
  });
  return (
    <More summary="Change the name">
      <Field label="Name" hint="What was done before keeps the name it was done under.">
        <Input value={name} maxLength={200} autoComplete="off" onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Row>
        <ActionButton busy={rename.busy} busyText="Saving…" onClick={() => void rename.run()}>
          Save the name
        </ActionButton>
      </Row>
      <Outcome note={rename.note} onDismiss={rename.clear} />
    </More>
  );
};
