import { ownerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { sumKey } from '#core/measures/sum-key.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { paths } from '#wire/paths.ts';
import type { SignInAnswer, TallyAnswer } from '#wire/shapes.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** An invented instrument of mentors, counted by school. */
const visits: Instrument = {
  id: 'orchard-visits',
  version: 1,
  title: 'Orchard visits',
  sheetTitle: 'Visits',
  purpose: 'Which orchards were looked at.',
  owner: 'mentor',
  traits: [],
  rows: { kind: 'open', noun: { one: 'visit', many: 'visits' }, expected: 5 },
  fields: [{ id: 'place', label: 'Place', help: 'Where it was.', kind: 'school', width: 20 }],
  rules: [{ id: 'place-known', kind: 'one-of', field: 'place', severity: 'error', message: 'Choose a school.' }],
  measures: [{ kind: 'count', id: 'visits', title: 'Visits by school', by: ['place'] }],
};
const round = whileOpen(roundFor(visits));
const named = `${school.name} (${school.owner})`;

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
beforeAll(async () => {
  endpoint = await startEndpointWith([visits]);
  const mentor = await atWork(endpoint, codes.mentor);
  const owner = mentor.desk.api.person();
  if (owner?.owner === undefined) throw new Error('nobody signed in');
  const open = expectOk(await openReturn(mentor.desk, { round, owner: ownerId('M-1'), ownerName: owner.name }));
  await mentor.type(open, '1', { place: named });
  await mentor.type(open, '2', { place: school.owner });
  expect(expectOk(await submitReturn(mentor.desk, open)).kind).toBe('receipt');
  await mentor.close();
});
afterAll(() => endpoint.close());

test('the endpoint counts the accepted visits of a school', async () => {
  const team = await atWork(endpoint, codes.team);
  expectOk(await team.desk.api.accept(round.id, ownerId('M-1'), 1));
  await team.close();
  const session = await fetch(new URL(paths.session, endpoint.base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: codes.team }),
  });
  const { token } = (await session.json()) as SignInAnswer;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(paths.tally(round.id), endpoint.base), { headers });
  const { tally } = (await answer.json()) as TallyAnswer;
  const { sums, nothing } = tallierOf(visits, { ...round, schools: [{ id: school.owner, name: school.name }] });
  expect(tally.definition).toBe(nothing.definition);
  const there = sumKey({ kind: 'count', criteria: [{ field: 'place', code: school.owner }] });
  expect(tally.sums[sums.findIndex((sum) => sumKey(sum) === there)]).toBe(2);
});

test('the master names the school and counts its visits', async () => {
  const team = await atWork(endpoint, codes.team);
  const { sheet } = expectOk(await consolidateRound(team.desk, round));
  const lines = wordsOn(team.model, sheet).map((line) => line.split(' | '));
  const line = lines.find((words) => words.includes(named));
  expect(line?.[line.indexOf(named) + 1]).toBe('2');
  await team.close();
});
