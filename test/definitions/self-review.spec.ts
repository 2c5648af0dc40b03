import { choicesOf } from '#core/instrument/choices.ts';
import { fixedRows, groupsOf } from '#core/instrument/instrument.ts';
import { interpret } from '#core/instrument/interpret.ts';
import { selfReview } from '#definitions/self-review.ts';

const items = fixedRows(selfReview);
const descriptors = items.flatMap(({ key, descriptors = {} }) =>
  Object.entries(descriptors).map(([level, text]) => ({ at: `${key} level ${level}`, text })),
);
const field = (id: string) => selfReview.fields.find((candidate) => candidate.id === id)!;
const findings = selfReview.measures.filter((measure) => measure.kind === 'finding');

describe('The statements of the self-review framework', () => {
  test('are the 26 of the framework, in its order', () => {
    expect(items.map(({ key }) => key).join(' ')).toBe(
      'A1 A2 A3 A4 B1 B2 B3 B4 B5 C1 C2 C3 D1 D2 D3 D4 E1 E2 F1 F2 G1 G2 G3 H1 H2 H3',
    );
  });

  test('each stand in the group of their letter', () => {
    expect(items.filter(({ key, group }) => key.charAt(0) !== group)).toEqual([]);
  });

  test('have no group without statements', () => {
    const used = new Set(items.map(({ group }) => group));
    expect(groupsOf(selfReview).filter(({ id }) => !used.has(id))).toEqual([]);
  });

  test('are full sentences', () => {
    expect(items.filter(({ text }) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
});

describe('The descriptors', () => {
  test('are one for each of the four levels of each statement', () => {
    expect(items.map(({ descriptors = {} }) => Object.keys(descriptors).join())).toEqual(items.map(() => '1,2,3,4'));
  });

  test('are single sentences of at most 160 characters', () => {
    expect(descriptors.filter(({ text }) => !/^[A-Z][^.?!]*\.$/.test(text) || text.length > 160)).toEqual([]);
  });

  test('are never the same twice', () => {
    expect(new Set(descriptors.map(({ text }) => text)).size).toBe(descriptors.length);
  });

  test('say at levels 2 and 3 what is still to come, so that only one level fits', () => {
    const open = /\b(not|yet|never|nobody|nothing|no|none|only|still|others|one or two)\b/i;
    expect(descriptors.filter(({ at, text }) => /level [23]$/.test(at) && !open.test(text))).toEqual([]);
  });

  test('speak of a school, not of "the respondent" or "stakeholders"', () => {
    expect(
      descriptors.filter(({ text }) => /respondent|stakeholder|CPD|provision|embed|leverage/i.test(text)),
    ).toEqual([]);
  });
});

describe('A level is understood', () => {
  const levels = choicesOf(field('level'), { academicYear: '200809' });
  test.each([
    [1, '1'],
    ['2', '2'],
    ['Not yet', '1'],
    ['STARTING', '2'],
    ['3 Established', '3'],
    ['3 - established', '3'],
    ['Level 4', '4'],
    ['n/a', 'na'],
    ['Not  applicable', 'na'],
  ])('when the cell holds %j', (cell, code) => {
    expect(interpret(levels, cell)?.code).toBe(code);
  });

  test.each([[0], [5], [2.5], ['2-3'], ['yes']])('but not when it holds %j', (cell) => {
    expect(interpret(levels, cell)).toBeUndefined();
  });

  test('"Not applicable" is open to the engineering strategy alone', () => {
    expect(levels.filter(({ rows }) => rows !== undefined).map(({ code, rows }) => [code, rows])).toEqual([
      ['na', ['A4']],
    ]);
  });
});

describe('The findings', () => {
  const asWritten = (direction: 'barrier' | 'indicator') =>
    findings
      .filter((finding) => finding.direction === direction)
      .map(({ rows, quantity }) => `${rows.join('+')} ${quantity ?? '-'}`);

  test('six barriers, training with placements and the two about parents as one each', () => {
    expect(asWritten('barrier')).toEqual([
      'B1 rare exceptions',
      'C1 -',
      'D2 -',
      'A4 many',
      'E1+E2 -',
      'F1+F2 rare exceptions',
    ]);
  });

  test('six positive indicators', () => {
    expect(asWritten('indicator')).toEqual([
      'A1 many',
      'D3 many',
      'A3 some',
      'A2 increasing',
      'D1 widespread',
      'G1 -',
    ]);
  });
});

test('every message says what to do', () => {
  expect(selfReview.rules.filter(({ message }) => !/\b(Please|If you can)\b/.test(message))).toEqual([]);
});
