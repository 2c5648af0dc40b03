import type { FaultCode } from '#core/instrument/instrument-fault.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';
import { faultsOf, pointerTo, spoilt } from './spoilt.ts';

test.each([orchard, gardens])('$id is loaded as it is', (instrument) => {
  expect(loadInstrument(instrument)).toEqual({ ok: true, value: instrument });
});

const sentence = { severity: 'error', message: 'Please look again.' };
const rule = (kind: string, field: string, more: object = {}) => ({ id: 'new', kind, field, ...sentence, ...more });
const measure = (kind: string, more: object = {}) => ({ id: 'new', kind, title: 'New', ...more });
const text = { help: 'Write.', kind: 'text', width: 10 };
const started = { row: 'started' };

/** What is put where, and the one fault that comes of it: there, or elsewhere where a path is given. */
type Case = readonly [what: string, where: string, value: unknown, code: FaultCode, path?: string];

const eachOf = (instrument: typeof orchard, cases: readonly Case[]) =>
  test.each(cases.map((one) => [one[0], one] as const))('%s', (_what, [, where, value, code, path = where]) => {
    const expected = pointerTo(instrument, path);
    expect(faultsOf(spoilt(instrument, where, value))).toEqual([[expected, code]]);
  });

describe('A field', () => {
  eachOf(orchard, [
    [
      'asked once and in every row',
      '/once/-',
      { id: 'notes', label: 'X', ...text },
      'not-unique',
      '/fields/notes/id',
    ],
    ['with a label of another', '/once/-', { id: 'x', label: 'CROP', ...text }, 'not-unique', '/fields/crop/label'],
    [
      'worked out and typed',
      '/derived/-',
      { ...orchard.derived?.[0], id: 'picked', label: 'X' },
      'not-unique',
      '/derived/2/id',
    ],
    ['of a scale with a choice that has no place on it', '/fields/crop/choices/3/value', undefined, 'value-missing'],
    ['for rows of no instrument', '/fields/bed/of', undefined, 'of-missing'],
    ['for text, of an instrument', '/fields/notes/of', 'school-gardens', 'of-not-allowed'],
    ['for several choices, a comma', '/fields/uses/choices/raw/label', 'Raw, whole', 'separator-in-spelling'],
    ['for several choices, a semicolon', '/fields/uses/choices/raw/accepts/0', 'a; b', 'separator-in-spelling'],
    ['for several choices, two lines', '/fields/uses/choices/raw/accepts/0', 'a\nb', 'separator-in-spelling'],
    ['for several choices, a pattern', '/fields/uses/choices/raw/says', 'Raw?', 'wildcard-in-spelling'],
    ['for one choice, a comma', '/fields/kind/choices/apple/label', 'Apple, red', 'comma-in-label'],
    [
      'called as another column is',
      '/fields/kind/alsoCalled',
      ['Species', 'label'],
      'ambiguous-spelling',
      '/fields/kind/alsoCalled/1',
    ],
    [
      'called as another column is called too',
      '/fields/kind/alsoCalled',
      ['YEAR'],
      'ambiguous-spelling',
      '/fields/kind/alsoCalled/0',
    ],
    [
      'with a choice for one row, where rows are open',
      '/fields/kind/choices/apple/rows',
      ['1'],
      'unknown-row',
      '/fields/kind/choices/apple/rows/0',
    ],
  ]);
});

describe('What an instrument says about itself', () => {
  eachOf(orchard, [
    [
      'levels of open rows',
      '/traits/-',
      { kind: 'levelled-statements', field: 'crop' },
      'rows-unfit',
      '/traits/0/kind',
    ],
  ]);
  eachOf(gardens, [['pupils as fixed rows', '/traits/-', { kind: 'pupil-rows' }, 'rows-unfit', '/traits/1/kind']]);
  test('pupils as open rows', () => {
    expect(faultsOf(spoilt(orchard, '/traits/-', { kind: 'pupil-rows' }))).toEqual([]);
  });
});

