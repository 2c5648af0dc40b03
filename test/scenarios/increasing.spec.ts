import { roundId } from '#core/ids.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { roundBefore } from '../../src/flows/earlier-round.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** School gardens without rules: what is asked here is what the findings come to. */
const instrument = { ...gardens, rules: [] };
const now = roundFor(instrument);
const before = {
  ...now,
  id: roundId('R1-200708'),
  title: 'Gardens 2007/08',
  academicYear: '200708',
  opens: '2007-09-01T00:00:00.000Z',
  closes: '2008-08-01T00:00:00.000Z',
};

/** The line of a master about the finding that is said to increase, in a programme with these rounds. */
const increasing = async (
  rounds: readonly (typeof before | typeof now)[],
  answers: Record<string, string>,
  master: (team: PersonAtWork, clock: { now: () => string }) => ReturnType<typeof consolidateRound> = ({ desk }) =>
    consolidateRound(desk, whileOpen(now)),
) => {
  const endpoint = await startEndpointWith([instrument], rounds);
  try {
    for (const round of rounds) {
      endpoint.clock.now = () => round.opens.replace('-09-01', '-10-01');
      const [teacher, team] = [await atWork(endpoint, codes.school), await atWork(endpoint, codes.team)];
      const at = { round: whileOpen(round), owner: school.owner, ownerName: school.name };
      const open = expectOk(await openReturn(teacher.desk, at));
      await teacher.type(open, 'S1', { state: answers[round.id] ?? '' });
      expect(expectOk(await submitReturn(teacher.desk, open, { unconfirmed: 'submit' })).kind).toBe('receipt');
      expectOk(await team.desk.api.accept(round.id, school.owner, 1));
      const last = round === rounds.at(-1);
      const drawn = last && expectOk(await master(team, endpoint.clock));
      const lines = drawn ? wordsOn(team.model, drawn.sheet) : [];
      await teacher.close();
      await team.close();
      if (last) return lines.find((line) => line.includes('The south side bears fruit'));
    }
    return undefined;
  } finally {
    await endpoint.close();
  }
};

test('the master says since which round a finding increases', async () => {
  const line = await increasing([before, now], { [before.id]: '1 Bare', [now.id]: '3 In fruit' });
  expect(line).toContain('increasing: yes, since Gardens 2007/08 (0 of 1 then)');
});

test('and since which it does not', async () => {
  const line = await increasing([before, now], { [before.id]: '3 In fruit', [now.id]: '3 In fruit' });
  expect(line).toContain('increasing: no, not since Gardens 2007/08 (1 of 1 then)');
});

test('as at a day in the past it is compared with what the round before came to then', async () => {
  const withdrawn = (asAt?: string) =>
    increasing([before, now], { [before.id]: '3 In fruit', [now.id]: '3 In fruit' }, async (team, clock) => {
      clock.now = () => '2008-10-02T12:00:00.000Z';
      await team.signIn();
      expectOk(await team.desk.api.withdraw(before.id, school.owner, 'Of another school.'));
      return await consolidateRound(team.desk, whileOpen(now), asAt === undefined ? {} : { asAt });
    });
  expect(await withdrawn()).toContain('increasing: cannot be told');
  expect(await withdrawn('2008-10-01')).toContain('increasing: no, not since Gardens 2007/08 (1 of 1 then)');
});

test('where the round before was purged since and only its sum is kept, it cannot be told of a day before', async () => {
  const purged = (asAt?: string) =>
    increasing([before, now], { [before.id]: '1 Bare', [now.id]: '3 In fruit' }, async (team, clock) => {
      clock.now = () => '2008-10-03T12:00:00.000Z';
      await team.signIn();
      const { api } = team.desk;
      expectOk(await api.changeRound(before.id, { keepTallies: 'sum' }));
      expectOk(await api.programme.purge(before.id, { reason: 'Nobody needs it.' }));
      return await consolidateRound(team.desk, whileOpen(now), asAt === undefined ? {} : { asAt });
    });
  expect(await purged()).toContain('increasing: yes, since Gardens 2007/08 (0 of 1 then)');
  expect(await purged('2008-10-02')).toContain('increasing: cannot be told');
});

test('where there is no round before, it cannot be told', async () => {
  expect(await increasing([now], { [now.id]: '3 In fruit' })).toContain('increasing: cannot be told');
});

describe('the round before', () => {
  const [asked, closed] = [whileOpen(now), whileOpen(before)];
  test('is the last of an earlier year that asked the same and is closed', () => {
    const older = { ...closed, id: roundId('R1-200607'), academicYear: '200607' };
    expect(roundBefore([older, asked, closed], asked, '2008-10-01T00:00:00.000Z')).toBe(closed);
  });
  test.each([
    ['is open still', { ...closed, closes: '2008-12-31T00:00:00.000Z' }],
    ['has no end', { ...whileOpen(now), academicYear: '200708' }],
    ['asks another version', { ...closed, instrument: 'school-gardens@2' }],
    ['is of the same year', { ...closed, academicYear: asked.academicYear }],
  ])('is none that %s', (_, other) => {
    expect(roundBefore([other, asked], asked, '2008-10-01T00:00:00.000Z')).toBeUndefined();
  });
});
