import { useState, type ReactNode } from 'react';
import { Checkbox, Field, Input } from '@fluentui/react-components';
import { failed, ok, type Result } from '#core/result.ts';
import { endOfLondonDay } from '#core/returns/london-day.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { MadeCode, MakeCodeRequest, WireMember } from '#wire/people.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { More } from '../../../components/More.tsx';
import { Row } from '../../../components/Row.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useMadeOnce } from '../../../state/use-made-once.ts';

/** Makes an access code; how long it holds may be said, and usually need not be. */
export const MakeCode = (props: { member: WireMember; onMade: (code: MadeCode) => void }): ReactNode => {
  const { member } = props;
  const { desk } = usePane();
  const [until, setUntil] = useState('');
  const [once, setOnce] = useState(false);
  const madeOnce = useMadeOnce();
  const make = useAction(async () => {
    const asked = codeAsked(until, once, desk.now());
    if (!asked.ok) return ok(noSuchDay);
    const made = fromApi(
      await madeOnce(asked.value, (request, key) => desk.api.programme.makeCode(member.id, request, key)),
    );
    if (!made.ok) return made;
    props.onMade(made.value);
    return ok(undefined);
  });
  const first = !member.codes.some(({ holds }) => holds);
  return (
    <>
      <Row>
        <ActionButton primary={first} busy={make.busy} busyText="Making a code…" onClick={() => void make.run()}>
          {first ? 'Make an access code' : 'Make another code'}
        </ActionButton>
      </Row>
      <More summary="How long it holds">
        <Field label="Until the end of" hint="Left blank, it holds for 400 days.">
          <Input type="date" value={until} onChange={(_event, { value }) => setUntil(value)} />
        </Field>
        <Checkbox
          label="For one sign-in only"
          checked={once}
          onChange={(_event, { checked }) => setOnce(checked === true)}
        />
      </More>
      <Outcome note={make.note} onDismiss={make.clear} />
    </>
  );
};

const codeAsked = (until: string, once: boolean, now: string): Result<MakeCodeRequest, 'no-day'> => {
  const expires = until === '' ? undefined : endOfLondonDay(until);
  if (until !== '' && (expires === undefined || expires <= now)) return failed('no-day');
  return ok({ once, ...(expires === undefined ? {} : { expires }) });
};

const noSuchDay = {
  intent: 'error' as const,
  title: 'The code would not hold at all.',
  todo: 'Choose a day from today on, or leave it blank.',
};
