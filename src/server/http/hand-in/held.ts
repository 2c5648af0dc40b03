import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { HandedIn, HandInOutcome } from '../../hand-in.ts';
import type { HandedInPlace } from '../../store/handed-in.ts';
import type { Store } from '../../store/store.ts';
import type { World } from '../../world.ts';

/** What somebody handed in and has not submitted yet, with how it was found. */
export interface Held extends HandedIn {
  /** Of this one file: a form that was made for another is not taken for it. */
  readonly id: string;
  /** As the browser named the file; only ever shown. Empty without a file. */
  readonly name: string;
  readonly outcome: HandInOutcome;
  /** Why it is late, as far as she wrote it. */
  readonly late: string;
  readonly confirmed: boolean;
  /** A text of hers is longer than is taken. */
  readonly isTooLong: boolean;
}

/** A thing that was handed in and submitted: what is left is where its receipt is. */
export interface Done {
  readonly id: string;
  readonly revision: number;
}

/** The key of a submission: another one when anything that was handed in is another. */
export const submissionKey = ({ id, explanations, answers, together, late }: Held): string =>
  createHash('sha256')
    .update(JSON.stringify([id, explanations, answers, together, late]))
    .digest('hex')
    .slice(0, 40);

/**
 * Keeps what was handed in, in the database and sealed with a key that is worked out of the session's token: only the
 * browser that holds the token can have it opened, on whichever server it asks. It goes when it is submitted, replaced or
 * given up, and with the session.
 */
export const heldIn = (store: Store, world: World) => ({
  async get(place: HandedInPlace): Promise<Held | Done | undefined> {
    const sealed = await store.read(({ handedIn }) => handedIn.one(place, world.now()));
    return sealed && unseal(place, sealed);
  },
  async keep(place: HandedInPlace, held: Held | Done, expires: string): Promise<void> {
    const sealed = seal(place, held, world.random(12));
    await store.write(({ handedIn }) => handedIn.put(place, sealed, expires));
  },
  async drop(place: HandedInPlace): Promise<void> {
    await store.write(({ handedIn }) => handedIn.drop(place));
  },
});

const keyOf = ({ token, owner, round }: HandedInPlace): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', token, '', `handed in ${owner} ${round}`, 32));

const tagLength = 16;

const seal = (place: HandedInPlace, held: Held | Done, nonce: Uint8Array): Uint8Array => {
  const cipher = createCipheriv('aes-256-gcm', keyOf(place), nonce);
  return Buffer.concat([nonce, cipher.update(serialize(held)), cipher.final(), cipher.getAuthTag()]);
};

/** What was changed since it was sealed counts as not there. */
const unseal = (place: HandedInPlace, sealed: Uint8Array): Held | Done | undefined => {
  const [nonce, tag] = [sealed.subarray(0, 12), sealed.subarray(-tagLength)];
  const decipher = createDecipheriv('aes-256-gcm', keyOf(place), nonce);
  decipher.setAuthTag(tag);
  try {
    const opened = Buffer.concat([decipher.update(sealed.subarray(12, -tagLength)), decipher.final()]);
    return deserialize(opened) as Held | Done;
  } catch {
    return undefined;
  }
};
