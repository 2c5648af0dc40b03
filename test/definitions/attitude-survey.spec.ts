import type { Cell } from '#core/cell.ts';
import { onceKey } from '#core/instrument/instrument.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import { questionOf } from '#core/paste/question-of.ts';
import { recogniseColumns } from '#core/paste/recognise-columns.ts';
import { checkContent } from '#core/rules/check.ts';
import { attitudeSurvey } from '#definitions/attitude-survey/attitude-survey.ts';

const circumstances = { academicYear: '200809' };
const field = (id: string) => attitudeSurvey.fields.find((candidate) => candidate.id === id)!;
const meant = (id: string, cell: Cell) => {
  const { understood, choices } = readerOf(field(id), circumstances).read(cell);
  return understood ? choices.map(({ code }) => code) : undefined;
};

type Values = Readonly<Record<string, Cell>>;
const onRoll: Values = { 'on-roll-7': 2, 'on-roll-9': 2 };
const pupil: Values = { 'year-group': 'Year 7', sex: 'Female' };

/** `severity rule row` of every issue, with pupils numbered as they come. */
const issues = (pupils: readonly Values[], once: Values = onRoll): readonly string[] =>
  checkContent(attitudeSurvey, circumstances, {
    rows: [{ key: onceKey, values: once }, ...pupils.map((values, at) => ({ key: `${at + 1}`, values }))],
  }).map(({ severity, rule, row }) => `${severity} ${rule} ${row}`);
const serious = (...of: Parameters<typeof issues>) => issues(...of).filter((issue) => !issue.startsWith('advice'));

describe('The attitude survey asks', () => {
  test('how many pupils are on roll, once for each year group', () => {
    expect(attitudeSurvey.once?.map(({ id }) => id)).toEqual(['on-roll-7', 'on-roll-9']);
  });

  test('of every pupil what the survey of the pilot asked', () => {
    const subjects = ['maths', 'science', 'd-and-t', 'ict', 'english'];
    expect(attitudeSurvey.fields.map(({ id }) => id)).toEqual([
      'year-group',
      'sex',
      ...['enjoy', 'ease', 'importance'].flatMap((rating) => subjects.map((subject) => `${rating}-${subject}`)),
      'favourites',
      ...['science', 'technology', 'engineering', 'maths'].map((subject) => `wish-${subject}`),
      'stem-interest',
      'like-me',
      'ask',
    ]);
  });

  test('for year group and sex under the headings that schools’ own lists have', () => {
    expect([field('year-group').label, field('sex').label]).toEqual(['Year group', 'Sex']);
  });

  test('for up to three of 14 subjects, and any of 8 people', () => {
    expect(field('favourites').choices).toHaveLength(14);
    expect(field('ask').choices).toHaveLength(8);
  });

  test('for nothing that could tell who a pupil is', () => {
    expect(attitudeSurvey.traits).toEqual([{ kind: 'pupil-rows' }]);
    const kinds = new Set(attitudeSurvey.fields.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['choice', 'choices', 'scale']));
  });

  test('publishes Males and Females, and those who prefer not to say as unknown', () => {
    expect(field('sex').choices?.map(({ label, inTables, unknown }) => [label, inTables, unknown])).toEqual([
      ['Male', 'Males', undefined],
      ['Female', 'Females', undefined],
      ['Prefer not to say', undefined, true],
    ]);
  });
});

describe('What schools type is understood', () => {
  test.each<[string, Cell, string]>([
    ['year-group', 'Year 7', '7'],
    ['year-group', 'Yr 7', '7'],
    ['year-group', 'y7', '7'],
    ['year-group', 7, '7'],
    ['year-group', '09', '9'],
    ['year-group', 'YEAR NINE', '9'],
    ['sex', 'Girl', 'female'],
    ['sex', 'F', 'female'],
    ['sex', ' female ', 'female'],
    ['sex', 'boy', 'male'],
    ['sex', 'm', 'male'],
    ['sex', 'Rather not say', 'not-said'],
    ['enjoy-maths', 5, '5'],
    ['enjoy-maths', '5 - Very much', '5'],
    ['enjoy-maths', 'not at all', '1'],
    ['ease-ict', '4 Quite easy', '4'],
    ['importance-science', 'Very important', '5'],
    ['stem-interest', 'Quite interested', '4'],
    ['like-me', 'strongly agree', '5'],
    ['wish-engineering', 'y', 'yes'],
    ['wish-engineering', true, 'yes'],
    ['wish-engineering', "Don't know", 'not-sure'],
  ])('%s: %j is %s', (id, cell, code) => {
    expect(meant(id, cell)).toEqual([code]);
  });

  test.each<[string, Cell, readonly string[]]>([
    ['favourites', 'Maths', ['mathematics']],
    ['favourites', 'PE; Art; D&T', ['art-and-design', 'design-technology', 'physical-education']],
    ['favourites', 'PE, Art, Science;', ['art-and-design', 'physical-education', 'science']],
    ['favourites', '12; 14', ['physical-education', 'science']],
    ['favourites', 10, ['mathematics']],
    ['ask', 'Parents; The internet', ['family', 'internet']],
    ['ask', '1;3', ['family', 'careers-teachers']],
  ])('%s: %j is %j', (id, cell, codes) => {
    expect(meant(id, cell)).toEqual(codes);
  });

  test.each<[string, Cell]>([
    ['year-group', 'Year 8'],
    ['year-group', '7/9'],
    ['sex', 'yes'],
    ['enjoy-maths', 6],
    ['enjoy-maths', 2.5],
    ['wish-science', 'perhaps not'],
    ['favourites', 'PE; lunch'],
  ])('but not %s: %j', (id, cell) => {
    expect(meant(id, cell)).toBeUndefined();
  });
});

