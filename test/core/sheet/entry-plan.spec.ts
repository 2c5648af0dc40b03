import type { Area, Cell } from '#core/cell.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import { choicesOf } from '#core/instrument/choices.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan, Validation } from '#core/sheet/sheet-plan.ts';
import { readSheetCode } from '#core/returns/sheet-code.ts';
import { readRecord, type RecordEntry } from '#core/returns/record.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';
import { showHighlights } from '../../kit/shown-highlights.ts';

jest.setTimeout(60_000);

const names = freeSheetNames(gardens, ['Gardens']);
const planned = (more: Partial<Parameters<typeof planReturn>[0]> = {}) =>
  planReturn({ instrument: gardens, round: gardenRound, owner: gardenOwner, names, ...more });
const sheet = (plans: readonly SheetPlan[], role: string): SheetPlan => {
  const found = plans.find((plan) => plan.role === role);
  if (found === undefined) throw new Error(`no ${role} sheet`);
  return found;
};
const layout = entryLayout(gardens);
const covers = ({ row, column, rows, columns }: Area, at: { row: number; column: number }) =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

describe('the sheets of a return', () => {
  test('stand in the order of their tabs, each under its code; check and lists are hidden', () => {
    const plans = planned();
    expect(plans.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
      'entry visible',
      'guide visible',
      'summary visible',
      'record visible',
      'check hidden',
      'lists hidden',
    ]);
    for (const plan of plans) {
      expect(planAsGrid(plan).slice(0, 12).flat()).toContain(plan.code);
      expect(readSheetCode(plan.code)).toEqual({
        kind: 'code',
        identity: { role: plan.role, owner: gardenOwner.id, round: gardenRound.id },
      });
    }
  });

  test('are the same for the same input', () => {
    expect(planned()).toEqual(planned());
  });

  test('refer to each other by the names they were given', () => {
    const used = planned().flatMap(({ blocks, validations, highlights }) =>
      [
        ...blocks.flatMap(({ content }) => content.flat()),
        ...validations.map(({ list }) => ({ formula: list ?? '' })),
        ...highlights,
      ].flatMap((cell) =>
        typeof cell === 'object' && cell ? [...cell.formula.matchAll(/'([^']+)'!/g)].map(([, name]) => name) : [],
      ),
    );
    expect([...new Set(used)].sort()).toEqual(['Gardens (2)', 'Gardens (2) check', 'Gardens (2) lists']);
  });

  test('leave to people what they write: answers, replies and the record are never drawn over', () => {
    const plans = planned();
    expect(sheet(plans, 'entry').regions).toEqual([
      { name: 'answers', area: layout.answers, belongsTo: 'person' },
      { name: 'questions', area: { row: 7, column: 9, rows: 5, columns: 1 }, belongsTo: 'shared' },
      { name: 'replies', area: { row: 7, column: 10, rows: 5, columns: 1 }, belongsTo: 'person' },
    ]);
    expect(sheet(plans, 'record').regions[0]).toMatchObject({ area: { row: 6 }, belongsTo: 'shared' });
  });

  test('keep the record so that it can be read again', () => {
    const entries: RecordEntry[] = [
      {
        when: '2009-03-01T10:00:00.000Z',
        who: 'Ann Ash',
        what: 'Explanation',
        row: 'N1',
        field: 'seen',
        value: 3,
        text: 'Because of the frost.',
        reference: 'seen-thin',
      },
    ];
    const record = sheet(planned({ record: entries }), 'record');
    expect(readRecord(planAsGrid(record))?.entries).toEqual(entries);
  });
});

