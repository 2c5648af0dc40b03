import type { Instrument, Rule } from '#core/instrument/instrument.ts';
import { checkContent } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { verdictsOf } from '#core/rules/verdicts.ts';
import type { Cell } from '#core/cell.ts';

const round = { academicYear: '200809' };

const gardens = (rules: readonly Rule[]): Instrument => ({
  id: 'school-gardens',
  version: 1,
  title: 'School gardens',
  sheetTitle: 'Gardens',
  purpose: 'How the beds are doing.',
  owner: 'school',
  traits: [],
  rows: {
    kind: 'fixed',
    noun: { one: 'bed', many: 'beds' },
    groups: [{ id: 'north', title: 'North side' }],
    items: [
      { key: 'N1', group: 'north', text: 'The herb bed is weeded.' },
      { key: 'N2', group: 'north', text: 'The pond is clean.' },
    ],
  },
  fields: [
    {
      id: 'state',
      label: 'State',
      help: 'How it is.',
      kind: 'choice',
      width: 12,
      choices: [
        { code: '1', label: '1 Bare', accepts: ['bare'], value: 1 },
        { code: '2', label: '2 Growing', accepts: ['growing', '2.0'], value: 2 },
        { code: 'no-water', label: 'No water', accepts: [], rows: ['N2'] },
      ],
    },
    { id: 'note', label: 'Note', help: 'What you saw.', kind: 'text', width: 40 },
    { id: 'term', label: 'Term', help: 'When.', kind: 'term', width: 14 },
  ],
  rules,
  measures: [],
});

const base = { severity: 'error', message: 'Please look.' } as const;
const issuesOf = (rules: readonly Rule[], values: Record<string, Cell>, key = 'N1') =>
  checkContent(gardens(rules), round, { rows: [{ key, values }] }).map(({ rule, field }) => `${rule}@${field}`);

const required: Rule = { ...base, id: 'need', kind: 'required', field: 'note' };
const oneOf: Rule = { ...base, id: 'known', kind: 'one-of', field: 'state' };

describe('checking a return', () => {
  test.each<[string, Record<string, Cell>]>([
    ['a row with nothing typed', {}],
    ['a row with only spaces typed', { state: '  ', note: '\u00a0' }],
  ])('leaves %s alone: it is still to do', (_, values) => {
    expect(issuesOf([required, oneOf], values)).toEqual([]);
  });

  test.each<[string, Rule, Record<string, Cell>, boolean]>([
    ['required: blank in a started row', required, { state: '1' }, true],
    ['required: only a non-breaking space', required, { state: '1', note: '\u00a0 ' }, true],
    ['required: filled', required, { note: 'Slugs' }, false],
    ['required: FALSE is filled', required, { note: false }, false],
    [
      'required when a level is reached: reached',
      { ...required, when: { field: 'state', atLeast: 2 } },
      { state: 'GROWING' },
      true,
    ],
    [
      'required when a level is reached: below it',
      { ...required, when: { field: 'state', atLeast: 2 } },
      { state: '1' },
      false,
    ],
    [
      'required when a level is reached: a choice without a place on the scale never reaches it',
      { ...required, when: { field: 'state', atLeast: 0 } },
      { state: 'No water' },
      false,
    ],
    [
      'required when a level is reached: not understood reaches nothing',
      { ...required, when: { field: 'state', atMost: 9 } },
      { state: 'whatever' },
      false,
    ],
    ['one of: a label', oneOf, { state: '2 Growing' }, false],
    ['one of: an accepted spelling in other case, with stray spaces', oneOf, { state: ' gROwing ' }, false],
    ['one of: a number typed as a number', oneOf, { state: 2 }, false],
    ['one of: a pattern is no spelling', oneOf, { state: '*' }, true],
    ['one of: something else', oneOf, { state: '3' }, true],
    ['one of: blank', oneOf, { note: 'x' }, false],
    ['one of: a choice not open to this row', oneOf, { state: 'no water' }, true],
    ['one of: a term of the round', { ...oneOf, field: 'term' }, { term: 'autumn term 2008' }, false],
    ['one of: a term long gone', { ...oneOf, field: 'term' }, { term: 'Autumn 1998' }, true],
    ['length: too short', { ...base, id: 'l', kind: 'length', field: 'note', min: 5 }, { note: ' abc  ' }, true],
    [
      'length: just right',
      { ...base, id: 'l', kind: 'length', field: 'note', min: 5, max: 5 },
      { note: 'ab cd' },
      false,
    ],
    ['length: too long', { ...base, id: 'l', kind: 'length', field: 'note', max: 5 }, { note: 'abcdef' }, true],
    ['length: blank is not short', { ...base, id: 'l', kind: 'length', field: 'note', min: 5 }, { state: 1 }, false],
    [
      'unlikely: filled although another is blank',
      { ...base, id: 'u', kind: 'unlikely', field: 'note', when: { field: 'state', is: 'blank' } },
      { note: 'x' },
      true,
    ],
    [
      'unlikely: blank',
      { ...base, id: 'u', kind: 'unlikely', field: 'note', when: { row: 'started' } },
      { state: '1' },
      false,
    ],
    [
      'conditions join: all and any',
      {
        ...base,
        id: 'u',
        kind: 'unlikely',
        field: 'note',
        when: {
          all: [
            { field: 'state', code: ['1', '2'] },
            {
              any: [
                { field: 'term', is: 'filled' },
                { field: 'state', atLeast: 2 },
              ],
            },
          ],
        },
      },
      { note: 'x', state: '1', term: 'soon' },
      true,
    ],
  ])('%s', (_, rule, values, found) => {
    expect(issuesOf([rule], values)).toEqual(found ? [`${rule.id}@${rule.field}`] : []);
  });

  test('a choice may be made on the rows it is open to', () => {
    expect(issuesOf([oneOf], { state: 'no water' }, 'N2')).toEqual([]);
  });

  test.each(['#N/A', '#DIV/0!', ' #ref! '])('a cell that shows %s gets one issue and no other', (error) => {
    expect(issuesOf([oneOf], { state: error })).toEqual(['cell-error@state']);
  });

  test('of two rows with one key the first counts; rows of no instrument are not checked', () => {
    const rows = [
      { key: 'N1', values: { state: '1' } },
      { key: 'N1', values: { state: 'x' } },
      { key: 'Z9', values: { state: 'x' } },
    ];
    expect(checkContent(gardens([oneOf]), round, { rows })).toEqual([]);
  });

  test('issues come in the order of rows, then fields', () => {
    const rows = [
      { key: 'N2', values: { state: 'x' } },
      { key: 'N1', values: { state: 'x', term: 'y' } },
    ];
    const rules: Rule[] = [{ ...oneOf, id: 'b', field: 'term' }, oneOf, required];
    expect(checkContent(gardens(rules), round, { rows }).map(({ row, field }) => row + field)).toEqual([
      'N1state',
      'N1note',
      'N1term',
      'N2state',
      'N2note',
    ]);
  });
});

