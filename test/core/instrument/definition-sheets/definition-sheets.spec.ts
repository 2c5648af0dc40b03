import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import type { NamedGrid } from '#core/instrument/definition-sheets/definition-table.ts';
import { parseList, printList } from '#core/instrument/definition-sheets/list-text.ts';
import { readDefinition } from '#core/instrument/definition-sheets/read-definition.ts';
import { writeDefinition } from '#core/instrument/definition-sheets/write-definition.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { instruments } from '#definitions/instruments.ts';
import { anyOrAllGardens } from '../../../kit/any-or-all-gardens.ts';
import { gardens } from '../../../kit/garden-instrument.ts';
import { orchard } from '../../../kit/orchard-instrument.ts';

const moved: Instrument = {
  ...gardens,
  version: 3,
  rules: [
    ...gardens.rules,
    {
      kind: 'cross-row',
      id: 'hedge',
      field: 'state',
      severity: 'warning',
      message: 'Look over the hedge.',
      when: { field: 'state', atLeast: 3 },
      other: { row: 'N3', when: { not: { row: 'started' } } },
    },
  ],
  predecessor: {
    version: 2,
    rows: { '007': 'N1', N9: null },
    fields: { look: 'state' },
    choices: { look: { '0': '1', wet: null }, sure: { maybe: 'no' } },
  },
};

const awkward: Instrument = {
  ...orchard,
  rules: [
    ...orchard.rules,
    {
      kind: 'share',
      id: 'kept-share',
      field: 'kept',
      severity: 'warning',
      message: 'Most of it was kept.',
      fields: ['kept'],
      outOf: ['kept', 'passed'],
      least: 0.1,
      most: 0.75,
    },
  ],
  fields: orchard.fields.map((field, at) =>
    at > 0
      ? field
      : { ...field, alsoCalled: ['a; b', ' c ', '"d"', 'e\nf', '#', '1'], question: '=2+2', part: '007' },
  ),
};

/** Which of the trees somebody expects, as of pupils: by the number of the year. */
const expecting: Instrument = {
  ...orchard,
  rules: [
    ...orchard.rules,
    { kind: 'expected-year', id: 'year-in', field: 'crop', severity: 'warning', message: 'Only {years}.' },
    {
      kind: 'expected-rows',
      id: 'rows-in',
      field: 'planted',
      severity: 'warning',
      message: 'None is there.',
      year: 7,
      rows: { field: 'year', code: ['2007'] },
    },
  ],
};

test.each(
  [...instruments, gardens, anyOrAllGardens, orchard, moved, awkward, expecting].map(
    (one) => [`${one.id}@${one.version}`, one] as const,
  ),
)('%s is written into a definition workbook and read back as it was', (_ref, instrument) => {
  expect(readDefinition(writeDefinition(instrument))).toEqual({ ok: true, value: instrument });
});

/** A definition workbook with other cells in some places, such as `rules!C4`. */
const changed = (sheets: readonly NamedGrid[], cells: Readonly<Record<string, Cell>>): readonly NamedGrid[] =>
  sheets.map(({ name, grid }) => ({
    name,
    grid: grid.map((line, row) =>
      line.map((cell, column) => {
        const place = `${name}!${String.fromCharCode(65 + column)}${row + 1}`;
        return place in cells ? (cells[place] ?? null) : cell;
      }),
    ),
  }));

/** Where a heading of a sheet has its nth line below the note: `rules!F3` for the first. */
const at = (instrument: Instrument, sheet: string, heading: string, line: number): string => {
  const [headings = []] = writeDefinition(instrument).find(({ name }) => name === sheet)?.grid ?? [];
  return `${sheet}!${String.fromCharCode(65 + headings.indexOf(heading))}${line + 3}`;
};

const faultsIn = (sheets: readonly NamedGrid[]) => {
  const read = readDefinition(sheets);
  return read.ok ? [] : read.failure.map(({ sheet, cell, code, detail }) => [`${sheet}!${cell}`, code, detail]);
};

