import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { holds } from '../store/codes.ts';
import type { Session } from '../store/sessions.ts';
import type { Records } from '../store/store.ts';
import { secondsAfter } from '../world.ts';
import type { Refusal } from './problems.ts';
import { forgottenBefore, oneMore, secondsToWait, subscriberOf, type BackOffSettings } from './sign-in-back-off.ts';

/** A school day: nobody signs in twice before going home. */
const sessionSeconds = 8 * 60 * 60;

/** Somebody at the door: what she typed, from where, and what the world gave for it. */
export interface SigningIn {
  readonly code: string;
  readonly address: string;
  readonly at: Instant;
  readonly token: string;
  readonly newSalt: string;
}

/**
 * Lets somebody in by her access code, or says why not. A code that ran out, was revoked or used up, or whose person
 * has ended, is answered and counted like one that never was. A session never outlives its code.
 */
export const signIn = async (
  records: Records,
  { code: typed, address, at, token, newSalt }: SigningIn,
  settings: BackOffSettings,
): Promise<Result<Session, Refusal>> => {
  const subscriber = subscriberOf(address);
  const wrong = await records.wrongCodes.of(subscriber);
  const wait = secondsToWait(wrong, at, settings);
  if (wait > 0) return failed({ code: 'too-many-tries', details: { retryAfter: wait } });

  const code = await records.codes.typed(typed);
  const person = code && holds(code, at) ? await records.people.one(code.person) : undefined;
  if (!code || !person || person.endedAt !== undefined) {
    const forget = forgottenBefore(at, settings);
    await records.wrongCodes.put(subscriber, oneMore(wrong, at, settings), { forget, newSalt });
    return failed({ code: 'code-unknown' });
  }
  const dayEnd = secondsAfter(at, sessionSeconds);
  const expires = code.expires !== undefined && code.expires < dayEnd ? code.expires : dayEnd;
  await records.codes.used(typed, at);
  await records.sessions.start(token, { person: person.id, code: code.id, now: at, expires });
  return ok({ person, expires });
};
