import type { WireRound } from '#wire/shapes.ts';
import { readChaseList } from '../../src/flows/chase-list.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { kites } from '../server/kit/pupils.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** A return is submitted on 10 June 2009 and accepted on 20 June; today is 25 June. */
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let team: PersonAtWork;
let round: WireRound;
const on = async (day: number, code: string): Promise<PersonAtWork> => {
  endpoint.clock.now = () => `2009-06-${day}T12:00:00.000Z`;
  return await atWork(endpoint, code);
};
beforeAll(async () => {
  endpoint = await startEndpointWith([kites], [whileOpen(roundFor(kites))]);
  const asSchool = await on(10, codes.school);
  const open = await asSchool.open();
  await asSchool.type(open, 'return', { roll: '100' });
  for (const key of ['1', '2'])
    await asSchool.type(open, key, { year: 'Year 7', likes: '3', says: 'The long ones.' });
  expect(expectOk(await submitReturn(asSchool.desk, open, { unconfirmed: 'submit' })).kind).toBe('receipt');
  await asSchool.close();
  const accepting = await on(20, codes.team);
  expectOk(await accepting.desk.api.accept(open.round.id, school.owner, 1));
  await accepting.close();
  team = await on(25, codes.team);
  [round] = expectOk(await team.desk.api.rounds()) as readonly [WireRound];
});
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

const consolidate = async (asAt?: string, most?: number) => {
  const wanted = { ...(asAt === undefined ? {} : { asAt }), ...(most === undefined ? {} : { most }) };
  return expectOk(await consolidateRound(team.desk, round, wanted));
};
const tabs = async () => expectOk(await team.desk.workbook.survey()).map(({ name }) => name);
const head = (sheet: string) =>
  wordsOn(team.model, sheet)
    .slice(0, 7)
    .map((line) => line.split(' | ').slice(0, 2));

test('the master of a day in the past is as it stood then, and says so in its title and on its tab', async () => {
  const { sheet, ...counts } = await consolidate('2009-06-15');
  expect(counts).toEqual({ accepted: 0, returned: 1, enlisted: 1, asAt: '2009-06-15' });
  expect(await tabs()).toContain('Kites 15 Jun 2009');
  const [title, , , asAt, , , accepted] = head(sheet);
  expect(title?.[0]).toBe('Kite club: master, as it stood at the end of 15 June 2009');
  expect(asAt).toEqual(['As at', 'The end of 15 June 2009 in London']);
  expect(accepted).toEqual(['Accepted', '0']);
  expect(wordsOn(team.model, sheet).join('\n')).toContain('Submitted, not accepted');
});

test('each day has a sheet of its own and the present another; each is drawn again in its own place', async () => {
  const before = await consolidate('2009-06-15');
  const beforeWords = wordsOn(team.model, before.sheet);
  const present = await consolidate();
  const other = await consolidate('2009-06-22');
  expect(present).toMatchObject({ accepted: 1 });
  expect(present).not.toHaveProperty('asAt');
  expect(new Set([before.sheet, present.sheet, other.sheet]).size).toBe(3);
  const [presentWords, otherWords] = [present, other].map(({ sheet }) => wordsOn(team.model, sheet));
  expect((await tabs()).filter((name) => name.startsWith('Kites')).sort()).toEqual([
    'Kites 15 Jun 2009',
    'Kites 22 Jun 2009',
    'Kites master',
  ]);
  expect([await consolidate(), await consolidate('2009-06-22'), await consolidate('2009-06-15')]).toEqual([
    present,
    other,
    before,
  ]);
  expect([before, present, other].map(({ sheet }) => wordsOn(team.model, sheet))).toEqual([
    beforeWords,
    presentWords,
    otherWords,
  ]);
  expect(presentWords?.join('\n')).toContain('The long ones.');
  expect(otherWords?.join('\n')).toContain('The long ones.');
  expect(beforeWords.join('\n')).not.toContain('The long ones.');
});

test('a master keeps its moment when its sheet is named anew', async () => {
  const { sheet } = await consolidate('2009-06-15');
  team.model.sheets.rename(sheet, 'Before the summer');
  expect((await consolidate('2009-06-15')).sheet).toBe(sheet);
  expect((await consolidate()).sheet).not.toBe(sheet);
  expect(await tabs()).toContain('Before the summer');
});

test('a day that is not over yet is the present, and is drawn in its place', async () => {
  const present = await consolidate();
  for (const day of ['2009-06-25', '2010-01-01']) expect(await consolidate(day)).toEqual(present);
});

test('where the answers are too many for a sheet, the numbers of that day are on its own sheet', async () => {
  const whole = await consolidate('2009-06-22');
  const { sheet, ...counts } = await consolidate('2009-06-22', 1);
  expect(counts).toEqual({ accepted: 1, returned: 1, enlisted: 1, asAt: '2009-06-22', tooManyRows: 2 });
  expect(sheet).toBe(whole.sheet);
  const words = wordsOn(team.model, sheet).join('\n');
  expect(words).toContain('as it stood at the end of 22 June 2009');
  expect(words).toContain('2 pupils are too many for a sheet');
  expect(words).not.toContain('The long ones.');
  expect(await consolidate('2009-06-15', 1)).toMatchObject({ accepted: 0, asAt: '2009-06-15' });
});

test('the chase list of a day in the past tells whose turn it was', async () => {
  const turn = async (asAt?: string) => {
    const { at, lines } = expectOk(await readChaseList(team.desk, roundFor(kites).id, () => undefined, asAt));
    return [at, lines.map(({ state, daysWaiting }) => [state, daysWaiting])];
  };
  expect(await turn('2009-06-09')).toEqual(['2009-06-09T23:00:00.000Z', [['not-started', expect.any(Number)]]]);
  expect(await turn('2009-06-15')).toEqual(['2009-06-15T23:00:00.000Z', [['submitted', 5]]]);
  expect(await turn()).toEqual(['2009-06-25T12:00:00.000Z', [['accepted', undefined]]]);
});
