import type { HandInPlace } from '#server/hand-in.ts';
import { askable, type FromChild, type Job } from './job.ts';

/**
 * What a child said, if a child with this job may say it: that it is done, or a question that its job needs, about its own
 * return alone. Anything else is `undefined`: a file has turned the child against us.
 */
export const heardFromChild = (
  message: unknown,
  { round, owner }: Pick<HandInPlace, 'round' | 'owner'>,
  { act }: Job,
): FromChild | undefined => {
  if (!isObject(message)) return undefined;
  if (message['kind'] === 'done') return isObject(message['answer']) ? (message as FromChild) : undefined;
  const { kind, id, args } = message;
  const call = askable.find((one) => one === message['call']);
  if (kind !== 'ask' || typeof id !== 'number' || !call || !Array.isArray(args)) return undefined;
  const isOwn = call === 'rounds' || call === 'instrument' || (args[0] === round && args[1] === owner);
  const partsOfAddress = call === 'submit' ? args.slice(0, 2) : args;
  const isNeeded = call !== 'submit' || act === 'submit';
  return isOwn && isNeeded && partsOfAddress.every(leadsNowhereElse) ? { kind, id, call, args } : undefined;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Ids, references and numbers are made of no sign that means something in an address. */
const leadsNowhereElse = (part: unknown): boolean =>
  (typeof part === 'string' || typeof part === 'number') && /^[A-Za-z0-9@-]+$/.test(String(part));