describe('Every mistake is told with its sheet and cell', () => {
  const lineOf = (list: readonly { readonly id: string }[], id: string) => list.findIndex((one) => one.id === id);
  const ruleAt = (heading: string, id: string) => at(orchard, 'rules', heading, lineOf(orchard.rules, id));
  const measureAt = (heading: string, id: string) => at(orchard, 'measures', heading, lineOf(orchard.measures, id));
  const fieldAt = (heading: string, id: string) =>
    at(orchard, 'fields', heading, lineOf([...(orchard.once ?? []), ...orchard.fields], id));

  test.each<[what: string, where: string, cell: Cell, code: string, detail: string, place?: string]>([
    ['a condition', ruleAt('when', 'gap-missing'), 'fence is', 'condition-unreadable', 'answer 9'],
    ['a condition on no field', ruleAt('when', 'gap-missing'), 'fense is "no"', 'unknown-field', 'fense'],
    ['a condition on no choice', ruleAt('when', 'gap-missing'), 'fence is never', 'unknown-choice', 'never'],
    ['a number', ruleAt('max', 'girth-number'), 'many', 'not-a-number', 'many'],
    ['yes or no', ruleAt('whole', 'girth-number'), 'maybe', 'not-yes-or-no', 'maybe'],
    ['limits', ruleAt('max', 'girth-number'), 2, 'limits-impossible', '2'],
    ['a day', ruleAt('from', 'blossom-date'), '2008-02-31', 'not-a-day', '2008-02-31'],
    ['a kind of rule', ruleAt('kind', 'blossom-date'), 'data', 'shape', 'is none of the forms allowed here'],
    ['what only other rules have', ruleAt('other row', 'blossom-date'), 'N1', 'shape', 'does not belong here'],
    ['what this rule does not have', ruleAt('masks', 'blossom-date'), '##', 'shape', 'does not belong here'],
    ['a message', ruleAt('message', 'blossom-date'), null, 'shape', 'is missing'],
    ['a field of a measure', measureAt('field', 'mean-crop'), 'corp', 'unknown-field', 'corp'],
    ['a breakdown', measureAt('by', 'mean-crop'), 'kind; uses', 'kind-unfit', 'choices'],
    ['a list', measureAt('codes', 'full'), '"4; 5', 'list-unreadable', '"4; 5'],
    ['a rate', measureAt('lines', 'alive'), '2007: planted-2007', 'rate-unreadable', '2007: planted-2007'],
    ['lines of a rate', measureAt('lines', 'alive'), '2007 out of counted', 'kind-unfit', 'date'],
    ['where a field is asked', fieldAt('asked', 'notes'), 'twice', 'shape', 'is neither blank nor once'],
    ['the width of a field', fieldAt('width', 'notes'), 300, 'shape', 'must be <= 255'],
    ['an id', fieldAt('id', 'passed'), 'passed on', 'shape', 'must match pattern'],
    ['a choice of no field', at(orchard, 'choices', 'field', 0), 'fenc', 'unknown-field', 'fenc'],
    ['a spelling', at(orchard, 'choices', 'accepts', 0), 'no; y', 'ambiguous-spelling', 'No', 'choices!C4'],
    ['a heading', 'rules!A1', 'Id of the rule', 'headings-missing', 'id'],
    ['another heading', 'rules!C1', 'sort', 'heading-unknown', 'sort'],
    ['a heading that stands there already', 'rules!E1', 'kind', 'heading-twice', 'kind'],
    ['a setting', 'instrument!A3', 'versoin', 'setting-unknown', 'versoin'],
    ['what is set', 'instrument!B3', 'two', 'not-a-number', 'two'],
    ['a title', 'instrument!B4', null, 'shape', 'is missing'],
    ['an owner', 'instrument!B7', 'parent', 'shape', 'is none of the forms allowed here'],
    ['whose rows are pupils', 'instrument!B13', 'perhaps', 'not-yes-or-no', 'perhaps'],
  ])('%s', (...[, where, cell, code, detail, place = where]) => {
    const faults = faultsIn(changed(writeDefinition(orchard), { [where]: cell }));
    expect(faults).toContainEqual([place, code, expect.stringContaining(detail)]);
  });

  const formless = 'is none of the forms allowed here';
  test.each<[what: string, where: string, cell: Cell, code: string, detail: string]>([
    ['a row in no group', at(moved, 'rows', 'group', 3), 'west', 'unknown-group', 'west'],
    ['a descriptor', at(moved, 'rows', 'descriptor 2', 3), null, 'descriptor-missing', '2'],
    ['a column of descriptors', 'rows!G1', 'descriptors', 'heading-unknown', 'descriptors'],
    ['the field of the levels', 'instrument!B12', 'seen', 'no-scale', 'seen'],
    ['a kind of move', at(moved, 'moved', 'what', 0), 'line', 'not-a-kind-of-move', 'line'],
    ['where a row went', at(moved, 'moved', 'is now', 0), 'N7', 'unknown-row', 'N7'],
    ['where nothing is said to have gone', at(moved, 'moved', 'is now', 1), null, 'shape', 'is missing'],
    ['moves since no version', 'instrument!B14', null, 'shape', 'is missing'],
    ['by what a finding is counted', at(moved, 'measures', 'counted by', 2), 'most', 'shape', formless],
    [
      'what only findings are counted by',
      at(moved, 'measures', 'counted by', 0),
      'all',
      'shape',
      'does not belong here',
    ],
    ['the row of a rule', at(moved, 'rules', 'other row', moved.rules.length - 1), 'N7', 'unknown-row', 'N7'],
  ])('%s', (_what, where, cell, code, detail) => {
    expect(faultsIn(changed(writeDefinition(moved), { [where]: cell }))).toContainEqual([where, code, detail]);
  });

  test.each<[what: string, heading: string, cell: Cell, code: string, detail: string]>([
    ['a share in hundredths', 'most', 75, 'shape', 'must be <= 1'],
    ['a share in words', 'least', 'half', 'not-a-number', 'half'],
    ['a share less than its least', 'most', 0.05, 'limits-impossible', '0.05'],
    ['what a share is out of', 'out of', 'kept; given', 'unknown-field', 'given'],
    ['a share out of nothing', 'out of', null, 'shape', 'is missing'],
  ])('%s', (_what, heading, cell, code, detail) => {
    const where = at(awkward, 'rules', heading, awkward.rules.length - 1);
    expect(faultsIn(changed(writeDefinition(awkward), { [where]: cell }))).toContainEqual([where, code, detail]);
  });

  test.each<[what: string, back: 1 | 2, heading: string, cell: Cell, code: string, detail: string]>([
    ['a field without year groups', 2, 'field', 'kind', 'no-year', 'kind'],
    ['a field of texts for year groups', 2, 'field', 'notes', 'kind-unfit', 'text'],
    ['a year in a rule that has none', 2, 'year', 7, 'shape', 'does not belong here'],
    ['a year that is none', 1, 'year', 'seven', 'not-a-number', 'seven'],
    ['a year of no school', 1, 'year', 15, 'shape', 'must be <= 14'],
    ['no year', 1, 'year', null, 'shape', 'is missing'],
    ['rows of no year', 1, 'rows where', 'year is 2009', 'unknown-choice', '2009'],
    ['no rows', 1, 'rows where', null, 'shape', 'is missing'],
    ['expected rows told in a row', 1, 'field', 'girth', 'wrong-place', 'girth'],
  ])('%s', (_what, back, heading, cell, code, detail) => {
    const where = at(expecting, 'rules', heading, expecting.rules.length - back);
    expect(faultsIn(changed(writeDefinition(expecting), { [where]: cell }))).toContainEqual([where, code, detail]);
  });

  test('a sheet that is not there', () => {
    const sheets = writeDefinition(orchard).filter(({ name }) => name !== 'rules');
    expect(faultsIn(sheets)).toEqual([['rules!A1', 'sheet-missing', 'rules']]);
  });

  test('rows of an instrument whose rows are open', () => {
    const sheets = writeDefinition(orchard).map((sheet) =>
      sheet.name === 'rows' ? { ...sheet, grid: [...sheet.grid, ['a', 'A', null, null]] } : sheet,
    );
    expect(faultsIn(sheets)).toEqual([['rows!A3', 'rows-unfit', 'open']]);
  });

  test('all mistakes are told at once, of each cell one', () => {
    const cells = {
      [ruleAt('max', 'girth-number')]: 'many',
      [ruleAt('field', 'notes-long')]: 'noets',
      'instrument!B3': 0,
    };
    expect(faultsIn(changed(writeDefinition(orchard), cells)).map(([where]) => where)).toEqual([
      ruleAt('max', 'girth-number'),
      'instrument!B3',
    ]);
  });
});

