import type { WireRound } from '#wire/shapes.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import type { Desk } from '../../src/flows/desk.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { kites } from '../server/kit/pupils.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let team: PersonAtWork;
let round: WireRound;
beforeAll(async () => {
  endpoint = await startEndpointWith([kites], [whileOpen(roundFor(kites))]);
  const asSchool = await atWork(endpoint, codes.school);
  const open = await asSchool.open();
  await asSchool.type(open, 'return', { roll: '100' });
  for (const key of ['1', '2', '3'])
    await asSchool.type(open, key, { year: 'Year 7', likes: '3', says: 'I like the long ones.' });
  expect(expectOk(await submitReturn(asSchool.desk, open, { unconfirmed: 'submit' })).kind).toBe('receipt');
  await asSchool.close();
  team = await atWork(endpoint, codes.team);
  [round] = expectOk(await team.desk.api.rounds()) as readonly [WireRound];
  expectOk(await team.desk.api.accept(open.round.id, school.owner, 1));
});
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

/** The desk, and what it asks of the endpoint for a master. */
const watched = (): { readonly desk: Desk; readonly asked: string[] } => {
  const asked: string[] = [];
  const { api } = team.desk;
  const consolidated: typeof api.consolidated = (id, of) => {
    asked.push(of?.answers ?? 'all');
    return api.consolidated(id, of);
  };
  return { desk: { ...team.desk, api: { ...api, consolidated } }, asked };
};

test('where the answers are too many for a sheet they are never asked for: it holds what they come to, and says so', async () => {
  const { desk, asked } = watched();
  const { sheet, ...counts } = expectOk(await consolidateRound(desk, round, { most: 10 }));
  expect(asked).toEqual(['none']);
  expect(counts).toEqual({ accepted: 1, returned: 1, enlisted: 1, tooManyRows: 3 });
  const lines = wordsOn(team.model, sheet);
  expect(lines.some((line) => line.includes('3 pupils are too many for a sheet'))).toBe(true);
  expect(lines.find((line) => line.startsWith('Accepted'))).toMatch(/^Accepted \| 1/);
  expect(lines.find((line) => line.startsWith('Year 7') || line.includes('| Year 7'))).toMatch(/3/);
  expect(lines.join('\n')).not.toContain('I like the long ones.');
});

test('where a sheet has room for them they are in it, in the place of the sheet before', async () => {
  const { desk, asked } = watched();
  const { sheet, ...counts } = expectOk(await consolidateRound(desk, round));
  expect(asked).toEqual(['none', 'all']);
  expect(counts).toEqual({ accepted: 1, returned: 1, enlisted: 1 });
  const text = wordsOn(team.model, sheet).join('\n');
  expect(text).toContain('I like the long ones.');
  expect(text).not.toContain('too many for a sheet');
});