describe('A condition', () => {
  const condition = (what: string, when: object, code: FaultCode, path: string): Case => [
    what,
    '/rules/uses-missing/when',
    when,
    code,
    `/rules/uses-missing/when${path}`,
  ];
  eachOf(orchard, [
    condition('not on a field', { not: { field: 'x', is: 'blank' } }, 'unknown-field', '/not/field'),
    condition('on what is asked elsewhere', { field: 'fence', is: 'answered' }, 'wrong-place', '/field'),
    condition('on a row, where rows are open', { rows: ['1'] }, 'unknown-row', '/rows/0'),
    condition('comparing text', { field: 'notes', atMost: 2 }, 'no-scale', '/field'),
    condition('comparing a day', { field: 'ripe', atLeast: 2 }, 'no-scale', '/field'),
    condition('comparing several choices', { field: 'uses', atLeast: 2 }, 'no-scale', '/field'),
    condition('naming a school', { field: 'from', code: ['999001'] }, 'unknown-choice', '/code/0'),
    [
      'of what is worked out',
      '/derived/good/yes',
      { field: 'x', is: 'blank' },
      'unknown-field',
      '/derived/good/yes/field',
    ],
    ['of its base', '/derived/good/base', { field: 'gap', is: 'blank' }, 'wrong-place', '/derived/good/base/field'],
  ]);
  eachOf(gardens, [
    [
      'on no row',
      '/rules/seen-missing/when',
      { rows: ['N1', 'X'] },
      'unknown-row',
      '/rules/seen-missing/when/rows/1',
    ],
  ]);
  test.each([
    { rows: ['N1', 'S2'] },
    { not: { field: 'state', is: 'answered' } },
    { not: { all: [{ row: 'started' }, { rows: ['N1'] }] } },
  ])('%j is one', (when) => {
    expect(faultsOf(spoilt(gardens, '/rules/seen-missing/when', when))).toEqual([]);
  });
});

describe('A rule', () => {
  const newRule = (what: string, kind: string, field: string, more: object, code: FaultCode, path: string): Case => [
    what,
    '/rules/-',
    rule(kind, field, more),
    code,
    `/rules/${orchard.rules.length}${path}`,
  ];
  eachOf(orchard, [
    newRule('one of the list, of a number', 'one-of', 'girth', {}, 'kind-unfit', '/field'),
    newRule('at most two of one choice', 'at-most', 'kind', { most: 2 }, 'kind-unfit', '/field'),
    newRule('a number in a text', 'number', 'notes', {}, 'kind-unfit', '/field'),
    newRule('a number that none is', 'number', 'girth', { min: 3, max: 2 }, 'limits-impossible', '/max'),
    newRule('a date in a number', 'date', 'girth', {}, 'kind-unfit', '/field'),
    newRule('a day that is none', 'date', 'ripe', { from: '2009-02-29' }, 'not-a-day', '/from'),
    newRule(
      'days in the wrong order',
      'date',
      'ripe',
      { from: '2009-02-02', until: '2009-02-01' },
      'limits-impossible',
      '/until',
    ),
    newRule('a length of a choice', 'length', 'kind', { max: 3 }, 'kind-unfit', '/field'),
    newRule('a pattern of a number', 'pattern', 'girth', { masks: ['##'] }, 'kind-unfit', '/field'),
    newRule('a pattern with two spaces', 'pattern', 'label', { masks: ['#', '#  #'] }, 'mask-illegal', '/masks/1'),
    newRule(
      'an order of a date and a text',
      'date-order',
      'ripe',
      { notBefore: 'notes' },
      'kind-unfit',
      '/notBefore',
    ),
    newRule('an order across places', 'date-order', 'ripe', { notBefore: 'counted' }, 'wrong-place', '/notBefore'),
    newRule('once and unique', 'unique', 'gap', {}, 'wrong-place', '/field'),
    newRule('the same row in no field', 'duplicate-row', 'kind', { fields: ['x'] }, 'unknown-field', '/fields/0'),
    newRule('one field twice', 'duplicate-row', 'kind', { fields: ['kind', 'kind'] }, 'not-unique', '/fields/1'),
    newRule('rows counted in a row', 'row-count', 'girth', { rows: started, most: 1 }, 'wrong-place', '/field'),
    newRule('rows counted in a day', 'row-count', 'counted', { rows: started, most: 1 }, 'kind-unfit', '/field'),
    newRule('rows counted without limits', 'row-count', 'planted', { rows: started }, 'limits-missing', ''),
    newRule(
      'rows counted by what is asked once',
      'row-count',
      'planted',
      { rows: { field: 'fence', is: 'blank' }, least: 1 },
      'wrong-place',
      '/rows/field',
    ),
    newRule('a sum of texts', 'sum', 'picked', { fields: ['notes'], equals: 3 }, 'kind-unfit', '/fields/0'),
    newRule('a sum without limits', 'sum', 'picked', { fields: ['kept'] }, 'limits-missing', ''),
    newRule(
      'a share of texts',
      'share',
      'picked',
      { fields: ['kept'], outOf: ['notes'], least: 0.1 },
      'kind-unfit',
      '/outOf/0',
    ),
    newRule(
      'a share without limits',
      'share',
      'picked',
      { fields: ['kept'], outOf: ['picked'] },
      'limits-missing',
      '',
    ),
    newRule(
      'a share that none is',
      'share',
      'picked',
      { fields: ['kept'], outOf: ['picked'], least: 0.5, most: 0.4 },
      'limits-impossible',
      '/most',
    ),
    newRule('a year group in a text', 'expected-year', 'notes', {}, 'kind-unfit', '/field'),
    newRule('a year group where no choice is one', 'expected-year', 'kind', {}, 'no-year', '/field'),
    newRule(
      'expected rows told in a row',
      'expected-rows',
      'girth',
      { year: 7, rows: started },
      'wrong-place',
      '/field',
    ),
    newRule(
      'expected rows known by what is asked once',
      'expected-rows',
      'planted',
      { year: 7, rows: { field: 'fence', is: 'blank' } },
      'wrong-place',
      '/rows/field',
    ),
    newRule('rows expected of no year', 'expected-rows', 'planted', { year: 15, rows: started }, 'shape', '/year'),
    newRule('a sum that is a text', 'sum', 'picked', { fields: ['kept'], atMost: 'notes' }, 'kind-unfit', '/atMost'),
    newRule(
      'across rows, where rows are open',
      'cross-row',
      'kind',
      { when: started, other: { row: '1', when: started } },
      'rows-unfit',
      '/kind',
    ),
    newRule(
      'across sheets, on no field here',
      'cross-sheet',
      'kind',
      { when: { field: 'x', is: 'blank' }, of: 'school-gardens', other: started },
      'unknown-field',
      '/when/field',
    ),
    newRule('a change of a text', 'change', 'notes', { by: 2 }, 'no-scale', '/field'),
    newRule(
      'once, on every row',
      'required',
      'gap',
      { when: { field: 'kind', is: 'blank' } },
      'wrong-place',
      '/when/field',
    ),
  ]);
  eachOf(gardens, [
    [
      'across rows, on no row',
      '/rules/-',
      rule('cross-row', 'state', { when: started, other: { row: 'X', when: started } }),
      'unknown-row',
      '/rules/10/other/row',
    ],
    [
      'across rows, on no field there',
      '/rules/-',
      rule('cross-row', 'state', { when: started, other: { row: 'N1', when: { field: 'x', is: 'blank' } } }),
      'unknown-field',
      '/rules/10/other/when/field',
    ],
  ]);

  test('every mistake is told, also where another rule has no right shape', () => {
    const definition = spoilt(orchard, '/rules/-', rule('at-most', 'uses', { most: 0 })) as typeof orchard;
    const twice = spoilt(definition, '/rules/girth-number/min', 'three');
    expect(faultsOf(spoilt(twice as typeof orchard, '/fields/kind/width', 'wide'))).toEqual([
      ['/fields/1/width', 'shape'],
      [pointerTo(orchard, '/rules/girth-number/min'), 'shape'],
      [`/rules/${orchard.rules.length}/most`, 'shape'],
    ]);
  });
});