describe('the entry sheet', () => {
  const entry = sheet(planned(), 'entry');
  const validationAt = (row: number, field: string): Validation => {
    const at = { row: layout.firstRow + row, column: layout.column(field) };
    const found = entry.validations.filter(({ area }) => covers(area, at));
    expect(found).toHaveLength(1);
    return found[0] as Validation;
  };
  const labelsOf = ({ list = '' }: Validation): Cell[] => {
    const [, letters = '', first = '', last = ''] = /!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(list) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return planAsGrid(sheet(planned(), 'lists'))
      .slice(Number(first) - 1, Number(last))
      .map((line) => line[column] ?? null);
  };

  test('locks everything but answers, questions and replies', () => {
    const unlocked = entry.protection?.unlocked ?? [];
    const open = (id: string) => unlocked.some((area) => covers(area, { row: 8, column: layout.column(id) }));
    for (const { id } of gardens.fields) expect(open(id)).toBe(true);
    expect(['#key', '#group', '#text', '#status', '#question', '#answer'].map((id) => open(id))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(unlocked.some((area) => covers(area, { row: layout.headerRow, column: 3 }))).toBe(false);
  });

  test('helps in every cell and never refuses one', () => {
    for (const field of gardens.fields)
      for (const row of fixedRows(gardens).keys())
        expect(validationAt(row, field.id).prompt).toEqual({ title: field.label, text: field.help });
    for (const { alert } of entry.validations) expect(['warning', 'information']).toContain(alert.style);
  });

  test('offers the labels of the choices, only those that are open to the row', () => {
    expect(labelsOf(validationAt(0, 'state'))).toEqual(['1 Bare', '2 Growing', '3 In fruit']);
    expect(labelsOf(validationAt(1, 'state'))).toEqual(['1 Bare', 'No water', '2 Growing', '3 In fruit']);
    const term = gardens.fields.find(({ id }) => id === 'term');
    expect(labelsOf(validationAt(4, 'term'))).toEqual(term && choicesOf(term, gardenRound).map(({ label }) => label));
    expect(validationAt(0, 'seen').list).toBeUndefined();
  });

  test('writes text as text: answers may begin with a sign or look like a number', () => {
    const written = entry.blocks.find(({ area }) => covers(area, { row: 7, column: 3 }));
    expect(written?.asText).toBe(true);
  });
});

describe('a sheet that marks itself', () => {
  const answers = {
    rows: [
      { key: 'N1', values: { state: 'bare' } },
      { key: 'N2', values: { seen: 'Frogs' } },
      { key: 'S1', values: { state: 2, seen: 'Bud' } },
      { key: 'S2', values: { state: 3, seen: '#REF!' } },
    ],
  };
  const questions = [
    { row: 'N1', field: 'sure', text: 'State: how sure?' },
    { row: 'S1', field: 'seen', text: 'What else?' },
  ];

  test('says in words how each row stands and how far the return is', async () => {
    const sheets = await calculatePlans(planned({ answers }));
    const status = { row: layout.firstRow, column: layout.column('#status'), rows: layout.rows, columns: 1 };
    expect((await sheets.values(names.entry, status)).flat()).toEqual([
      'Done',
      'Needs fixing',
      'Please check',
      'To do',
      'Needs fixing',
    ]);
    expect(await sheets.value(names.entry, layout.progressRow, 0)).toBe(
      '1 of 5 beds to answer, 2 cells to fix, 1 cell to check',
    );

    sheets.type(names.entry, layout.firstRow + 1, layout.column('state'), [['1 Bare']]);
    expect((await sheets.values(names.entry, status)).flat().slice(0, 2)).toEqual(['Done', 'Done']);
    expect(await sheets.value(names.summary, 3, 0)).toBe('1 of 5 beds to answer, 1 cell to fix, 1 cell to check');
    sheets.close();
  });

  test('says so in its own words when rows are inserted, and nothing is marked in the wrong row', async () => {
    const sheets = await calculatePlans(planned({ answers }));
    sheets.model.cells.insertRows(sheets.id(names.entry), layout.firstRow + 1, 2);
    const status = { row: layout.firstRow, column: layout.column('#status'), rows: layout.rows + 2, columns: 1 };
    expect((await sheets.values(names.entry, status)).flat()).toEqual([
      'Done',
      null,
      null,
      'Needs fixing',
      'Please check',
      'To do',
      'Needs fixing',
    ]);
    sheets.close();
  });

  test('shows errors, warnings and asked cells as they come and go', async () => {
    const plans = planned({ answers, questions });
    const sheets = await calculatePlans(plans);
    const shownAt = showHighlights(sheets, sheet(plans, 'entry'));
    const shown = () =>
      Promise.all(
        fixedRows(gardens).map(async ({ key }, row) => {
          const marked = [...gardens.fields.map(({ id }) => id), '#status'].map(async (id) => {
            const style = await shownAt({ row: layout.firstRow + row, column: layout.column(id) });
            return style ? [`${id} ${style}`] : [];
          });
          return [key, ...(await Promise.all(marked)).flat()];
        }),
      );
    expect(await shown()).toEqual([
      ['N1', 'sure question', '#status done'],
      ['N2', 'state error'],
      ['S1', 'seen question'],
      ['N3'],
      ['S2', 'seen error'],
    ]);
    sheets.type(names.entry, layout.firstRow + 2, layout.column('seen'), [['Buds everywhere']]);
    expect((await shown())[2]).toEqual(['S1', 'seen question', '#status done']);
    sheets.close();
  });
});

describe.each([gardens, ...instruments])('all sheets of $id', (instrument) => {
  const plans = planReturn({
    instrument,
    round: gardenRound,
    owner: gardenOwner,
    names: freeSheetNames(instrument, []),
  });

  test('keep the limits of Excel: prompts, alerts, names and blocks', () => {
    for (const { name, validations, blocks, charts } of plans) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const { alert, prompt } of validations) {
        expect(alert.title.length).toBeLessThanOrEqual(32);
        expect(alert.text.length).toBeLessThanOrEqual(225);
        expect(prompt.title.length).toBeLessThanOrEqual(32);
        expect(prompt.text.length).toBeLessThanOrEqual(255);
      }
      for (const { area, content } of blocks) {
        expect([area.rows, ...content.map(({ length }) => length)]).toEqual([
          content.length,
          ...content.map(() => area.columns),
        ]);
      }
      for (const { source, altText } of charts) {
        const grid = planAsGrid(sheet(plans, 'summary'));
        expect(altText.length).toBeLessThanOrEqual(255);
        expect(grid[source.row]?.slice(source.column, source.column + source.columns)).not.toContain(null);
      }
    }
  });

  test('never write one cell twice', () => {
    for (const { blocks } of plans) {
      const cells = blocks.flatMap(({ area, content }) =>
        content.flatMap((line, row) =>
          line.flatMap((cell, column) => (cell === null ? [] : [`${area.row + row},${area.column + column}`])),
        ),
      );
      expect(new Set(cells).size).toBe(cells.length);
    }
  });
});