describe('A definition may be written freely', () => {
  const reads = (sheets: readonly NamedGrid[]) =>
    expect(readDefinition(sheets)).toEqual({ ok: true, value: orchard });
  const plain = writeDefinition(orchard);

  test('without the columns that nothing is written in', () => {
    reads(
      plain.map(({ name, grid }) => ({
        name,
        grid: grid.map((line) =>
          line.filter((_, column) => name !== 'measures' || grid[0]?.[column] !== 'counted by'),
        ),
      })),
    );
  });

  test('columns in any order, headings with capitals and spaces, sheets of other names besides', () => {
    reads([
      { name: 'My notes', grid: [['anything']] },
      ...plain.map(({ name, grid }) => ({
        name: ` ${name.toUpperCase()}`,
        grid:
          name === 'rules'
            ? grid.map((line, row) =>
                [line[0] ?? null, line[2] ?? null, line[1] ?? null, ...line.slice(3)].map((cell) =>
                  row === 0 ? ` ${String(cell).toUpperCase()} ` : cell,
                ),
              )
            : grid,
      })),
    ]);
  });

  test('notes, blank lines and columns of notes are not read', () => {
    reads(
      plain.map(({ name, grid }) => ({
        name,
        grid: [
          ['A note above the headings'],
          ...grid.flatMap((line, row) => [
            [...line, row === 0 ? '# remarks' : 'a remark'],
            ...(row === 0 ? [] : [[], [' ', null], ['# a note', 'and what it says']]),
          ]),
        ],
      })),
    );
  });

  test('numbers typed as text, codes typed as numbers, dates that the spreadsheet made of days', () => {
    const asNumber = (cell: Cell) => (typeof cell === 'string' && /^[1-9]\d*$/.test(cell) ? Number(cell) : cell);
    const asText = (cell: Cell) => (typeof cell === 'number' ? String(cell) : cell);
    const asDate = (cell: Cell) => (cell === '2008-09-01' ? 39692 : cell);
    for (const other of [asNumber, asText, asDate])
      reads(plain.map(({ name, grid }) => ({ name, grid: grid.map((line) => line.map(other)) })));
  });
});

test('texts of any kind in one cell come back as they were', () => {
  const texts = fc.array(
    fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: fc.constantFrom(...'a ;"\n#') })),
  );
  fc.assert(
    fc.property(texts, (list) => expect(parseList(printList(list))).toEqual(list)),
    { numRuns: 2000 },
  );
});
