import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { consolidate, findingOf } from '#core/consolidation/consolidate.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { shownTable } from '#core/measures/shown-places.ts';
import { tallierOf } from '#core/measures/tally.ts';
import type { ConsolidatedOwner, ConsolidatedReturns } from '#core/consolidation/consolidated-returns.ts';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import { fixedRows, type Instrument } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { deciding } from '#core/measures/finding.ts';
import { deserves } from '#core/measures/quantity.ts';
import { readSheetCode } from '#core/returns/sheet-code.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { offerOf, rowsInHand } from '#core/rules/row-in-hand.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { anyOrAllGardens } from '../../kit/any-or-all-gardens.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';
import { otherResults, sameNumber } from '../../kit/results-of-plans.ts';

const name = 'Master';

/** Returns of many owners, as people spell them, rows left out, and owners that have not come so far. */
const returnsOf = (
  instrument: Instrument,
  size = { minLength: 15, maxLength: 30 },
): fc.Arbitrary<ConsolidatedReturns> => {
  const rows = rowsOf(instrument, gardenRound, { most: 8 });
  const owner: fc.Arbitrary<Omit<ConsolidatedOwner, 'owner' | 'name'>> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({
          state: fc.constantFrom('accepted' as const, 'questioned' as const),
          revision: fc.integer({ min: 1, max: 9 }),
          rows,
        })
        .map(({ state, revision, rows: answers }) => ({
          state,
          accepted: { revision, receipt: `receipt-${revision}`, content: { rows: answers, explanations: [] } },
        })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('not-started' as const, 'submitted' as const).map((state) => ({ state })),
    },
  );
  return fc.array(owner, size).map((owners) => ({
    instrument,
    round: gardenRound,
    at: '2009-06-30T12:00:00Z',
    enlisted: owners.length,
    returned: owners.filter(({ state }) => state !== 'not-started').length,
    owners: owners.map((one, at) => ({ ...one, owner: ownerId(String(999001 + at)), name: `School ${at + 1}` })),
  }));
};

const fixed = [gardens, anyOrAllGardens, ...instruments].filter(({ rows }) => rows.kind === 'fixed');
const open = [orchard, ...instruments.filter(({ rows }) => rows.kind === 'open')];

describe.each([...fixed, ...open])('the master of $id@$version', (instrument) => {
  const size = { minLength: 4, maxLength: 6 };
  const [sample] = fc.sample(returnsOf(instrument, size), { numRuns: 1, seed: 20090630 });
  if (sample === undefined) throw new Error('no sample');
  const tallier = tallierOf(instrument, sample.round);

  test.each([
    ['some owners', sample],
    ['nobody', { ...sample, owners: [], enlisted: 0, returned: 0 }],
  ])(
    'says in its formulas what the tallies of all returns add up to: %s',
    async (_name, returns) => {
      const plan = planMaster({ ...returns, name });
      const sheets = await calculatePlans([plan]);
      const grid = await sheets.values(name, { row: 0, column: 0, rows: 900, columns: 200 });
      sheets.close();
      expect(otherResults(plan, (row, column) => grid[row]?.[column] ?? null)).toEqual([]);

      const { sums } = consolidate(returns, tallier);
      for (const table of compileMeasures(instrument, returns.round)) {
        if (instrument.measures.find(({ id }) => id === table.measure)?.kind === 'finding') continue;
        const shown = shownTable(figuresOf(table, tallier.sums, sums));
        const at = grid.findIndex((line) => line[1] === table.title);
        shown.lines.forEach(({ label, cells }, line) => {
          const found = grid[at + 2 + line] ?? [];
          expect([table.title, found[1]]).toEqual([table.title, label]);
          const numbers = found.slice(2, 2 + table.columns.length).filter((cell) => typeof cell === 'number');
          const wanted = cells.filter((cell) => cell !== undefined);
          expect([table.title, label, numbers.length]).toEqual([table.title, label, wanted.length]);
          wanted.forEach((figure, column) => {
            if (!sameNumber(figure, numbers[column])) expect(numbers).toEqual(wanted);
          });
        });
      }
    },
    120_000,
  );
});

