import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { shownTable } from '#core/measures/shown-places.ts';
import { tallierOf } from '#core/measures/tally.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { anyOrAllGardens } from '../../kit/any-or-all-gardens.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardRound } from '../../kit/orchard-instrument.ts';
import { otherResults, sameNumber } from '../../kit/results-of-plans.ts';

const plansOf = (instrument: Instrument, round: Round, rows: readonly AnswerRow[]) =>
  planReturn({ instrument, round, owner: gardenOwner, names: freeSheetNames(instrument, []), answers: { rows } });

/** The summary's plan and what its formulas come to in the workbench. */
const calculatedSummary = async (instrument: Instrument, round: Round, rows: readonly AnswerRow[]) => {
  const plans = plansOf(instrument, round, rows);
  const plan = plans.find(({ role }) => role === 'summary');
  if (!plan) throw new Error('no summary');
  const sheets = await calculatePlans(plans);
  const grid = await sheets.values(plan.name, { row: 0, column: 0, rows: 1000, columns: 120 });
  sheets.close();
  return { plan, grid };
};

/** A table as somebody reads it who finds it by its title: without blank columns and lines. */
const readTable = (grid: readonly (readonly Cell[])[], title: string, columns: number, height: number) => {
  const at = grid.findIndex(([first]) => first === title);
  if (at < 0) throw new Error(`the summary does not show ${title}`);
  const lines = grid.slice(at + 1, at + 2 + height).map((line) => line.slice(0, columns + 1));
  const blank = (cell: Cell | undefined) => cell === null || cell === undefined || cell === '';
  const kept = lines[0]?.map((head, column) => column === 0 || !blank(head)) ?? [];
  return lines
    .filter(([label], row) => row === 0 || !blank(label))
    .map((line) => line.filter((_, column) => kept[column]));
};

const cases: readonly (readonly [string, Instrument, Round])[] = [
  ['fixed rows', gardens, gardenRound],
  ['open rows', orchard, orchardRound],
  ['findings of any and all rows', anyOrAllGardens, gardenRound],
  ...instruments.map((one) => [one.id + '@' + String(one.version), one, gardenRound] as const),
];

describe.each(cases)('the summary of %s', (_, instrument, round) => {
  const tallier = tallierOf(instrument, round);
  const tables = compileMeasures(instrument, round);
  const samples: readonly (readonly [string, AnswerRow[]])[] = [
    ['nothing', []],
    ...fc
      .sample(rowsOf(instrument, round, { least: 8, most: 30 }), {
        numRuns: instruments.includes(instrument) ? 1 : 3,
        seed: 20090630,
      })
      .map((rows, at) => [`sample ${at + 1}`, rows] as const),
  ];

  test.each(samples)(
    'says in its formulas what is worked out from the answers: %s',
    async (_name, rows) => {
      const { plan, grid } = await calculatedSummary(instrument, round, rows);
      expect(otherResults(plan, (row, column) => grid[row]?.[column] ?? null)).toEqual([]);

      const { sums } = tallier.of({ rows });
      tables.forEach((table, at) => {
        if (instrument.measures[at]?.kind === 'finding') return;
        const shown = shownTable(figuresOf(table, tallier.sums, sums));
        const height =
          table.ranked === undefined ? table.lines.length : Math.min(table.ranked.most, table.lines.length);
        const [header, ...lines] = readTable(grid, table.title, table.columns.length, height);
        expect([table.title, header]).toEqual([
          table.title,
          [table.corner, ...shown.columns.map(({ label }) => label)],
        ]);
        expect([table.title, lines.map(([label]) => label)]).toEqual([
          table.title,
          shown.lines.map(({ label }) => label),
        ]);
        shown.lines.forEach(({ cells }, line) =>
          cells.forEach((figure, column) => {
            const found = lines[line]?.[column + 1];
            if (!sameNumber(figure ?? '', found ?? ''))
              expect([table.title, line, column, found]).toEqual([table.title, line, column, figure]);
          }),
        );
      });
    },
    60_000,
  );
});

test('the summary says over each list of findings by what they are counted', () => {
  const plan = plansOf(anyOrAllGardens, gardenRound, []).find(({ role }) => role === 'summary');
  const lines = plan?.blocks.flatMap(({ content }) => content) ?? [];
  const titles = lines.flatMap(([first]) =>
    typeof first === 'string' && /^(Barriers|Positive)/.test(first) ? [first] : [],
  );
  expect(titles).toEqual([
    'Barriers (median of the answers at most 2)',
    'Barriers (any of the answers at most 2)',
    'Barriers (all of the answers at most 2)',
    'Positive indicators (median of the answers at least 3)',
    'Positive indicators (any of the answers at least 3)',
    'Positive indicators (all of the answers at least 3)',
  ]);
  const heads = lines.flatMap(([first, , value]) => (first === 'Finding' ? [value] : []));
  expect(heads).toEqual(['Median', 'Lowest', 'Highest', 'Median', 'Highest', 'Lowest']);
});

describe.each(cases.slice(0, 3))('the summary of %s stays right', (_, instrument, round) => {
  test('when answers are typed, sorted and emptied again', async () => {
    const [rows = []] = fc.sample(rowsOf(instrument, round, { least: 8, most: 20 }), { numRuns: 1, seed: 20090702 });
    const wanted = (answers: readonly AnswerRow[]) => {
      const plan = plansOf(instrument, round, answers).find(({ role }) => role === 'summary');
      if (!plan) throw new Error('no summary');
      return plan;
    };
    const names = freeSheetNames(instrument, []);
    const sheets = await calculatePlans(plansOf(instrument, round, []));
    const compare = async (answers: readonly AnswerRow[]) => {
      const grid = await sheets.values(names.summary, { row: 0, column: 0, rows: 1000, columns: 120 });
      expect(otherResults(wanted(answers), (row, column) => grid[row]?.[column] ?? null)).toEqual([]);
    };
    const layout = entryLayout(instrument);
    const typed = rows.filter(({ key }) => key !== onceKey);
    for (const { field, row } of layout.once)
      sheets.type(names.entry, row, layout.onceColumn, [
        [rows.find(({ key }) => key === onceKey)?.values[field] ?? null],
      ]);
    const type = (lines: readonly AnswerRow[]) =>
      sheets.type(
        names.entry,
        layout.firstRow,
        layout.column(instrument.fields[0]?.id ?? ''),
        lines.map(({ values }) => instrument.fields.map(({ id }) => values[id] ?? null)),
      );
    type(typed);
    await compare(rows);

    const lines = { row: layout.firstRow, column: 0, rows: typed.length, columns: layout.columns };
    const keys = async () => (await sheets.values(names.entry, { ...lines, columns: 1 })).flat().map(String);
    const before = await keys();
    sheets.model.cells.sort(sheets.id(names.entry), lines, layout.column(instrument.fields[0]?.id ?? ''), false);
    expect(await keys()).not.toEqual(before);
    await compare(rows);

    type(typed.map(({ key }) => ({ key, values: {} })));
    await compare(rows.filter(({ key }) => key === onceKey));
    sheets.close();
  }, 120_000);
});
