import { useRef, useState } from 'react';
import type { RoundFaults, RoundForm } from '#flows/round-form.ts';
import type { FormAtHand } from './RoundFields.tsx';

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
