import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import { cellErrorTexts } from '#core/rules/cell-error.ts';
import { longestFormula } from '#core/rules/check-terms.ts';
import { checkContent } from '#core/rules/check.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { verdictsOf } from '#core/rules/verdicts.ts';
import { checkLayout } from '#core/sheet/check-layout.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';

/** Lines in one calculation, and how often new ones are typed over them. */
const linesInAll = 200;
const times = 4;

/** The same instrument with its rows repeated: many lines in one calculation. */
const enlarged = (instrument: Instrument): Instrument => {
  const again = (key: string, time: number) => `${key}-${time}`;
  const copies = Array.from({ length: Math.ceil(linesInAll / instrument.rows.items.length) }, (_, time) => time);
  const choices = instrument.fields.map((field) => ({
    ...field,
    ...(field.choices && {
      choices: field.choices.map((choice) =>
        // A choice for some rows is open to their first copies only, so that the formula stays within Excel's limit.
        choice.rows
          ? { ...choice, rows: choice.rows.flatMap((key) => [0, 1, 2].map((time) => again(key, time))) }
          : choice,
      ),
    }),
  }));
  const items = copies.flatMap((time) =>
    instrument.rows.items.map((item) => ({ ...item, key: again(item.key, time) })),
  );
  return { ...instrument, fields: choices, rows: { ...instrument.rows, items }, measures: [] };
};

/** What people type: right spellings, nearly right ones, and everything that trips a formula. */
const cellsFor = (instrument: Instrument): fc.Arbitrary<Cell> => {
  const spellings = [...offerOf(instrument, gardenRound).values()].flat().flatMap(spellingsOf);
  const spaces = fc.constantFrom('', ' ', '\u00a0', '  \u00a0', '\t', '\n');
  const spelling = fc.constantFrom(...spellings);
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<Cell>(null) },
    { weight: 8, arbitrary: spelling },
    { weight: 2, arbitrary: fc.tuple(spaces, spelling, spaces).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: spelling.map((text) => text.toUpperCase().replace(/ /g, '\u00a0 ')) },
    { weight: 1, arbitrary: spaces },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Cell>(
        '*',
        '?',
        '~',
        '~*',
        'g*',
        'gr?ws',
        '<>',
        '>1',
        '=1',
        '+1',
        '-',
        '"',
        '""',
        "'",
        '#',
        '1,0',
        '1e0',
        '01',
        '#N/A!',
        'TRUE',
        'é',
        'ß',
        'naïve – “so”',
        '日本',
        '😀',
        '😀😀',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Cell>(...cellErrorTexts, '#n/a') },
    { weight: 2, arbitrary: fc.constantFrom<Cell>(1, 2, 3, 4, 5, 0, -1, 1.5, 0.1, 2008, 1000000) },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 3000 }).map((length) => 'a b'.repeat(length).slice(0, length)),
    },
  );
};

const linesFor = (instrument: Instrument): fc.Arbitrary<Cell[][]> => {
  const [columns, rows] = [instrument.fields.length, instrument.rows.items.length];
  const line = fc.array(cellsFor(instrument), { minLength: columns, maxLength: columns });
  return fc.array(line, { minLength: rows, maxLength: rows });
};

describe.each([gardens, ...instruments])('verdicts on the check sheet of $id', (original) => {
  const instrument = enlarged(original);
  const names = freeSheetNames(instrument, []);
  const { items } = instrument.rows;

  test('are those of the rules, on whatever people type', async () => {
    const samples = fc.sample(linesFor(instrument), { numRuns: times, seed: 20090630 });
    const round = { ...gardenRound, instrument: 'any@1' };
    const layout = checkLayout(instrument, offerOf(instrument, round));
    const { answers } = layout.entry;
    const calculated = await calculatePlans(planReturn({ instrument, round, owner: gardenOwner, names }));
    const seen = new Set<Cell>();
    for (const lines of samples) {
      calculated.type(names.entry, answers.row, answers.column, lines);
      const rows = items.map(({ key }, at) => ({
        key,
        values: Object.fromEntries(instrument.fields.map(({ id }, column) => [id, lines[at]?.[column] ?? null])),
      }));
      const verdict = verdictsOf(checkContent(instrument, round, { rows }));
      const differing: unknown[] = [];
      for (const { id } of instrument.fields) {
        const formula = await calculated.values(names.check, layout.verdicts(id));
        rows.forEach(({ key, values }, at) => {
          const found = formula[at]?.[0] ?? null;
          seen.add(found);
          if (found !== verdict(key, id)) differing.push({ id, key, values, found, expected: verdict(key, id) });
        });
      }
      expect(differing.slice(0, 5)).toEqual([]);
    }
    calculated.close();
    expect([...seen].sort()).toEqual([0, 1, 2]);
  }, 120_000);
});

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
    ];
    expect([...used].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    for (const [, text = ''] of formula.matchAll(/"((?:[^"]|"")*)"/g)) expect(text.length).toBeLessThanOrEqual(255);
  }
});
