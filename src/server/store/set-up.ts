import type { Instant } from '#core/ids.ts';
import { accessCodeBytes, newAccessCode, signsOf } from '#core/people/access-code.ts';
import { secondsAfter, type World } from '../world.ts';
import { programmeLog } from './audit.ts';
import type { Store } from './store.ts';
import { waysIn } from './ways-in.ts';

/** Who signs in with a set-up code: of the project team, so that she can add real people and make their codes. */
export const setUpPerson = 'SET-UP';

const setUpSeconds = 24 * 60 * 60;

/** A code to set the programme up with: for one sign-in, until it expires. */
export interface SetUpCode {
  readonly code: string;
  readonly expires: Instant;
}

/**
 * Makes a set-up code when nobody of the project team has a code that lets her in, as in an empty database or when all
 * have run out; `undefined` otherwise. Earlier ones that were not used hold on: several servers may start at once.
 */
export const offerSetUp = async (store: Store, { now, random }: World): Promise<SetUpCode | undefined> => {
  const at = now();
  const code = newAccessCode(random(accessCodeBytes));
  const id = signsOf(random(10));
  const expires = secondsAfter(at, setUpSeconds);
  return await store.write(async ({ people, codes, audit }) => {
    if (waysIn(await codes.ofProjectTeam(), at).length > 0) return undefined;
    if (!(await people.one(setUpPerson))) {
      await people.add({ id: setUpPerson, role: 'project-team', name: 'Set-up', owner: undefined, schools: [] }, at);
    }
    await codes.add(code, { id, person: setUpPerson, madeAt: at, expires, once: true });
    const about = { person: setUpPerson, code: id };
    await audit.note({ log: programmeLog, at, act: 'make-code', about, by: { id: 'SERVER', name: 'Server' } });
    return { code, expires };
  });
};
