import fc from 'fast-check';
import { onceKey, type Field, type Instrument, type Rule } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { checkContent } from '#core/rules/check.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { saidNatively, verdictsOf } from '#core/rules/verdicts.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { newXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { clubCircumstances, clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { recalculateAll, valuesOf } from '../../kit/libreoffice.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { bytesOf } from '../../kit/return-file.ts';
import { withCrafted, withoutExpected } from './crafted-answers.ts';
import { enlarged, keysOf } from './enlarged.ts';
import { judgedKinds, judgedTogether, kindsToJudge } from './judged-kinds.ts';
import { typedCell } from './typed-cells.ts';

/** Lines of each return: few, since starting LibreOffice is what takes the time, but more than are crafted. */
const linesInAll = 60;

/** The last number: by how many times what is told of rows exceeds the rows that there are, see `withCrafted`. */
const toJudge: readonly (readonly [Instrument, Circumstances, number])[] = [
  [gardens, gardenRound, 1],
  [orchard, orchardCircumstances, 1],
  [clubMembers, clubCircumstances, 1],
  [clubMembers, clubCircumstances, 9],
  [clubRooms, gardenRound, 1],
];

/** Whether rules of these kinds look at the text of a field. */
const lookedAtBy = ({ rules }: Instrument, field: Field, kinds: readonly Rule['kind'][]): boolean =>
  rules.some(
    (rule) =>
      kinds.includes(rule.kind) && (rule.field === field.id || ('fields' in rule && rule.fields.includes(field.id))),
  );

/** Everything that people type but what the rules themselves say that LibreOffice takes otherwise. */
const cellFor = (field: Field, instrument: Instrument, circumstances: Circumstances) => {
  const counted = lookedAtBy(instrument, field, ['length']);
  const compared = lookedAtBy(instrument, field, ['unique', 'duplicate-row']);
  return typedCell(field, offerOf(instrument, circumstances)).map((cell) => {
    const text = String(cell ?? '');
    const otherwise =
      typeof cell === 'boolean' ||
      (counted && /[\u{10000}-\u{10ffff}]/u.test(text)) ||
      (compared && (/\p{Cc}/u.test(text) || text !== text.normalize('NFC')));
    return otherwise ? 'note' : cell;
  });
};

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
  const cases = toJudge.map(([original, circumstances, times]) => {
    const instrument = enlarged(original, linesInAll);
    const sample = sampleOf(instrument, circumstances);
    const rows = withCrafted(
      instrument,
      circumstances,
      times === 1 ? sample : withoutExpected(instrument, circumstances, sample),
      times,
    );
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
  expect(compared).toBeGreaterThan(2400);
  const judged = cases.map(({ instrument, circumstances, rows }) => judgedKinds(instrument, circumstances, rows));
  expect(judgedTogether(judged)).toEqual(kindsToJudge(cases.map(({ instrument }) => instrument)));
}, 240_000);