describe('verdicts', () => {
  test('the worst issue decides; advice leaves a cell fine', () => {
    const rules: Rule[] = [
      { ...required, id: 'a', severity: 'advice' },
      { ...required, id: 'w', severity: 'warning' },
      { ...oneOf, id: 'w2', severity: 'warning' },
      { ...oneOf, id: 'e' },
      { ...base, id: 'only-advice', severity: 'advice', kind: 'required', field: 'term' },
    ];
    const verdict = verdictsOf(
      checkContent(gardens(rules), round, { rows: [{ key: 'N1', values: { state: 'x' } }] }),
    );
    expect([verdict('N1', 'state'), verdict('N1', 'note'), verdict('N1', 'term'), verdict('N2', 'note')]).toEqual([
      2, 1, 0, 0,
    ]);
  });
});

describe('an explained warning', () => {
  const rule: Rule = { ...oneOf, id: 'odd', severity: 'warning' };
  const issues = (state: Cell) => checkContent(gardens([rule]), round, { rows: [{ key: 'N1', values: { state } }] });
  const explanation = { row: 'N1', field: 'state', rule: 'odd', value: 'half bare', text: 'One half is.' };

  test('stands while the value is the one explained', () => {
    expect(openWarnings(issues('half bare'), [explanation])).toEqual([]);
  });

  test.each<[string, object]>([
    ['the value changes', { value: 'quite bare' }],
    ['the text is taken back', { text: ' ' }],
    ['it speaks of another rule', { rule: 'other' }],
    ['it speaks of another row', { row: 'N2' }],
  ])('is open again when %s', (_, change) => {
    expect(openWarnings(issues('half bare'), [{ ...explanation, ...change }])).toHaveLength(1);
  });

  test('errors cannot be explained and are not listed as warnings', () => {
    const errors = checkContent(gardens([oneOf]), round, { rows: [{ key: 'N1', values: { state: 'x' } }] });
    expect(errors).toHaveLength(1);
    expect(openWarnings(errors, [])).toEqual([]);
  });
});
