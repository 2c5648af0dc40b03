import fc from 'fast-check';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { addTallies, tallierOf } from '#core/measures/tally.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';
import { countedGardens } from '../../kit/counted-gardens.ts';
import { otherResults } from '../../kit/results-of-plans.ts';

jest.setTimeout(120_000);

/** The orchard's rate alone: trees planted in a year that still stand, out of the number planted. */
const alive: Instrument = { ...orchard, measures: orchard.measures.filter(({ kind }) => kind === 'rate') };
const years = ['2007', '2008'] as const;
type Year = (typeof years)[number];
type Planted = Readonly<Record<Year, number | null>>;

interface Trees {
  readonly planted: Planted;
  readonly standing: readonly (Year | null)[];
}

const number = fc.option(fc.integer({ min: 0, max: 40 }));
const trees: fc.Arbitrary<Trees> = fc.record({
  planted: fc.record({ '2007': number, '2008': number }),
  standing: fc.array(fc.option(fc.constantFrom(...years)), { maxLength: 8 }),
});

const rowsOf = ({ planted, standing }: Trees): readonly AnswerRow[] => [
  { key: onceKey, values: { 'planted-2007': planted['2007'], 'planted-2008': planted['2008'] } },
  ...standing.map((year, at) => ({ key: String(at + 1), values: { year, notes: 'a tree' } })),
];

const rateOf = (returns: readonly Trees[]) => {
  const tallier = tallierOf(alive, gardenRound);
  const tally = returns
    .map((one) => tallier.of({ rows: rowsOf(one) }))
    .reduce((sum, one) => {
      const added = addTallies(sum, one);
      if (!added.ok) throw new Error('they do not add up');
      return added.value;
    }, tallier.nothing);
  const [table] = compileMeasures(alive, gardenRound);
  if (!table) throw new Error('no table');
  return figuresOf(table, tallier.sums, tally.sums).lines.map(({ cells }) => cells);
};

test('a return that leaves a number blank counts neither above nor below it, and the returns that do are told', () => {
  fc.assert(
    fc.property(fc.array(trees, { maxLength: 5 }), (returns) => {
      const lines = years.map((year) => {
        const counting = returns.filter(({ planted }) => planted[year] !== null);
        const rows = counting.flatMap(({ standing }) => standing.filter((one) => one === year)).length;
        const outOf = counting.reduce((sum, { planted }) => sum + (planted[year] ?? 0), 0);
        return { rows, outOf, returns: counting.length };
      });
      const rows = lines.reduce((sum, line) => sum + line.rows, 0);
      const outOf = lines.reduce((sum, line) => sum + line.outOf, 0);
      const some = returns.filter(({ planted }) => years.some((year) => planted[year] !== null)).length;
      const expected = [...lines, { rows, outOf, returns: some }].map((line) => [
        line.outOf === 0 ? undefined : line.rows / line.outOf,
        line.rows,
        line.outOf,
        line.returns,
      ]);
      expect(rateOf(returns)).toEqual(expected);
    }),
  );
});

test('where no return holds more rows than its number, no rate is above 1', () => {
  const honest = trees.map(({ planted, standing }): Trees => ({
    standing,
    planted: {
      '2007': planted['2007'] === null ? null : standing.length + (planted['2007'] % 3),
      '2008': planted['2008'] === null ? null : standing.length + (planted['2008'] % 3),
    },
  }));
  fc.assert(
    fc.property(fc.array(honest, { maxLength: 5 }), (returns) => {
      for (const [rate = 0] of rateOf(returns)) expect(rate).toBeLessThanOrEqual(1);
    }),
  );
});

/** What a plan states and the workbench's formulas come to otherwise. */
const disagreements = async (plans: readonly SheetPlan[], plan: SheetPlan) => {
  const calculated = await calculatePlans(plans);
  const [rows, columns] = [0, 1].map((at) =>
    Math.max(...plan.blocks.map(({ area }) => (at === 0 ? area.row + area.rows : area.column + area.columns))),
  ) as [number, number];
  const grid = await calculated.values(plan.name, { row: 0, column: 0, rows, columns });
  calculated.close();
  return otherResults(plan, (row, column) => grid[row]?.[column] ?? null);
};

const masterOf = (instrument: Instrument, returns: readonly (readonly AnswerRow[])[]) =>
  planMaster({
    instrument,
    round: gardenRound,
    at: '2009-06-30T12:00:00Z',
    enlisted: returns.length,
    returned: returns.length,
    owners: returns.map((rows, at) => ({
      owner: ownerId(String(999001 + at)),
      name: `School ${at + 1}`,
      state: 'accepted' as const,
      accepted: { revision: 1, receipt: `receipt-${at + 1}`, content: { rows, explanations: [] } },
    })),
    name: 'Master',
  });

describe('the live formulas come to the same', () => {
  test('in the master of open rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trees, { minLength: 1, maxLength: 4 }), async (returns) => {
        const plan = masterOf(alive, returns.map(rowsOf));
        expect(await disagreements([plan], plan)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  test('in the master of fixed rows', async () => {
    const states = (planted: number | null): readonly AnswerRow[] => [
      { key: onceKey, values: { beds: planted } },
      { key: 'N1', values: { state: '1 Bare', sure: 'Yes' } },
      { key: 'S1', values: { state: '2 Growing', sure: 'Yes' } },
    ];
    const plan = masterOf(countedGardens, [states(4), states(null), states(0)]);
    expect(await disagreements([plan], plan)).toEqual([]);
    const results = plan.blocks.flatMap(({ content }) =>
      content.filter(([label]) => label === 'Yes').map((line) => line.slice(1).map((cell) => resultOf(cell))),
    );
    expect(results).toContainEqual([1, 4, 4, 2]);
  });

  test('in the summary of one return', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (one) => {
        const names = freeSheetNames(alive, []);
        const answers = { rows: rowsOf(one) };
        const plans = planReturn({ instrument: alive, round: gardenRound, owner: gardenOwner, names, answers });
        const summary = plans.find(({ role }) => role === 'summary');
        if (!summary) throw new Error('no summary');
        expect(await disagreements(plans, summary)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

const resultOf = (cell: SheetPlan['blocks'][number]['content'][number][number] | undefined) =>
  typeof cell === 'object' && cell !== null ? cell.result?.[0]?.[0] : cell;
