import fc from 'fast-check';
import { roundId } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import { readReturnsBehind, type FigureBehind } from '#flows/returns-behind.ts';
import type { FigureAnswer } from '#wire/figures.ts';
import type { CollectionApi } from '../../src/api/collection-api.ts';

const place = { measure: 'levels', line: 2, column: 3 };
const returnsOf = (many: number): FigureAnswer['returns'] =>
  Array.from({ length: many }, (_, at) => ({
    ...{ owner: String(100000 + at), name: `School ${at}`, revision: 1, value: 1, terms: [1] },
  }));

/** An endpoint that holds as many returns behind a figure and gives them so many at a time; it fails from a page on. */
const holding = (returns: FigureAnswer['returns'], size: number, failsAt = Infinity) => {
  let pages = 0;
  const figure: CollectionApi['programme']['figure'] = (_round, asked, { after }) => {
    expect(asked).toEqual(place);
    if ((pages += 1) > failsAt) return Promise.resolve(failed({ kind: 'offline' }));
    const left = returns.filter(({ owner }) => after === undefined || owner > after);
    const page = left.slice(0, size);
    const next = left.length > page.length ? page.at(-1)?.owner : undefined;
    return Promise.resolve(
      ok({
        ...{ at: '2009-06-01T12:00:00.000Z', measure: 'levels', title: 'Levels', line: 'A', column: 'B' },
        ...{ unit: 'count', value: returns.length, terms: [returns.length], behind: returns.length, returns: page },
        ...(next === undefined ? {} : { next }),
      }),
    );
  };
  return { api: { programme: { figure } } as unknown as CollectionApi };
};

test('all returns behind a figure come once and in order, however many come at a time, and each page is shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 12 }), async (many, size) => {
      const returns = returnsOf(many);
      const shown: FigureBehind[] = [];
      const read = await readReturnsBehind(holding(returns, size), roundId('R'), place, (part) => shown.push(part));
      if (!read.ok) throw new Error('it was there');
      expect(read.value.returns).toEqual(returns);
      expect(shown.map((part) => part.returns)).toEqual(shown.map((_, at) => returns.slice(0, size * (at + 1))));
      expect(shown).toHaveLength(Math.max(0, Math.ceil(many / size) - 1));
    }),
  );
});

test('where a page cannot be had, it is not taken for all', async () => {
  const read = await readReturnsBehind(holding(returnsOf(5), 2, 1), roundId('R'), place, () => undefined);
  expect(read).toMatchObject({ ok: false, failure: { kind: 'api' } });
});
