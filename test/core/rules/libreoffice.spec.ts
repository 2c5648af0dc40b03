import fc from 'fast-check';
import { onceKey, type Field, type Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { isCellError } from '#core/rules/cell-error.ts';
import { checkContent } from '#core/rules/check.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { saidNatively, verdictsOf } from '#core/rules/verdicts.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { newXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { recalculateAll, valuesOf } from '../../kit/libreoffice.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { bytesOf } from '../../kit/return-file.ts';
import { withCrafted } from './crafted-answers.ts';
import { enlarged, keysOf } from './enlarged.ts';
import { judgedKinds, judgedTogether, kindsToJudge } from './judged-kinds.ts';
import { typedCell } from './typed-cells.ts';

/** Lines of each return: few, since starting LibreOffice is what takes the time, but more than are crafted. */
const linesInAll = 24;

const toJudge: readonly (readonly [Instrument, Circumstances, 'crafted' | 'by chance'])[] = [
  [gardens, gardenRound, 'crafted'],
  [orchard, orchardCircumstances, 'crafted'],
  [clubMembers, gardenRound, 'crafted'],
  [clubMembers, gardenRound, 'by chance'],
  [clubRooms, gardenRound, 'crafted'],
];

/** Truth values are numbers in LibreOffice, and error texts stay texts there. */
const cellFor = (field: Field, instrument: Instrument, circumstances: Circumstances) =>
  typedCell(field, offerOf(instrument, circumstances)).map((cell) =>
    typeof cell === 'boolean' || isCellError(cell) || (typeof cell === 'string' && /[^\x20-\x7e\u00a0\n]/.test(cell))
      ? 'note'
      : cell,
  );

const sampleOf = (instrument: Instrument, circumstances: Circumstances): readonly AnswerRow[] => {
  const { fields, once = [] } = instrument;
  const keys = keysOf(instrument, linesInAll);
  const valued = (asked: readonly Field[], seed: number) => {
    const cells =
      fc.sample(fc.tuple(...asked.map((field) => cellFor(field, instrument, circumstances))), {
        numRuns: 1,
        seed,
      })[0] ?? [];
    return Object.fromEntries(asked.map(({ id }, at) => [id, cells[at] ?? null]));
  };
  return [
    { key: onceKey, values: valued(once, 1) },
    ...keys.map((key, at) => ({ key, values: valued(fields, at + 2) })),
  ];
};

test('LibreOffice comes to the verdicts of the rules in a workbook that carries none', async () => {
  const cases = toJudge.map(([original, circumstances, how]) => {
    const instrument = enlarged(original, linesInAll);
    const byChance = sampleOf(instrument, circumstances);
    const rows = how === 'crafted' ? withCrafted(instrument, circumstances, byChance) : byChance;
    const names = freeSheetNames(instrument, []);
    return {
      instrument,
      circumstances,
      rows,
      of: { instrument, circumstances, round: gardenRound, owner: gardenOwner, names, answers: { rows } },
    };
  });
  const files = await Promise.all(
    cases.map(async ({ of }) => {
      const workbook = newXlsx();
      const drawn = await workbook.draw(planReturn(of).map((plan) => ({ plan })));
      if (!drawn.ok) throw new Error(JSON.stringify(drawn));
      return bytesOf(workbook, false);
    }),
  );
  const saved = await recalculateAll(files);
  const differing: unknown[] = [];
  let compared = 0;
  for (const [at, { instrument, circumstances, rows, of }] of cases.entries()) {
    const { check } = planContext({ ...of, answers: rows });
    const grid = await valuesOf(saved[at] ?? new Uint8Array(), of.names.check);
    const issues = checkContent(instrument, circumstances, { rows });
    const verdict = verdictsOf(issues.filter(saidNatively(instrument)));
    for (const [down, { key, values }] of rows.entries())
      for (const { id } of key === onceKey ? (instrument.once ?? []) : instrument.fields) {
        const { row, column } = check.verdicts(id);
        const found = grid[key === onceKey ? row : row + down - 1]?.[column] ?? null;
        compared += 1;
        if (found !== verdict(key, id)) differing.push({ id, key, values, found, expected: verdict(key, id) });
      }
  }
  expect(differing.slice(0, 5)).toEqual([]);
  expect(compared).toBeGreaterThan(800);
  const judged = cases.map(({ instrument, circumstances, rows }) => judgedKinds(instrument, circumstances, rows));
  expect(judgedTogether(judged)).toEqual(kindsToJudge(cases.map(({ instrument }) => instrument)));
}, 240_000);
