import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { addRows } from '#flows/add-rows.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';

/** As many as are ever added at a time; more are added by pressing again. */
const most = 1000;

/** More empty rows at the end of an open table. */
export const AddRowsTool = (): ReactNode => {
  const { desk } = usePane();
  const { open, checked, recheck } = useReturnAtHand();
  const [wished, setWished] = useState('30');
  const number = /^\d{1,4}$/.test(wished.trim()) ? Number(wished) : 0;
  const possible = number >= 1 && number <= most;
  const add = useAction(async () => {
    const added = await addRows(desk, open, number);
    if (!added.ok) return added;
    await recheck();
    return ok({ intent: 'success' as const, title: `${count(added.value, 'row')} added.`, todo: '' });
  });
  return (
    <More summary={`Add rows (${checked.freeLines.length} left)`}>
      <Field
        label="How many?"
        validationState={possible ? 'none' : 'error'}
        {...(possible ? {} : { validationMessage: `Please type a number from 1 to ${most}.` })}
      >
        <Input inputMode="numeric" value={wished} onChange={(_, { value }) => setWished(value)} />
      </Field>
      <Row>
        <ActionButton
          small
          busy={add.busy}
          busyText="Adding…"
          onClick={() => {
            if (possible) void add.run();
          }}
        >
          Add rows
        </ActionButton>
      </Row>
      <Outcome note={add.note} onDismiss={add.clear} />
    </More>
  );
};