describe('A measure', () => {
  const newMeasure = (what: string, kind: string, more: object, code: FaultCode, path: string): Case => [
    what,
    '/measures/-',
    measure(kind, more),
    code,
    `/measures/${orchard.measures.length}${path}`,
  ];
  const gap = { of: 'full', across: 'kind', from: 'apple', minus: 'pear' };
  eachOf(orchard, [
    newMeasure('of what is asked once', 'distribution', { field: 'fence' }, 'wrong-place', '/field'),
    newMeasure('of how texts are spread', 'distribution', { field: 'notes' }, 'kind-unfit', '/field'),
    newMeasure('by groups, where rows are open', 'count', { by: ['#group'] }, 'rows-unfit', '/by/0'),
    newMeasure('by several choices', 'count', { by: ['uses'] }, 'kind-unfit', '/by/0'),
    newMeasure('by numbers', 'count', { by: ['girth'] }, 'kind-unfit', '/by/0'),
    newMeasure('by one field twice', 'count', { by: ['kind', 'kind'] }, 'breakdown-unfit', '/by/1'),
    newMeasure('by three fields', 'count', { by: ['kind', 'year', 'crop'] }, 'shape', '/by'),
    newMeasure(
      'of how choices are spread, by two',
      'distribution',
      { field: 'crop', by: ['kind', 'year'] },
      'shape',
      '/by',
    ),
    newMeasure('counting codes of nothing', 'count', { codes: ['1'] }, 'codes-missing', '/field'),
    newMeasure('counting nothing of a field', 'count', { field: 'crop' }, 'codes-missing', '/codes'),
    newMeasure('counting no choice', 'count', { field: 'crop', codes: ['1', '7'] }, 'unknown-choice', '/codes/1'),
    newMeasure('counting a choice twice', 'count', { field: 'crop', codes: ['1', '1'] }, 'not-unique', '/codes/1'),
    newMeasure('a share of no field', 'share', { field: 'x', codes: ['1'] }, 'unknown-field', '/field'),
    newMeasure(
      'a share of neither yes nor no',
      'share',
      { field: 'good', codes: ['1'] },
      'unknown-choice',
      '/codes/0',
    ),
    newMeasure(
      'a share of two of several',
      'share',
      { field: 'uses', codes: ['raw', 'jam'] },
      'one-code-only',
      '/codes/1',
    ),
    newMeasure('a mean of texts', 'mean', { field: 'notes' }, 'no-scale', '/field'),
    newMeasure('a mean of yes and no', 'mean', { field: 'good' }, 'no-scale', '/field'),
    newMeasure('the first of numbers', 'top', { field: 'girth', most: 3 }, 'kind-unfit', '/field'),
    newMeasure('a gap of no measure', 'gap', { ...gap, of: 'x' }, 'unknown-measure', '/of'),
    newMeasure('a gap of a count', 'gap', { ...gap, of: 'trees' }, 'kind-unfit', '/of'),
    newMeasure('a gap from no choice', 'gap', { ...gap, from: 'plum' }, 'unknown-choice', '/from'),
    newMeasure('a gap to itself', 'gap', { ...gap, from: 'pear' }, 'not-unique', '/minus'),
    newMeasure('a gap by its sides', 'gap', { ...gap, by: ['year', 'kind'] }, 'breakdown-unfit', '/by/1'),
    newMeasure(
      'a rate out of a day',
      'rate',
      { field: 'year', lines: [{ code: '2007', outOf: 'counted' }] },
      'kind-unfit',
      '/lines/0/outOf',
    ),
    newMeasure(
      'a rate out of rows',
      'rate',
      { field: 'year', lines: [{ code: '2007', outOf: 'girth' }] },
      'wrong-place',
      '/lines/0/outOf',
    ),
    newMeasure(
      'a rate of no choice',
      'rate',
      { field: 'year', lines: [{ code: '2009', outOf: 'planted' }] },
      'unknown-choice',
      '/lines/0/code',
    ),
    [
      'a finding in open rows',
      '/measures/-',
      { kind: 'finding', id: 'new', direction: 'barrier', field: 'crop', rows: ['1'], statement: 'No.' },
      'rows-unfit',
      `/measures/${orchard.measures.length}/kind`,
    ],
  ]);

  test.each([
    measure('distribution', { field: 'from' }),
    measure('count', { by: ['good', 'prune'] }),
    measure('count', { field: 'uses', codes: ['raw', 'jam'] }),
    measure('gap', { ...gap, of: 'mean-girth', across: 'good', from: 'yes', minus: 'no' }),
  ])('$kind of $field by $by is one', (one) => {
    expect(faultsOf(spoilt(orchard, '/measures/-', one))).toEqual([]);
  });
});