describe.each(open)('the master of open rows, $id,', (instrument) => {
  test('lists every row of every accepted return, and every owner with what is asked once', () => {
    const [sample] = fc.sample(returnsOf(instrument), { numRuns: 1, seed: 20090701 });
    if (sample === undefined) throw new Error('no sample');
    const grid = planAsGrid(planMaster({ ...sample, name }));
    const offer = offerOf(instrument, sample.round);
    for (const { owner, accepted } of sample.owners) {
      const rows = rowsInHand(instrument, accepted?.content?.rows ?? [], offer).filter(({ started }) => started);
      const lines = grid.filter((line) => line[0] === owner);
      expect(lines).toHaveLength(1 + rows.length);
      expect(lines.slice(1).map((line) => String(line[3]))).toEqual(rows.map(({ key }) => key));
      expect(lines.slice(1).every((line) => line[2] === accepted?.receipt)).toBe(true);
    }
  });
});

describe.each(fixed)('the master of fixed rows, $id@$version,', (instrument) => {
  const findings = instrument.measures.filter((measure) => measure.kind === 'finding');
  const items = fixedRows(instrument);
  const levels = traitOf(instrument, 'levelled-statements')?.field;
  const [sample] = fc.sample(returnsOf(instrument), { numRuns: 1, seed: 20090630 });
  if (sample === undefined) throw new Error('no sample');
  const plan = planMaster({ ...sample, name });
  const lineOf = (grid: readonly (readonly Cell[])[], column: number, text: string) => {
    const at = grid.findIndex((line) => line[column] === text);
    if (at < 0) throw new Error(`the master does not show ${text}`);
    return grid[at] ?? [];
  };
  const calculated = async () => {
    const sheets = await calculatePlans([plan]);
    const grid = await sheets.values(name, { row: 0, column: 0, rows: 120, columns: 200 });
    sheets.close();
    return grid;
  };

  test('gives every finding as n of N returned of M enlisted, the same number as the tallies', async () => {
    const grid = await calculated();
    const tallier = tallierOf(instrument, sample.round);
    const tally = consolidate(sample, tallier);
    for (const finding of findings) {
      const { count, base } = findingOf(tallier, tally, finding.id);
      const [, , n, of, words, share, quantity] = lineOf(grid, 1, finding.statement);
      expect([n, of, words]).toEqual([count, base, `${count} of ${base} returned of ${sample.enlisted} enlisted`]);
      expect(share).toBeCloseTo(count / base, 12);
      if (finding.quantity === undefined) continue;
      const met = deserves(finding.quantity, { count, base });
      expect(quantity).toBe(`${finding.quantity}: ${met === undefined ? 'cannot be told' : met ? 'yes' : 'no'}`);
    }
    expect(lineOf(grid, 0, 'Accepted')[1]).toBe(tally.returns);
  });

  test('says of what increases since when, and of what does not; without an earlier count it cannot be told', async () => {
    const increasing = findings.filter(({ quantity }) => quantity === 'increasing');
    const tallier = tallierOf(instrument, sample.round);
    const tally = consolidate(sample, tallier);
    for (const { id, statement } of increasing) {
      const { count } = findingOf(tallier, tally, id);
      for (const [then, ends] of [
        [{ count: count - 1, base: 30 }, `: yes, since Gardens "07" (${count - 1} of 30 then)`],
        [{ count, base: 30 }, `: no, not since Gardens "07" (${count} of 30 then)`],
        [undefined, ': cannot be told'],
      ] as const) {
        const earlier = { title: 'Gardens "07"', findings: then ? { [id]: then } : {} };
        const withEarlier = planMaster({ ...sample, earlier, name });
        const sheets = await calculatePlans([withEarlier]);
        const grid = await sheets.values(name, { row: 0, column: 0, rows: 900, columns: 200 });
        sheets.close();
        expect(lineOf(grid, 1, statement)[6]).toBe(`increasing${ends}`);
        expect(otherResults(withEarlier, (row, column) => grid[row]?.[column] ?? null)).toEqual([]);
      }
    }
  });

  test('tallies the answers of each row and all of them together', async () => {
    const grid = await calculated();
    const header = lineOf(grid, 0, 'Owner');
    const first = header.indexOf(items[0]?.key ?? '');
    const cells = (label: string) => lineOf(grid, 1, label).slice(first, first + items.length);
    const sum = (label: string) => cells(label).reduce<number>((total, cell) => total + Number(cell), 0);

    const measure = instrument.measures.find((one) => one.kind === 'distribution' && one.field === levels);
    const table = compileMeasures(instrument, sample.round).find((one) => one.measure === measure?.id);
    if (!table) throw new Error('no distribution of levels');
    const tallier = tallierOf(instrument, sample.round);
    const { columns, lines } = figuresOf(table, tallier.sums, consolidate(sample, tallier).sums);
    const total = (label: string) => lines.at(-1)?.cells[columns.findIndex((column) => column.label === label)];
    expect(sum('Number answered')).toBe(total('Answered'));
    const choices = instrument.fields.find(({ id }) => id === levels)?.choices ?? [];
    for (const { label } of choices) expect([label, sum(label)]).toEqual([label, total(label)]);
    for (const cell of cells('Mean')) expect(Number(cell)).toBeGreaterThanOrEqual(1);
  });

  test('lists every enlisted owner with its state; those that count with revision, receipt and levels', async () => {
    const grid = await calculated();
    const header = lineOf(grid, 0, 'Owner');
    const keys = items.map(({ key }) => header.indexOf(key));
    for (const { owner, name: called, state, accepted } of sample.owners) {
      const line = lineOf(grid, 0, owner);
      expect(line.slice(0, 2)).toEqual([owner, called]);
      expect(line.slice(3, 5)).toEqual([accepted?.revision ?? null, accepted?.receipt ?? null]);
      if (accepted === undefined) {
        expect(line[2]).toBe(state === 'not-started' ? 'Not started' : 'Submitted, not accepted');
        expect(keys.map((column) => line[column])).toEqual(keys.map(() => null));
      } else expect(line[2]).toBe(state === 'accepted' ? 'Accepted' : 'Accepted; a newer one is under way');
      for (const finding of findings) {
        const numbers = finding.rows
          .map((row) => line[header.indexOf(row)])
          .filter((cell): cell is number => typeof cell === 'number');
        const findingColumn = header.length - header.filter((cell) => cell === null).length - findings.length;
        expect(line[findingColumn + findings.indexOf(finding)]).toBe(deciding(finding, numbers) ?? '');
      }
    }
  });

  test('stands even before anybody is enlisted', async () => {
    const sheets = await calculatePlans([planMaster({ ...sample, owners: [], enlisted: 0, returned: 0, name })]);
    const grid = await sheets.values(name, { row: 0, column: 0, rows: 40, columns: 8 });
    sheets.close();
    expect(lineOf(grid, 0, 'Accepted')[1]).toBe(0);
    for (const finding of findings)
      expect(lineOf(grid, 1, finding.statement).slice(2, 6)).toEqual([0, 0, '0 of 0 returned of 0 enlisted', '']);
  });

  test('has a code of its own and says that it is not for publication', () => {
    const grid = planAsGrid(plan);
    expect(grid[2]?.[0]).toBe(plan.code);
    expect(readSheetCode(plan.code)).toMatchObject({
      kind: 'code',
      identity: { role: 'master', round: gardenRound.id },
    });
    expect(grid.flat().some((cell) => String(cell).includes('not for publication'))).toBe(true);
  });

  test('as at a day in the past says so in its title and in its code; nothing else on it is another', () => {
    const past = planMaster({ ...sample, name, at: '2009-06-30T23:00:00.000Z', asAt: '2009-06-30' });
    const [present, grid] = [planAsGrid(plan), planAsGrid(past)];
    expect(grid[0]?.[0]).toBe(`${String(present[0]?.[0])}, as it stood at the end of 30 June 2009`);
    expect(readSheetCode(past.code)).toMatchObject({
      kind: 'code',
      identity: { role: 'master', asAt: '2009-06-30' },
    });
    expect(grid[3]?.slice(0, 2)).toEqual(['As at', 'The end of 30 June 2009 in London']);
    expect(grid.slice(4)).toEqual(present.slice(4));
  });
});