describe('Of a pupil’s row', () => {
  test('year group and sex are enough: any other question may be left out', () => {
    expect(serious([pupil])).toEqual([]);
  });

  test('year group and sex are needed', () => {
    expect(serious([{ 'enjoy-maths': 4 }])).toEqual(['error year-group-missing 1', 'error sex-missing 1']);
  });

  test('a year group that is not asked is an error', () => {
    expect(serious([{ ...pupil, 'year-group': 'Year 8' }])).toEqual(['error year-group-unknown 1']);
  });

  test.each<[string, Cell]>([
    ['sex', 'x'],
    ['enjoy-d-and-t', 0],
    ['ease-english', '1 or 2'],
    ['importance-ict', 9],
    ['wish-maths', '5'],
    ['stem-interest', 'STEM'],
    ['ask', 'The vicar'],
    ['like-me', 'no idea'],
    ['favourites', 'Sleep'],
  ])('an answer that is none is an error: %s %j', (id, cell) => {
    expect(serious([{ ...pupil, [id]: cell }])).toEqual([`error ${id}-unknown 1`]);
  });

  test('three favourite subjects are fine, four are an error', () => {
    expect(serious([{ ...pupil, favourites: 'PE; Art; Music' }])).toEqual([]);
    expect(serious([{ ...pupil, favourites: 'PE; Art; Music; Drama' }])).toEqual(['error favourites-too-many 1']);
  });

  test('one subject named twice counts once', () => {
    expect(serious([{ ...pupil, favourites: 'PE; Art; Music; P.E.' }])).toEqual([]);
  });

  test('nobody together with somebody deserves a second look', () => {
    expect(serious([{ ...pupil, ask: 'Nobody' }])).toEqual([]);
    expect(serious([{ ...pupil, ask: 'Nobody; Family' }])).toEqual(['warning nobody-with-others 1']);
  });

  test('the same answers as another pupil’s are no issue', () => {
    const answers = { ...pupil, 'enjoy-maths': 3, favourites: 'PE' };
    expect(serious([answers, answers])).toEqual([]);
  });
});

describe('The pupils on roll', () => {
  test('are needed for both year groups as soon as anything is answered; 0 where a year is not asked', () => {
    expect(serious([pupil], {})).toEqual([
      `error on-roll-7-missing ${onceKey}`,
      `error on-roll-9-missing ${onceKey}`,
    ]);
    expect(serious([pupil], { 'on-roll-7': 30, 'on-roll-9': 0 })).toEqual([]);
    expect(serious([], {})).toEqual([]);
  });

  test.each<Cell>(['about 180', -3, 17.5, 1001])('are a whole number from 0 to 1000: not %j', (cell) => {
    expect(serious([], { ...onRoll, 'on-roll-9': cell })).toContain(`error on-roll-9-number ${onceKey}`);
  });

  test('are not fewer than the rows of their year group', () => {
    expect(serious([pupil, pupil])).toEqual([]);
    expect(serious([pupil, pupil, pupil])).toEqual([`error on-roll-7-too-many-rows ${onceKey}`]);
    expect(serious([pupil, pupil, { ...pupil, 'year-group': '9' }])).toEqual([]);
  });

  test('of whom fewer than half answered are a piece of advice, no more', () => {
    const few = `advice on-roll-7-few-rows ${onceKey}`;
    expect(issues([pupil], { 'on-roll-7': 3, 'on-roll-9': 0 })).toEqual([few]);
    expect(issues([pupil], { 'on-roll-7': 2, 'on-roll-9': 0 })).toEqual([]);
  });
});

describe('The questions', () => {
  const asked = attitudeSurvey.fields.map(questionOf);

  test('are all different, so that a form’s export is recognised without a question', () => {
    expect(new Set(asked.map((text) => text.toLowerCase())).size).toBe(asked.length);
    expect(recogniseColumns([asked], attitudeSurvey).columns.map((match) => match.field)).toEqual(
      attitudeSurvey.fields.map(({ id }) => id),
    );
  });

  test('stand part by part', () => {
    const parts = attitudeSurvey.fields.map(({ part }) => part);
    const begins = parts.filter((part, at) => part !== parts[at - 1]);
    expect(begins).toHaveLength(new Set(parts).size);
    expect(parts).not.toContain(undefined);
  });

  test('use no word longer than engineering', () => {
    const words = asked.flatMap((text) => text.match(/[A-Za-z]+/g) ?? []);
    expect(words.filter((word) => word.length > 11)).toEqual([]);
  });

  test('have words for every point of a scale', () => {
    const scales = attitudeSurvey.fields.filter(({ kind }) => kind === 'scale');
    expect(scales).toHaveLength(17);
    for (const { choices = [] } of scales)
      expect(choices.map(({ value, says }) => [value, typeof says])).toEqual(
        [1, 2, 3, 4, 5].map((n) => [n, 'string']),
      );
  });

  test.each([
    ['Gender', 'sex'],
    ['Yr group', 'year-group'],
    ['How much do you enjoy these subjects? [Mathematics]', 'enjoy-maths'],
    ['3. I enjoy DT', 'enjoy-d-and-t'],
    ['Would you like to know more about careers in engineering?', 'wish-engineering'],
    ['Which subjects do you like best?', 'favourites'],
  ])('a column headed %j is recognised', (heading, id) => {
    expect(recogniseColumns([[heading]], attitudeSurvey).columns[0]?.field).toBe(id);
  });
});