describe('The version before', () => {
  const second = { ...gardens, version: 2 };
  eachOf(second, [
    ['is not after this one', '/predecessor', { version: 2 }, 'version-not-before', '/predecessor/version'],
    [
      'had a row that is nowhere now',
      '/predecessor',
      { version: 1, rows: { N9: 'X' } },
      'unknown-row',
      '/predecessor/rows/N9',
    ],
    [
      'had two rows that are one now',
      '/predecessor',
      { version: 1, rows: { N8: 'N1', N9: 'N1' } },
      'not-unique',
      '/predecessor/rows/N9',
    ],
    [
      'had a field that is nowhere now',
      '/predecessor',
      { version: 1, fields: { look: 'x' } },
      'unknown-field',
      '/predecessor/fields/look',
    ],
    [
      'had a choice that is nowhere now',
      '/predecessor',
      { version: 1, choices: { state: { '0': '9' } } },
      'unknown-choice',
      '/predecessor/choices/state/0',
    ],
    [
      'had choices in a field that is gone',
      '/predecessor',
      { version: 1, fields: { look: null }, choices: { look: { '0': '1' } } },
      'unknown-field',
      '/predecessor/choices/look',
    ],
  ]);
  eachOf({ ...orchard, version: 2 }, [
    ['named open rows', '/predecessor', { version: 1, rows: { '1': '2' } }, 'rows-unfit', '/predecessor/rows'],
  ]);
  test('had other names for what is still here, and what is gone', () => {
    const predecessor = {
      version: 1,
      rows: { N9: 'N1', N8: null },
      fields: { look: 'state', why: null },
      choices: { look: { '0': '1', 'very-bare': '1', wet: null } },
    };
    expect(faultsOf({ ...second, predecessor })).toEqual([]);
  });
});
