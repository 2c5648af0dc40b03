import type { Area } from '#core/cell.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { orchard, orchardCircumstances, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';
import { showHighlights } from '../../kit/shown-highlights.ts';

jest.setTimeout(60_000);

const names = freeSheetNames(orchard, []);
const planned = (more: Partial<Parameters<typeof planReturn>[0]> = {}) =>
  planReturn({
    ...{ instrument: orchard, round: orchardRound, owner: orchardOwner, names },
    circumstances: orchardCircumstances,
    ...more,
  });
const entryOf = (plans: readonly SheetPlan[]): SheetPlan => {
  const found = plans.find(({ role }) => role === 'entry');
  if (found === undefined) throw new Error('no entry sheet');
  return found;
};
const layout = entryLayout(orchard);
const covers = ({ row, column, rows, columns }: Area, at: { row: number; column: number }) =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;
const first = (field: string) => ({ row: layout.firstRow, column: layout.column(field) });
const onceRow = (field: string) => layout.once.find((line) => line.field === field)?.row ?? -1;

const answers = {
  rows: [
    { key: 'return', values: { 'planted-2007': 4, fence: 'No' } },
    { key: '1', values: { year: '2007', kind: 'Apple', crop: '1', taste: '3' } },
    { key: '2', values: { year: '2008', kind: 'Plum' } },
    { key: '3', values: { year: '2008', kind: 'Pear', label: 'oak' } },
  ],
};

describe('the entry sheet of an open table', () => {
  const entry = entryOf(planned());

  test('has numbered lines for the expected rows and a fifth, ready to be typed into', () => {
    const grid = planAsGrid(entry);
    const numbers = grid.slice(layout.firstRow).map((line) => line[layout.column('#key')]);
    expect(numbers).toEqual(Array.from({ length: 36 }, (_, at) => at + 1));
    expect(grid[layout.headerRow]?.slice(0, 3)).toEqual(['No.', 'Planted in', 'Kind']);
  });

  test('is never protected; numbers and answers are not drawn over', () => {
    expect(entry.protection).toBeUndefined();
    for (const id of ['#key', ...orchard.fields.map((field) => field.id), '#question', '#answer'])
      expect(
        entry.regions.filter(({ area }) => covers(area, first(id))).map(({ belongsTo }) => belongsTo),
      ).not.toContain('us');
    expect(entry.regions.some(({ area }) => covers(area, first('#status')))).toBe(false);
  });

  test('formats text as text, but numbers and dates as what they are', () => {
    const asText = (field: string) => entry.blocks.find(({ area }) => covers(area, first(field)))?.asText ?? false;
    expect(['label', 'kind', 'girth', 'height', 'blossom'].map(asText)).toEqual([true, true, false, false, false]);
    const styles = (field: string) =>
      entry.styles.filter(({ area }) => covers(area, first(field))).map(({ style }) => style);
    expect(styles('label')).toEqual(['input']);
    expect(styles('girth')).toEqual(['input', 'input-number']);
    expect(styles('blossom')).toEqual(['input', 'input-date']);
  });

  test('tells the limits of numbers and dates while one types, and never refuses', () => {
    const help = (field: string) => entry.validations.find(({ area }) => covers(area, first(field)));
    expect(help('girth')).toMatchObject({
      limits: { kind: 'integer', min: 3, max: 400 },
      alert: { style: 'warning' },
    });
    expect(help('girth')?.alert.text).toContain('Write whole centimetres from 3 to 400.');
    expect(help('height')).toMatchObject({ limits: { kind: 'decimal', min: 0.2, max: 25 } });
    expect(help('blossom')).toMatchObject({ limits: { kind: 'date', from: '2008-02-01', until: '2009-07-31' } });
    expect(help('kind')?.list).toBeDefined();
    for (const { alert } of entry.validations) expect(['warning', 'information']).toContain(alert.style);
  });

  test('offers a drop-down where several may be chosen, without an alert when more is typed after it', () => {
    const help = entry.validations.find(({ area }) => covers(area, first('uses')));
    expect(help?.list).toBeDefined();
    expect(help?.alert.text).toBe('');
  });

  test('helps in every cell that people type into, once', () => {
    for (const { id } of [...orchard.fields, { id: '#question' }, { id: '#answer' }])
      for (const row of [layout.firstRow, layout.firstRow + layout.rows - 1])
        expect(entry.validations.filter(({ area }) => covers(area, { row, column: layout.column(id) }))).toHaveLength(
          1,
        );
    for (const { field, row } of layout.once)
      expect(
        entry.validations.filter(({ area }) => covers(area, { row, column: layout.onceColumn }))[0]?.prompt.text,
      ).toBe(orchard.once?.find(({ id }) => id === field)?.help);
  });

  test('prints on one page across with the headings on every page, and keeps them in view', () => {
    expect(entry.print).toMatchObject({
      landscape: true,
      repeatedRows: { first: layout.headerRow, last: layout.headerRow },
    });
    expect(entry.freeze).toEqual({ rows: layout.headerRow + 1, columns: 1 });
    expect(entry.hiddenRows).toEqual([layout.idRow]);
  });

  test('asks once what is asked once: label, answer and, beside it, how it stands', () => {
    const grid = planAsGrid(entryOf(planned({ answers })));
    expect(grid[onceRow('planted-2007')]?.slice(0, 4)).toEqual(['Trees planted in 2007', null, null, 4]);
    expect(grid[onceRow('fence')]?.[layout.onceColumn]).toBe('No');
  });
});

