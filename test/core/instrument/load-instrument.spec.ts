import type { FaultCode } from '#core/instrument/instrument-fault.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';

/** A small invented instrument, as it would come from a file. A fresh copy each time: tests break it. */
const bicycleCheck = () => ({
  id: 'bicycle-check',
  version: 1,
  title: 'Bicycle check',
  sheetTitle: 'Bicycle check',
  purpose: 'Say how your bicycles are.',
  owner: 'school',
  traits: [{ kind: 'levelled-statements', field: 'state' }],
  rows: {
    kind: 'fixed',
    noun: { one: 'part', many: 'parts' },
    groups: [
      { id: 'F', title: 'Front' },
      { id: 'R', title: 'Rear' },
    ],
    items: [
      { key: 'F1', group: 'F', text: 'The front brake holds.', descriptors: { '1': 'It slips.', '2': 'It holds.' } },
      {
        key: 'R1',
        group: 'R',
        text: 'The rear light shines.',
        descriptors: { '1': 'It is dark.', '2': 'It shines.' },
      },
    ] as Record<string, unknown>[],
  },
  fields: [
    {
      id: 'state',
      label: 'State',
      help: 'Choose one.',
      kind: 'choice',
      width: 12,
      choices: [
        { code: '1', label: '1 Bad', accepts: ['bad'], value: 1 },
        { code: '2', label: '2 Good', accepts: ['good'], value: 2 },
        { code: 'na', label: 'Not applicable', accepts: [], rows: ['R1'] },
      ] as Record<string, unknown>[],
    },
    { id: 'note', label: 'Note', help: 'What you saw.', kind: 'text', width: 40 },
    { id: 'mend-by', label: 'Mend by', help: 'Choose a term.', kind: 'term', width: 14 },
  ] as Record<string, unknown>[],
  rules: [
    {
      kind: 'required',
      id: 'state-first',
      field: 'state',
      severity: 'error',
      message: 'Choose.',
      when: { row: 'started' },
    },
    { kind: 'one-of', id: 'state-known', field: 'state', severity: 'error', message: 'Choose from the list.' },
    {
      kind: 'unlikely',
      id: 'good-and-mended',
      field: 'mend-by',
      severity: 'warning',
      message: 'A good part needs no mending.',
      when: { all: [{ field: 'state', atLeast: 2 }, { any: [{ field: 'state', code: ['2'] }] }] },
    },
    { kind: 'length', id: 'note-short', field: 'note', severity: 'warning', message: 'Say more.', min: 5, max: 200 },
  ] as Record<string, unknown>[],
  measures: [
    { kind: 'distribution', id: 'states', title: 'States', field: 'state' },
    { kind: 'finding', id: 'brakes', direction: 'barrier', field: 'state', rows: ['F1'], statement: 'Brakes slip.' },
  ] as Record<string, unknown>[],
});

type Draft = ReturnType<typeof bicycleCheck>;

const faultsOf = (spoil: (draft: Draft) => void) => {
  const draft = bicycleCheck();
  spoil(draft);
  const loaded = loadInstrument(draft);
  return loaded.ok ? [] : loaded.failure.map(({ path, code }) => [path, code]);
};

test('a definition without faults is loaded as it is', () => {
  expect(loadInstrument(bicycleCheck())).toEqual({ ok: true, value: bicycleCheck() });
});

