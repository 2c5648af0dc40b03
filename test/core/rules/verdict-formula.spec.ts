import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { onceKey, type Field, type Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import type { FieldId } from '#core/ids.ts';
import { isCellError } from '#core/rules/cell-error.ts';
import { longestFormula } from '#core/rules/check-terms.ts';
import { checkContent } from '#core/rules/check.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { saidNatively, verdictsOf } from '#core/rules/verdicts.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { clubCircumstances, clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { withCrafted, withoutExpected } from './crafted-answers.ts';
import { enlarged, keysOf } from './enlarged.ts';
import { judgedKinds, judgedTogether, kindsToJudge, type JudgedKinds } from './judged-kinds.ts';
import { typedCell } from './typed-cells.ts';

/** Lines in one calculation, and how often new ones are typed over them. */
const linesInAll = 160;
const times = 4;

const valuesOf = (fields: readonly Field[], cells: readonly Cell[] = []): AnswerRow['values'] =>
  Object.fromEntries(fields.map(({ id }, at) => [id, cells[at] ?? null]));

/** What `duplicate-row` leaves open: whether two error values are alike. */
const outsideDomain = ({ rules }: Instrument, field: FieldId, values: AnswerRow['values']): boolean =>
  rules.some(
    (rule) =>
      rule.kind === 'duplicate-row' &&
      rule.field === field &&
      rule.fields.some((id) => isCellError(values[id] ?? null)),
  );

const toJudge: readonly [Instrument, Circumstances][] = [
  [gardens, gardenRound],
  [orchard, orchardCircumstances],
  [clubMembers, clubCircumstances],
  [clubRooms, gardenRound],
  ...instruments.map((instrument): [Instrument, Circumstances] => [
    instrument,
    { ...orchardCircumstances, yearGroups: [9] },
  ]),
];

describe.each(toJudge.map(([instrument, circumstances]) => ({ id: instrument.id, instrument, circumstances })))(
  'verdicts on the check sheet of $id',
  ({ instrument: original, circumstances }) => {
    const instrument = enlarged(original, linesInAll);
    const { fields, once = [] } = instrument;
    const names = freeSheetNames(instrument, []);
    const keys = keysOf(instrument, linesInAll);
    const offer = offerOf(instrument, circumstances);
    const line = (asked: readonly Field[]) => fc.tuple(...asked.map((field) => typedCell(field, offer)));
    const typed = fc.record({
      once: line(once),
      lines: fc.array(line(fields), { minLength: keys.length, maxLength: keys.length }),
    });

    test('are those of the rules, on whatever people type; every kind of rule finds something and nothing', async () => {
      const of = {
        instrument,
        round: { ...gardenRound, instrument: 'any@1' },
        owner: gardenOwner,
        names,
        circumstances,
      };
      const { check } = planContext(of);
      const calculated = await calculatePlans(planReturn(of));
      const seen = new Set<Cell>();
      const judged: JudgedKinds[] = [];
      for (const [time, sample] of fc.sample(typed, { numRuns: times, seed: 20090630 }).entries()) {
        const byChance = [
          { key: onceKey, values: valuesOf(once, sample.once) },
          ...keys.map((key, at) => ({ key, values: valuesOf(fields, sample.lines[at]) })),
        ];
        const rows =
          time === 0
            ? withCrafted(instrument, circumstances, byChance)
            : time === times - 1
              ? withCrafted(instrument, circumstances, withoutExpected(instrument, circumstances, byChance))
              : byChance;
        const cellsOf = (asked: readonly Field[], answers: readonly AnswerRow[]) =>
          answers.map(({ values }) => asked.map(({ id }) => values[id] ?? null));
        const { answers, onceColumn } = check.entry;
        calculated.type(names.entry, answers.row, answers.column, cellsOf(fields, rows.slice(1)));
        const [above = []] = cellsOf(once, rows);
        check.entry.once.forEach(({ row }, at) =>
          calculated.type(names.entry, row, onceColumn, [[above[at] ?? null]]),
        );
        const issues = checkContent(instrument, circumstances, { rows });
        const verdict = verdictsOf(issues.filter(saidNatively(instrument)));
        const differing: unknown[] = [];
        const compare = ({ id }: Field, answers: readonly AnswerRow[], formula: readonly (readonly Cell[])[]) =>
          answers.forEach(({ key, values }, at) => {
            const found = formula[at]?.[0] ?? null;
            seen.add(found);
            if (found !== verdict(key, id) && !outsideDomain(instrument, id, values))
              differing.push({ id, key, values, found, expected: verdict(key, id) });
          });
        for (const field of once)
          compare(field, rows.slice(0, 1), await calculated.values(names.check, check.verdicts(field.id)));
        for (const field of fields)
          compare(field, rows.slice(1), await calculated.values(names.check, check.verdicts(field.id)));
        expect(differing.slice(0, 5)).toEqual([]);
        judged.push(judgedKinds(instrument, circumstances, rows));
      }
      calculated.close();
      expect(judgedTogether(judged)).toEqual(kindsToJudge([instrument]));
      expect([...seen].sort()).toEqual([0, 1, 2]);
    }, 240_000);
  },
);

test.each(instruments)('every formula on the sheets of $id is one that Excel takes', (instrument) => {
  const plans = planReturn({
    instrument,
    round: gardenRound,
    owner: gardenOwner,
    names: freeSheetNames(instrument, []),
  });
  const formulas = plans.flatMap(({ blocks }) =>
    blocks.flatMap(({ content }) =>
      content.flat().flatMap((cell) => (typeof cell === 'object' && cell ? [cell.formula] : [])),
    ),
  );
  expect(formulas.length).toBeGreaterThan(instrument.fields.length);
  for (const formula of formulas) {
    expect(formula.length).toBeLessThanOrEqual(longestFormula);
    // Functions of Excel 2021 that LibreOffice 7.4 has too.
    const used = new Set([...formula.replace(/"[^"]*"/g, '').matchAll(/([A-Z][A-Z.]*)\(/g)].map(([, name]) => name));
    const known = [
      'IF',
      'IFERROR',
      'TRIM',
      'SUBSTITUTE',
      'UNICHAR',
      'LEN',
      'MMULT',
      'TRANSPOSE',
      'MATCH',
      'ROW',
      'INDEX',
      'SUM',
      'COUNTIF',
      'COUNTIFS',
      'COUNT',
      'MEDIAN',
      'CHOOSE',
      'ISNUMBER',
      'INT',
      'MOD',
      'MID',
      'FIND',
      'UPPER',
      'LOWER',
      'LEFT',
      'RIGHT',
      'CHAR',
      'REPT',
      'ABS',
      'DATE',
      'DAY',
      'MATCH',
      'NUMBERVALUE',
      'SUMPRODUCT',
      'EXACT',
      'VALUE',
    ];
    expect([...used].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    for (const [, text = ''] of formula.matchAll(/"((?:[^"]|"")*)"/g)) expect(text.length).toBeLessThanOrEqual(255);
  }
});
