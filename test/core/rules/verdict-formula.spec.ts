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
import { clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { typedCell } from './typed-cells.ts';

/** Lines in one calculation, and how often new ones are typed over them. */
const linesInAll = 160;
const times = 4;

/** The same instrument with many lines in one calculation: fixed rows repeated, open ones expected. */
const enlarged = (instrument: Instrument): Instrument => {
  const { rows } = instrument;
  if (rows.kind === 'open') return { ...instrument, rows: { ...rows, expected: linesInAll }, measures: [] };
  const copies = Array.from({ length: Math.ceil(linesInAll / rows.items.length) }, (_, time) => time);
  // The first copy keeps its keys: rules and choices name them.
  const again = (key: string, time: number) => (time === 0 ? key : `${key}-${time}`);
  const items = copies.flatMap((time) => rows.items.map((item) => ({ ...item, key: again(item.key, time) })));
  const fields = instrument.fields.map((field) => ({
    ...field,
    ...(field.choices && {
      choices: field.choices.map((choice) =>
        choice.rows
          ? { ...choice, rows: choice.rows.flatMap((key) => [0, 1, 2].map((time) => again(key, time))) }
          : choice,
      ),
    }),
  }));
  return { ...instrument, fields, rows: { ...rows, items }, measures: [] };
};

const keysOf = ({ rows }: Instrument): readonly string[] =>
  rows.kind === 'fixed'
    ? rows.items.map(({ key }) => key)
    : Array.from({ length: linesInAll }, (_, at) => `${at + 1}`);

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

const judged: readonly [Instrument, Circumstances][] = [
  [gardens, gardenRound],
  [orchard, orchardCircumstances],
  [clubMembers, gardenRound],
  [clubRooms, gardenRound],
  ...instruments.map((instrument): [Instrument, Circumstances] => [instrument, orchardCircumstances]),
];

describe.each(judged.map(([instrument, circumstances]) => ({ id: instrument.id, instrument, circumstances })))(
  'verdicts on the check sheet of $id',
  ({ instrument: original, circumstances }) => {
    const instrument = enlarged(original);
    const { fields, once = [] } = instrument;
    const names = freeSheetNames(instrument, []);
    const keys = keysOf(instrument);
    const offer = offerOf(instrument, circumstances);
    const line = (asked: readonly Field[]) => fc.tuple(...asked.map((field) => typedCell(field, offer)));
    const typed = fc.record({
      once: line(once),
      lines: fc.array(line(fields), { minLength: keys.length, maxLength: keys.length }),
    });

    test('are those of the rules, on whatever people type', async () => {
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
      for (const sample of fc.sample(typed, { numRuns: times, seed: 20090630 })) {
        calculated.type(names.entry, check.entry.answers.row, check.entry.answers.column, sample.lines);
        check.entry.once.forEach(({ row }, at) =>
          calculated.type(names.entry, row, check.entry.onceColumn, [[sample.once[at] ?? null]]),
        );
        const rows = [
          { key: onceKey, values: valuesOf(once, sample.once) },
          ...keys.map((key, at) => ({ key, values: valuesOf(fields, sample.lines[at]) })),
        ];
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
      }
      calculated.close();
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
