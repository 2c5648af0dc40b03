import { addRows } from '../../src/flows/add-rows.ts';
import { numberRows } from '../../src/flows/number-rows.ts';
import { orchard, orchardOwner, orchardRound } from '../kit/orchard-instrument.ts';
import { expectOk } from './kit/person-at-work.ts';
import { standingReturn, type StandingReturn } from './kit/standing-return.ts';

jest.setTimeout(180_000);

/** Rows of an open table: they have numbers, get new ones on a button press, and more lines when they run out. */
describe.each(['web', 'ltsc2021'] as const)('an open table in profile %s', (profile) => {
  let school: StandingReturn;
  beforeAll(async () => {
    school = await standingReturn({ instrument: orchard, round: orchardRound, owner: orchardOwner }, { profile });
  });
  afterAll(() => school.close());
  const entry = () => school.open.sheets.entry;
  const damage = async () => (await school.check()).damage.map(({ kind }) => kind);

  test('a row typed into a numbered line needs nothing more', async () => {
    const at = await school.spot('2', 'year');
    school.person.type(entry(), at, "'2008");
    school.person.type(entry(), { ...at, column: at.column + 1 }, 'Apple');
    expect(await school.text('2', '#status')).toBe('Done');
    expect(await damage()).toEqual([]);
    expect(expectOk(await numberRows(school.desk, school.open))).toBe(0);
  });

  test('lines that were inserted, or copied with their number, get numbers of their own on a button press', async () => {
    const { row, column } = await school.spot('2', '#key');
    school.person.insertRows(entry(), row, 1);
    school.person.type(entry(), { row, column: column + 1 }, "'2007");
    school.person.type(entry(), { row: row + 2, column }, '2');
    school.person.type(entry(), { row: row + 2, column: column + 1 }, "'2008");
    await school.model.settled();
    expect(await damage()).toEqual(['row-without-number', 'row-twice']);
    expect(expectOk(await numberRows(school.desk, school.open))).toBe(2);
    expect(await damage()).toEqual([]);
    const { content } = await school.check();
    expect(content.rows.map(({ key, values }) => `${key} ${String(values.year)}`)).toEqual([
      '37 2007',
      '2 2008',
      '38 2008',
    ]);
  });

  test('more lines come with number, drop-down, colours and status, and are counted', async () => {
    const typed = (await school.check()).content;
    expect(expectOk(await addRows(school.desk, school.open, 25))).toBe(25);
    expect((await school.check()).content).toEqual(typed);
    const [last] = (await school.check()).freeLines.slice(-1);
    expect(last?.key).toBe('63');
    expect(await school.dropDown('63', 'kind')).toBe(await school.dropDown('2', 'kind'));
    const at = await school.spot('63', 'year');
    school.person.type(entry(), at, '1999');
    expect(await school.text('63', '#status')).toBe('Needs fixing');
    expect(await school.fill('63', 'year')).toBe('#FAD4D1');
    const head = school.model.cells.read(entry(), { row: 3, column: 0, rows: 1, columns: 1 })[0]?.[0]?.text;
    expect(head).toMatch(/^4 trees entered, /);
  });
});
