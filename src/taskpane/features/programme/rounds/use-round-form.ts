import { useRef, useState } from 'react';
import { ok } from '#core/result.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import type { RoundFaults, RoundForm } from '#flows/round-form.ts';
import { roundProblemNote } from '../../../messages/round-words.ts';
import type { Note } from '../../../messages/words.ts';
import type { FormAtHand } from './RoundFields.tsx';

/** What comes of sending a round: refused for its own reasons it is a note, else what the usual words say. */
export const roundSent = <T>(sent: FlowResult<T>): FlowResult<Note | undefined> => {
  if (sent.ok) return ok(undefined);
  const { failure } = sent;
  const note =
    failure.kind === 'api' && failure.failure.kind === 'problem' && roundProblemNote(failure.failure.problem);
  return note ? ok(note) : sent;
};

/** A form being filled in, its faults, and the place to look for the first of them. */
export const useRoundForm = (initial: RoundForm) => {
  const [form, setForm] = useState(initial);
  const [faults, setFaults] = useState<RoundFaults>({});
  const place = useRef<HTMLFormElement>(null);
  const refuse = (found: RoundFaults): void => {
    setFaults(found);
    setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const atHand: FormAtHand = { form, faults, set: (part) => setForm((before) => ({ ...before, ...part })) };
  return { atHand, place, refuse, accept: () => setFaults({}) };
};
