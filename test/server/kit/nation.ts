import { ownerId } from '#core/ids.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { startEndpoint, type Caller } from './endpoint.ts';
import { programme } from './small-programme.ts';

/** How many schools a nation has. */
export const nation = 3500;

/** An endpoint with as many schools, many of the same name, as the project team sees it. */
export const startNation = async (): Promise<{ readonly team: Caller; close(): Promise<void> }> => {
  const names = ['St Mary’s', 'Ångström', 'st mary’s', 'Zebra', 'Ash Lane'];
  const owners = Array.from({ length: nation }, (_, at) => ({
    ...{ owner: ownerId(String(100000 + at)), kind: 'school' as const },
    name: `${names[at % names.length]} ${at % 7}`,
  }));
  const people = programme.people.filter(({ role }) => role === 'project-team');
  const opened = await openStore({
    ...{ place: { file: ':memory:' }, mode: 'real', now: '2009-06-01T12:00:00.000Z' },
    programme: { owners, people, rounds: programme.rounds },
  });
  if (!opened.ok) throw new Error('not opened');
  const endpoint = await startEndpoint({ store: opened.value });
  return {
    team: await endpoint.signIn('team'),
    async close() {
      await endpoint.close();
      await opened.value.close();
    },
  };
};

/** Asks for page after page; answers what stands in all of them. */
export const everyPage = async <T>(
  page: (after: string) => Promise<{ readonly items: readonly T[]; readonly next: string | undefined }>,
): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let after = ''; ;) {
    const { items, next } = await page(after);
    all.push(...items);
    if (next === undefined) return all;
    after = `&after=${encodeURIComponent(next)}`;
  }
};