describe('an open table that marks itself', () => {
  const questions = [{ row: 'return', field: 'fence', text: 'Since when?' }];
  const plans = planned({ answers, questions }).filter(({ role }) => ['entry', 'check', 'lists'].includes(role));
  const statusAt = (line: number) => ({
    row: layout.firstRow + line,
    column: layout.column('#status'),
    rows: 1,
    columns: 1,
  });

  test('says how many rows there are and what is to fix, and how each row stands; blank rows say nothing', async () => {
    const sheets = await calculatePlans(plans);
    expect(await sheets.value(names.entry, layout.progressRow, 0)).toBe('3 trees entered, 3 to fix, 2 to check');
    const status = await sheets.values(names.entry, { ...statusAt(0), rows: 4 });
    expect(status.flat()).toEqual(['Needs fixing', 'Needs fixing', 'Please check', '']);
    const once = await sheets.value(names.entry, onceRow('gap'), layout.onceColumn + 1);
    expect(once).toBe('Needs fixing');
    expect(await sheets.value(names.entry, onceRow('fence'), layout.onceColumn + 1)).toBe('');
    sheets.close();
  });

  test('what the file says without being calculated is what the formulas come to', async () => {
    const sheets = await calculatePlans(plans);
    for (const { area, content } of entryOf(plans).blocks) {
      const values = await sheets.values(names.entry, area);
      content.forEach((line, row) =>
        line.forEach((cell, column) => {
          if (typeof cell === 'object' && cell !== null)
            expect(cell.result?.[0]?.[0]).toEqual(values[row]?.[column] ?? '');
        }),
      );
    }
    sheets.close();
  });

  test('greys what must stay blank, and marks errors, warnings and questions, above the table too', async () => {
    const sheets = await calculatePlans(plans);
    const shown = showHighlights(sheets, entryOf(plans));
    const at = (line: number, field: string) => shown({ row: layout.firstRow + line, column: layout.column(field) });
    expect(await at(0, 'taste')).toBe('error');
    expect(await at(1, 'kind')).toBe('error');
    expect(await at(2, 'label')).toBe('warning');
    expect(await at(3, 'kind')).toBeUndefined();
    sheets.type(names.entry, layout.firstRow, layout.column('taste'), [[null]]);
    expect(await at(0, 'taste')).toBe('not-applicable');
    expect(await shown({ row: onceRow('gap'), column: layout.onceColumn })).toBe('error');
    expect(await shown({ row: onceRow('fence'), column: layout.onceColumn })).toBe('question');
    sheets.close();
  });
});