describe('The shape is checked', () => {
  test.each<[string, (draft: Draft) => void, string]>([
    ['a misspelt member', (d) => Object.assign(d, { tittle: 'x' }), '/tittle'],
    ['an unknown kind of field', (d) => (d.fields[1]!.kind = 'number'), '/fields/1/kind'],
    ['a prompt longer than Excel shows', (d) => (d.fields[1]!.help = 'x'.repeat(256)), '/fields/1/help'],
    ['a label longer than the title of a prompt', (d) => (d.fields[1]!.label = 'x'.repeat(33)), '/fields/1/label'],
    ['a sheet title of 21 characters', (d) => (d.sheetTitle = 'x'.repeat(21)), '/sheetTitle'],
    ['a version that is no whole number', (d) => (d.version = 1.5), '/version'],
    ['a rule of no known kind', (d) => (d.rules[1]!.kind = 'never'), '/rules/1/kind'],
    [
      'a condition inside a condition',
      (d) => (d.rules[2]!.when = { all: [{ any: [{ row: 'ended' }] }] }),
      '/rules/2/when',
    ],
    ['an id with spaces', (d) => (d.fields[1]!.id = 'my note'), '/fields/1/id'],
    ['an id that every object has a member of', (d) => (d.fields[1]!.id = 'constructor'), '/fields/1/id'],
    ['a row key that every object has a member of', (d) => (d.rows.items[0]!.key = 'toString'), '/rows/items/0/key'],
  ])('%s', (_what, spoil, path) => {
    expect(faultsOf(spoil)).toEqual([[path, 'shape']]);
  });

  test('a required member that is missing', () => {
    expect(faultsOf((d) => Reflect.deleteProperty(d, 'title'))).toEqual([['/title', 'shape']]);
  });

  test.each([[null], ['bicycle'], [[]]])('%j is no definition', (definition) => {
    expect(loadInstrument(definition).ok).toBe(false);
  });
});

