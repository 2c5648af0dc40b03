import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { fixedRows, instrumentRef, onceKey, type Choice, type Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { upgradeAlong, upgradePath, upgradeTo } from '#core/returns/upgrade-path.ts';
import { upgradeContent } from '#core/returns/upgrade.ts';
import { gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';

const choices: readonly Choice[] = [
  { code: '1', label: '1 Empty', accepts: ['empty'], value: 1 },
  { code: 'dry', label: 'Dry', accepts: [] },
  { code: '3', label: '3 Growing', accepts: ['growing'], value: 3 },
  { code: '2', label: '2 Sown', accepts: [], value: 2 },
];

/** The gardens' second version: a row, a field and choices have other names, some are gone, a level stands between two. */
const second: Instrument = {
  ...gardens,
  version: 2,
  traits: [],
  rows: {
    kind: 'fixed',
    noun: { one: 'bed', many: 'beds' },
    groups: [{ id: 'north', title: 'North side' }],
    items: ['N1', 'N2', 'N4', 'S1'].map((key) => ({ key, group: 'north', text: `Bed ${key}` })),
  },
  fields: gardens.fields.flatMap((field) => {
    if (field.id === 'state') return [{ ...field, id: 'stage', label: 'Stage', choices }];
    return field.id === 'work' ? [] : [field];
  }),
  rules: gardens.rules.flatMap((rule) =>
    rule.id === 'seen-thin' ? [{ ...rule, when: { row: 'started' as const } }] : [],
  ),
  measures: [],
  predecessor: {
    version: 1,
    rows: { N3: 'N4', S2: null },
    fields: { state: 'stage', work: null },
    choices: { state: { 'no-water': 'dry', '2': '3', '3': null } },
  },
};

const answers = (...rows: [key: string, values: Record<string, Cell>][]): ReturnContent => ({
  rows: rows.map(([key, values]) => ({ key, values })),
  explanations: [],
});

test('the newer version is a definition without faults', () => {
  expect(loadInstrument(second)).toMatchObject({ ok: true });
});

describe('Answers move to the next version', () => {
  test.each<[string, [string, string, Cell], [string, string, Cell]]>([
    ['what kept its name stays as typed', ['N1', 'seen', ' Rosemary '], ['N1', 'seen', ' Rosemary ']],
    ['a row that has another name', ['N3', 'seen', 'Gaps'], ['N4', 'seen', 'Gaps']],
    ['a field that has another name', ['N1', 'state', 1], ['N1', 'stage', 1]],
    ['a choice that has another code, as the new label', ['N2', 'state', 'dry?'], ['N2', 'stage', 'Dry']],
    ['a choice whose code means something else now', ['N1', 'state', 2], ['N1', 'stage', '3 Growing']],
    ['a spelling that is understood no more', ['N1', 'state', 'BARE'], ['N1', 'stage', '1 Empty']],
    ['what was never understood, as typed', ['N1', 'state', 'lots'], ['N1', 'stage', 'lots']],
    ['a choice of a field that stayed as it was', ['N1', 'sure', 'y'], ['N1', 'sure', 'y']],
    ['a term, as typed', ['N1', 'term', 'Aut 08'], ['N1', 'term', 'Aut 08']],
  ])('%s', (_what, [row, field, value], [newRow, newField, newValue]) => {
    const { content, moved, left } = upgradeContent(gardens, second, answers([row, { [field]: value }]));
    expect(content.rows).toEqual([{ key: newRow, values: { [newField]: newValue } }]);
    expect([moved, left]).toEqual([1, []]);
  });

  test.each<[string, string, string, Cell, string]>([
    ['a row that is gone', 'S2', 'seen', 'Apples', 'row-gone'],
    ['a row that never was', 'X1', 'seen', 'What?', 'row-gone'],
    ['a field that is gone', 'N1', 'work', 'Dig', 'field-gone'],
    ['a choice that is gone', 'N1', 'state', '3 In fruit', 'choice-gone'],
  ])('%s is listed with what stood there', (_what, row, field, value, why) => {
    const { content, moved, left } = upgradeContent(gardens, second, answers([row, { [field]: value }]));
    expect({ rows: content.rows.flatMap(({ values }) => Object.keys(values)), moved }).toEqual({
      rows: [],
      moved: 0,
    });
    expect(left).toEqual([{ row, field, value, why }]);
  });

  test('two that come to one place: the renamed one takes it, the other is listed', () => {
    const { content, left } = upgradeContent(
      gardens,
      { ...second, predecessor: { version: 1, rows: { N3: 'N1' } } },
      answers(['N1', { seen: 'Mine' }], ['N3', { seen: 'Hedge', sure: 'y' }]),
    );
    expect(content.rows).toEqual([{ key: 'N1', values: { seen: 'Hedge', sure: 'y' } }]);
    expect(left).toEqual([{ row: 'N1', field: 'seen', value: 'Mine', why: 'place-taken' }]);
  });

  test('two rows may change places', () => {
    const swapped = { ...gardens, version: 2, predecessor: { version: 1, rows: { N1: 'N2', N2: 'N1' } } };
    const { content } = upgradeContent(gardens, swapped, answers(['N1', { seen: 'a' }], ['N2', { seen: 'b' }]));
    expect(content.rows).toEqual([
      { key: 'N2', values: { seen: 'a' } },
      { key: 'N1', values: { seen: 'b' } },
    ]);
  });

  test('of several choices each moves, and the cell stays as typed where none is renamed', () => {
    const later: Instrument = {
      ...orchard,
      version: 2,
      predecessor: { version: 1, choices: { uses: { jam: 'juice', birds: null } } },
    };
    const value = (cell: Cell) =>
      upgradeContent(orchard, later, answers(['1', { uses: cell }])).content.rows[0]?.values.uses;
    expect(value('raw,Cooked')).toBe('raw,Cooked');
    expect(value('raw; jelly; what')).toBe('raw; Juice; what');
    expect(value('jam; Juice')).toBe('Juice');
    expect(value('raw; birds')).toBeUndefined();
  });

  test('what is asked once moves, and rows that are numbered keep their numbers', () => {
    const later: Instrument = {
      ...orchard,
      version: 2,
      once: orchard.once?.map((field) => (field.id === 'gap' ? { ...field, id: 'why-no-fence' } : field)) ?? [],
      rules: [],
      predecessor: { version: 1, fields: { gap: 'why-no-fence' } },
    };
    const before = answers([onceKey, { gap: 'No money', planted: 3 }], ['7', { kind: 'a' }]);
    expect(upgradeContent(orchard, later, before).content.rows).toEqual([
      { key: onceKey, values: { 'why-no-fence': 'No money', planted: 3 } },
      { key: '7', values: { kind: 'a' } },
    ]);
  });
});

test('explanations go with their cells, where the rule is still there', () => {
  const explained = { rule: 'seen-thin', text: 'That is all.' };
  const { content } = upgradeContent(gardens, second, {
    ...answers(['N3', { seen: 'Gap', state: '2' }], ['S2', { seen: 'Red' }]),
    explanations: [
      { ...explained, row: 'N3', field: 'seen', value: 'Gap' },
      { ...explained, row: 'N3', field: 'state', value: '2' },
      { ...explained, row: 'N1', field: 'seen', value: null },
      { ...explained, row: 'S2', field: 'seen', value: 'Red' },
      { ...explained, row: 'N3', field: 'seen', value: 'Gap', rule: 'work-odd' },
    ],
  });
  expect(content.explanations).toEqual([
    { ...explained, row: 'N4', field: 'seen', value: 'Gap' },
    { ...explained, row: 'N4', field: 'stage', value: '3 Growing' },
    { ...explained, row: 'N1', field: 'seen', value: null },
  ]);
});

/** The third version: the renamed row is gone, the field has its old name again. */
const third: Instrument = {
  ...second,
  version: 3,
  rows: {
    ...(second.rows as Extract<Instrument['rows'], { kind: 'fixed' }>),
    items: fixedRows(second).filter(({ key }) => key !== 'N4'),
  },
  fields: second.fields.map((field) => (field.id === 'stage' ? { ...field, id: 'state', label: 'State' } : field)),
  predecessor: { version: 2, rows: { N4: null }, fields: { stage: 'state' } },
};

describe('Over several versions', () => {
  const all = [third, gardens, second, { ...orchard, version: 3 }];
  const find = (reference: string) => all.find((one) => instrumentRef(one) === reference);
  const versions = (from: number, to: number) =>
    upgradePath(find, { id: gardens.id, from, to })?.map(({ version }) => version);

  test('the way is found from version to version', () => {
    expect(versions(1, 3)).toEqual([1, 2, 3]);
    expect(versions(2, 3)).toEqual([2, 3]);
    expect(versions(2, 2)).toEqual([2]);
    expect(versions(3, 1)).toBeUndefined();
    expect(versions(1, 4)).toBeUndefined();
    expect(versions(0, 3)).toBeUndefined();
    expect(upgradePath(find, { id: orchard.id, from: 1, to: 3 })).toBeUndefined();
  });

  test('answers are moved from the version that they were given in, where a way leads from it', () => {
    const before = answers(['N3', { state: '1' }]);
    const moved = upgradeTo(find, second, instrumentRef(gardens), before);
    expect(moved?.content.rows).toEqual([{ key: 'N4', values: { stage: '1' } }]);
    expect(upgradeTo(find, gardens, instrumentRef(gardens), before)?.content).toEqual(before);
    expect(upgradeTo(find, gardens, instrumentRef(second), before)).toBeUndefined();
    expect(upgradeTo(find, second, `${gardens.id}@9`, before)).toBeUndefined();
    expect(upgradeTo(find, second, `${orchard.id}@3`, before)).toBeUndefined();
  });

  test('what is left on the way is listed as it stood in the first', () => {
    const before = answers(['N3', { state: '2', work: 'Dig' }], ['N1', { state: '2' }]);
    const { content, moved, left } = upgradeAlong([gardens, second, third], before);
    expect(content.rows).toEqual([{ key: 'N1', values: { state: '3 Growing' } }]);
    expect(moved).toBe(1);
    expect(left).toEqual([
      { row: 'N3', field: 'work', value: 'Dig', why: 'field-gone' },
      { row: 'N3', field: 'state', value: '2', why: 'row-gone' },
    ]);
  });
});

const cell = fc.constantFrom<Cell>(
  '',
  null,
  'x',
  ' ',
  0,
  false,
  '1',
  2,
  '3 In fruit',
  'bare',
  'dry?',
  'No water',
  'y',
);
const contents = fc
  .uniqueArray(fc.constantFrom('N1', 'N2', 'N3', 'N4', 'S1', 'S2', 'return', 'X'), { maxLength: 8 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.record({
          key: fc.constant(key),
          values: fc.dictionary(fc.constantFrom('state', 'stage', 'seen', 'work', 'term', 'sure', 'none'), cell),
        }),
      ),
    ),
  )
  .map((rows): ReturnContent => ({ rows, explanations: [] }));

const filled = ({ rows }: ReturnContent) =>
  rows.flatMap(({ key, values }) =>
    Object.entries(values).flatMap(([field, value]) => (value === null || value === '' ? [] : [[key, field, value]])),
  );

test('every filled cell is either moved or listed, never both, never dropped', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const { went, left, moved, content: after } = upgradeContent(gardens, second, content);
      const told = [...went.map(({ from }) => from), ...left].map(({ row, field, value }) => [row, field, value]);
      const inOrder = (cells: readonly (readonly Cell[])[]) => cells.map((one) => JSON.stringify(one)).sort();
      expect(inOrder(told)).toEqual(inOrder(filled(content) as Cell[][]));
      expect(inOrder(filled(after) as Cell[][])).toEqual(inOrder(went.map(({ to }) => [to.row, to.field, to.value])));
      expect(moved).toBe(went.length);

      const along = upgradeAlong([gardens, second, third], content);
      expect(along.moved + along.left.length).toBe(filled(content).length);
      const before = new Set(inOrder(filled(content) as Cell[][]));
      for (const { row, field, value } of along.left)
        expect(before.has(JSON.stringify([row, field, value]))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
