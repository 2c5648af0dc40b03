import { useRef, useState, type ReactNode } from 'react';
import { Button, Checkbox } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { roundId } from '#core/ids.ts';
import { acceptMany, waitingToBeAccepted } from '#flows/accept-many.ts';
import type { ChaseList } from '#flows/chase-list.ts';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count, figure } from '#core/words/count-words.ts';
import { acceptedWords } from '../../../messages/progress-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** Accepts many returns at once, after a look at which: each can be left out. */
export const AcceptMany = (props: { chase: ChaseList; onDone: () => Promise<void> }): ReactNode => {
  const { chase } = props;
  const { desk } = usePane();
  const [looking, setLooking] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  const waiting = waitingToBeAccepted(chase.lines);
  const chosen = waiting.filter(({ owner }) => !left.has(owner));
  const close = (): void => {
    setLooking(false);
    setLeft(new Set());
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  const accept = useAction(async () => {
    if (chosen.length === 0) return ok(nobodyTicked);
    const names = new Map<string, string>(chosen.map(({ owner, name }) => [owner, name]));
    const outcomes = await acceptMany(desk, roundId(chase.round.id), chosen);
    if (!outcomes.ok) return outcomes;
    close();
    await props.onDone();
    return ok(acceptedWords(outcomes.value, (owner) => names.get(owner) ?? owner));
  });
  const tick = (owner: string, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(owner);
    else next.add(owner);
    setLeft(next);
  };
  return (
    <>
      {looking ? (
        <Confirm
          question={`Accept ${count(chosen.length, 'return')}?`}
          yes={`Accept ${count(chosen.length, 'return')}`}
          busyText="Accepting…"
          busy={accept.busy}
          no="Not now"
          onYes={() => void accept.run()}
          onNo={close}
        >
          <Plain>
            These are submitted and no question is open on them. Untick those that you want to read first. The others
            count in the results from then on, and the schools see it at once.
          </Plain>
          <Row>
            <Button size="small" onClick={() => setLeft(new Set())}>
              Tick all
            </Button>
            <Button size="small" onClick={() => setLeft(new Set(waiting.map(({ owner }) => owner)))}>
              Untick all
            </Button>
          </Row>
          <WindowedList label="Returns to accept" items={waiting} keyOf={({ owner }) => owner}>
            {({ owner, name, revision }) => (
              <Checkbox
                label={`${name}, revision ${revision}`}
                checked={!left.has(owner)}
                onChange={(_event, { checked }) => tick(owner, checked === true)}
              />
            )}
          </WindowedList>
        </Confirm>
      ) : waiting.length > 0 && chase.complete ? (
        <div ref={place}>
          <Button onClick={() => setLooking(true)}>{`Accept all that wait (${figure(waiting.length)})…`}</Button>
        </div>
      ) : null}
      <Outcome note={accept.note} onDismiss={accept.clear} />
    </>
  );
};

const nobodyTicked = {
  intent: 'info' as const,
  title: 'Nothing is ticked.',
  todo: 'Tick the returns that you want to accept.',
};