describe('The meaning is checked', () => {
  test.each<[string, (draft: Draft) => void, string, FaultCode]>([
    [
      'two groups with one id',
      (d) => (d.rows.groups[1]!.id = d.rows.items[1]!.group = 'f'),
      '/rows/groups/1/id',
      'not-unique',
    ],
    [
      'two rows with one key, folding case',
      (d) => d.rows.items.push({ ...d.rows.items[0], key: 'f1', text: 'Another' }),
      '/rows/items/2/key',
      'not-unique',
    ],
    [
      'the key of what is asked once, as the key of a row',
      (d) => d.rows.items.push({ ...d.rows.items[0], key: 'RETURN', text: 'Another' }),
      '/rows/items/2/key',
      'key-taken',
    ],
    ['a row in no group', (d) => (d.rows.items[0]!.group = 'X'), '/rows/items/0/group', 'unknown-group'],
    [
      'two fields with one id',
      (d) => d.fields.push({ ...d.fields[1], label: 'Another' }),
      '/fields/3/id',
      'not-unique',
    ],
    ['two columns with one header', (d) => (d.fields[2]!.label = 'NOTE'), '/fields/2/label', 'not-unique'],
    [
      'a header that the sheet needs itself',
      (d) => (d.fields[2]!.label = 'Status'),
      '/fields/2/label',
      'label-taken',
    ],
    ['a header that is what a row is called', (d) => (d.fields[2]!.label = 'part'), '/fields/2/label', 'label-taken'],
    ['a header with stray spaces', (d) => (d.fields[1]!.label = 'Note '), '/fields/1/label', 'untidy-text'],
    ['a choice field without choices', (d) => (d.fields[2]!.kind = 'choice'), '/fields/2/choices', 'choices-missing'],
    [
      'a text field with choices',
      (d) => (d.fields[1]!.choices = [{ code: 'a', label: 'A', accepts: [] }]),
      '/fields/1/choices',
      'choices-not-allowed',
    ],
    [
      'a choice with a comma',
      (d) => (choices(d)[0]!.label = '1 Bad, really'),
      '/fields/0/choices/0/label',
      'comma-in-label',
    ],
    [
      'a label that is another choice',
      (d) => (choices(d)[1]!.label = 'BAD'),
      '/fields/0/choices/1/label',
      'ambiguous-spelling',
    ],
    [
      'a code that is another choice',
      (d) => (choices(d)[2]!.code = 'bad'),
      '/fields/0/choices/2/code',
      'ambiguous-spelling',
    ],
    [
      'a spelling that means two choices',
      (d) => (choices(d)[2]!.accepts = ['none', ' Good']),
      '/fields/0/choices/2/accepts/1',
      'ambiguous-spelling',
    ],
    [
      'a choice for a row that is not there',
      (d) => (choices(d)[2]!.rows = ['R9']),
      '/fields/0/choices/2/rows/0',
      'unknown-row',
    ],
    ['levels in a field without a scale', (d) => (d.traits[0]!.field = 'note'), '/traits/0/field', 'no-scale'],
    ['levels in no field', (d) => (d.traits[0]!.field = 'nothing'), '/traits/0/field', 'unknown-field'],
    [
      'a statement without a descriptor for one of its levels',
      (d) => (d.rows.items[0]!.descriptors = { '1': 'It slips.' }),
      '/rows/items/0/descriptors/2',
      'descriptor-missing',
    ],
    [
      'a descriptor for a level that is not there',
      (d) => (d.rows.items[0]!.descriptors = { '1': 'a', '2': 'b', '3': 'c' }),
      '/rows/items/0/descriptors/3',
      'descriptor-unknown',
    ],
    ['two rules with one id', (d) => (d.rules[1]!.id = 'state-first'), '/rules/1/id', 'not-unique'],
    ['a rule on no field', (d) => (d.rules[0]!.field = 'nothing'), '/rules/0/field', 'unknown-field'],
    ['a choice demanded of a text field', (d) => (d.rules[1]!.field = 'note'), '/rules/1/field', 'kind-unfit'],
    [
      'a condition on no field',
      (d) => (d.rules[0]!.when = { any: [{ row: 'started' }, { field: 'nothing', is: 'blank' }] }),
      '/rules/0/when/any/1/field',
      'unknown-field',
    ],
    [
      'a condition on no choice',
      (d) => (d.rules[2]!.when = { field: 'state', code: ['1', '7'] }),
      '/rules/2/when/code/1',
      'unknown-choice',
    ],
    [
      'a condition on the code of a term, which depends on the round',
      (d) => (d.rules[2]!.when = { field: 'mend-by', code: ['autumn-2008'] }),
      '/rules/2/when/code/0',
      'unknown-choice',
    ],
    [
      'a condition on a scale that is not there',
      (d) => (d.rules[2]!.when = { all: [{ field: 'note', atMost: 2 }] }),
      '/rules/2/when/all/0/field',
      'no-scale',
    ],
    [
      'a length rule without limits',
      (d) => (delete d.rules[3]!.min, delete d.rules[3]!.max),
      '/rules/3',
      'limits-missing',
    ],
    ['a length that nothing has', (d) => (d.rules[3]!.min = 300), '/rules/3/max', 'limits-impossible'],
    ['two measures with one id', (d) => (d.measures[1]!.id = 'states'), '/measures/1/id', 'not-unique'],
    ['a distribution over text', (d) => (d.measures[0]!.field = 'note'), '/measures/0/field', 'kind-unfit'],
    ['a finding on no field', (d) => (d.measures[1]!.field = 'nothing'), '/measures/1/field', 'unknown-field'],
    ['a finding without a scale', (d) => (d.measures[1]!.field = 'mend-by'), '/measures/1/field', 'no-scale'],
    ['a finding over no row', (d) => (d.measures[1]!.rows = ['F1', 'F7']), '/measures/1/rows/1', 'unknown-row'],
    [
      'a finding that counts a row twice',
      (d) => (d.measures[1]!.rows = ['F1', 'F1']),
      '/measures/1/rows/1',
      'not-unique',
    ],
  ])('%s', (_what, spoil, path, code) => {
    expect(faultsOf(spoil)).toEqual([[path, code]]);
  });

  test.each([["'Check"], ["Check'"], ['A/B'], ['A:B'], ['What?'], ['[Check]'], ['History'], [' Check'], ['A*']])(
    '"%s" is no title for a sheet',
    (title) => {
      expect(faultsOf((d) => (d.sheetTitle = title))).toEqual([['/sheetTitle', 'sheet-title-illegal']]);
    },
  );

  test('one choice may give one spelling twice', () => {
    expect(faultsOf((d) => (choices(d)[0]!.accepts = ['bad', 'BAD', '1']))).toEqual([]);
  });

  test('all faults are reported at once', () => {
    const faults = faultsOf((d) => {
      d.rules[0]!.field = 'nothing';
      d.measures[1]!.rows = ['F7'];
    });
    expect(faults).toEqual([
      ['/rules/0/field', 'unknown-field'],
      ['/measures/1/rows/0', 'unknown-row'],
    ]);
  });
});

const choices = (draft: Draft) => draft.fields[0]!.choices as Record<string, unknown>[];
