import fc from 'fast-check';
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

/**
 * Takes a list in pages of sizes that chance chooses: none is longer than asked for, everything comes once and in one
 * order. Answers it.
 */
export const comesPageByPage = async <T>(
  sizes: { readonly min: number; readonly max: number },
  runs: number,
  page: (limit: number, after: string) => Promise<Page<T>>,
): Promise<readonly T[]> => {
  let first: readonly T[] | undefined;
  await fc.assert(
    fc.asyncProperty(fc.integer(sizes), async (limit) => {
      const all = await everyPage(async (after) => {
        const { items, next } = await page(limit, after);
        expect(items.length).toBeLessThanOrEqual(limit);
        return { items, next };
      });
      expect(new Set(all).size).toBe(all.length);
      expect(all).toEqual((first ??= all));
    }),
    { numRuns: runs },
  );
  return first ?? [];
};

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Asks for page after page; answers what stands in all of them. */
const everyPage = async <T>(page: (after: string) => Promise<Page<T>>): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let after = ''; ;) {
    const { items, next } = await page(after);
    all.push(...items);
    if (next === undefined) return all;
    after = `&after=${encodeURIComponent(next)}`;
  }
};
