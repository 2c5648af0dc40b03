import fc from 'fast-check';
import type { Area, Cell } from '#core/cell.ts';
import { onceKey, type Field, type Instrument } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';

const common = fc.constantFrom<Cell>(
  null,
  null,
  0,
  1,
  7,
  2.5,
  -3,
  '12',
  ' 5 ',
  '007',
  '3.',
  'Yr 7',
  '*',
  '?',
  '~a',
  ' ',
);
const dates = fc.constantFrom<Cell>(
  39770,
  39900.5,
  '14/11/2008',
  '2009-04-14',
  '31/02/2009',
  '1/9/2008',
  '14/11/08',
  59,
);

const cellOf = (field: Field, instrument: Instrument, circumstances: Circumstances): fc.Arbitrary<Cell> => {
  const choices = offerOf(instrument, circumstances).get(field.id)?.choices ?? [];
  const meant = choices.flatMap(spellingsOf);
  const spelling = meant.length === 0 ? common : fc.constantFrom<Cell>(...meant);
  const several = fc
    .array(fc.constantFrom(...meant, 'nonsense'), { minLength: 1, maxLength: 5 })
    .chain((parts) => fc.constantFrom('; ', ',', ' ;\n').map((between) => parts.join(between)));
  switch (field.kind) {
    case 'choices':
      return fc.oneof({ weight: 4, arbitrary: several }, common);
    case 'date':
      return fc.oneof({ weight: 3, arbitrary: dates }, common);
    case 'text':
      return fc.oneof(common, fc.constantFrom<Cell>('AP-012', 'ap012', 'Under the wall', 'x'.repeat(70)));
    default:
      return fc.oneof({ weight: 4, arbitrary: spelling }, common);
  }
};

const rowOf = (fields: readonly Field[], instrument: Instrument, circumstances: Circumstances) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.id, cellOf(field, instrument, circumstances)])));

/** Rows with some keys in any order, and what is asked once. */
const answersOf = (instrument: Instrument, circumstances: Circumstances): fc.Arbitrary<readonly AnswerRow[]> => {
  const keys =
    instrument.rows.kind === 'fixed'
      ? fc.subarray(instrument.rows.items.map(({ key }) => key))
      : fc.subarray(['1', '2', '3', '5', '8', '13', '40', '41', '?12'], { minLength: 3 });
  const row = rowOf(instrument.fields, instrument, circumstances);
  const table = keys.chain((some) =>
    fc.tuple(...some.map((key) => row.map((values): AnswerRow => ({ key, values })))),
  );
  const once = rowOf(instrument.once ?? [], instrument, circumstances);
  return fc.tuple(once, table).map(([values, rows]) => [{ key: onceKey, values }, ...rows]);
};

/** Every formula that a plan carries, with the cell in which it stands. */
const formulasIn = ({ blocks }: SheetPlan) =>
  blocks.flatMap(({ area, content }) =>
    content.flatMap((line, down) =>
      line.flatMap((cell, right) =>
        typeof cell === 'object' && cell !== null
          ? [{ ...cell, row: area.row + down, column: area.column + right }]
          : [],
      ),
    ),
  );

/** All that a plan's formulas may fill. */
const extent = (plan: SheetPlan): Area => {
  const cells = formulasIn(plan);
  const rows = Math.max(1, ...cells.map(({ row, result }) => row + (result?.length ?? 1)));
  const columns = Math.max(1, ...cells.map(({ column, result }) => column + (result?.[0]?.length ?? 1)));
  return { row: 0, column: 0, rows, columns };
};

/** An empty text is shown like a blank cell, and ratios may differ in their last digits. */
const shown = (cell: Cell | undefined): Cell => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell;
};

describe.each([
  { instrument: gardens, round: gardenRound, owner: gardenOwner, circumstances: gardenRound as Circumstances },
  { instrument: orchard, round: orchardRound, owner: orchardOwner, circumstances: orchardCircumstances },
])('on the sheets of $instrument.title', ({ instrument, round, owner, circumstances }) => {
  test('every formula carries what it comes to', async () => {
    await fc.assert(
      fc.asyncProperty(answersOf(instrument, circumstances), async (rows) => {
        const names = freeSheetNames(instrument, []);
        const plans = planReturn({ instrument, round, circumstances, owner, names, answers: { rows } });
        const calculated = await calculatePlans(plans);
        try {
          for (const plan of plans) {
            const values = await calculated.values(plan.name, extent(plan));
            for (const { formula, result = [['a result']], row, column } of formulasIn(plan)) {
              const found = result.map((line, down) => line.map((_, right) => values[row + down]?.[column + right]));
              const here = { sheet: plan.name, row, column, formula };
              expect({ ...here, found: found.map((line) => line.map(shown)) }).toEqual({
                ...here,
                found: result.map((line) => line.map(shown)),
              });
            }
          }
        } finally {
          calculated.close();
        }
      }),
      // Each run calculates a whole workbook: making a failure smaller would take minutes.
      { numRuns: 8, endOnFailure: true },
    );
  }, 300_000);
});
