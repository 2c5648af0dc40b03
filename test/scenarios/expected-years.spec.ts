import { roundId } from '#core/ids.ts';
import { checkReturn } from '../../src/flows/check-return.ts';
import type { Desk, OpenReturn } from '../../src/flows/desk.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { lookBeyond } from '../../src/flows/look-beyond.ts';
import { messageOf } from '../../src/flows/message-of.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { learnBeyond } from '../../src/flows/told-beyond.ts';
import { chaseWords } from '../../src/taskpane/messages/progress-words.ts';
import { kitesByYear } from '../server/kit/pupils.ts';
import { codes, roundFor, school, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

describe.each(['pupil', 'tally'] as const)('a round of detail %s that expects Years 7 and 9', (detail) => {
  const round = { ...roundFor(kitesByYear), id: roundId('KC-200809'), detail, yearGroups: [7, 9] };
  let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
  let anna: PersonAtWork;
  beforeEach(async () => {
    endpoint = await startEndpointWith([kitesByYear], [round]);
    anna = await atWork(endpoint, codes.school);
  });
  afterEach(async () => {
    await anna.close();
    await endpoint.close();
  });

  /** As the pane does it when it gets the focus and on Check; offline too. */
  const found = async (open: OpenReturn, desk: Pick<Desk, 'workbook' | 'instruments'> = anna.desk) => {
    const checked = expectOk(await checkReturn(desk, expectOk(await lookBeyond(desk, open))));
    return checked.openWarnings.map(
      ({ row, rule }) => `${row}: ${messageOf(open.instrument, rule, checked.circumstances) ?? ''}`,
    );
  };
  const expecting = async (...yearGroups: readonly number[]) => {
    const team = await atWork(endpoint, codes.team);
    expectOk(await team.desk.api.changeRound(round.id, { yearGroups: [...yearGroups] }));
    await team.close();
  };
  const submit = async (open: OpenReturn) => expectOk(await submitReturn(anna.desk, open)).kind;
  const explainAll = async (open: OpenReturn) => {
    for (;;) {
      const checked = expectOk(await checkReturn(anna.desk, expectOk(await lookBeyond(anna.desk, open))));
      const [warning] = checked.openWarnings;
      if (!warning) return;
      expectOk(await explainWarning(anna.desk, open, checked, warning, 'It is so.'));
    }
  };
  const missing = (year: number) => `return: Nobody of Year ${year} is here. If it is right, say why.`;

  test('tells of a year without pupils, in the sheet and before anything is sent; explained, it is taken', async () => {
    const open = await anna.open();
    expect(await found(open)).toEqual([]);
    await anna.type(open, 'return', { roll: '40' });
    expect(await found(open)).toEqual([]);
    await anna.type(open, '1', { year: 'Year 7', likes: '3', says: 'They fly.' });
    expect(await found(open)).toEqual([missing(9)]);
    expect(await anna.fill(open, 'return', 'roll')).toBeDefined();
    expect(await submit(open)).toBe('to-fix');
    await explainAll(open);
    expect(await submit(open)).toBe('receipt');
  });

  test('is told in the chase list of a return that lacks an expected year, until a revision has pupils of it', async () => {
    const open = await anna.open();
    await anna.type(open, '1', { year: 'Year 7', likes: '3', says: 'They fly.' });
    await explainAll(open);
    expect(await submit(open)).toBe('receipt');
    const team = await atWork(endpoint, codes.team);
    const line = async () =>
      expectOk(await team.desk.api.programme.progress(round.id, { limit: 5 })).lines.map((one) => [
        one.state,
        one.yearsMissing,
        chaseWords(one),
      ]);
    expect(await line()).toEqual([['submitted', [9], 'Mentor’s turn since today · no pupils of Year 9']]);
    expectOk(await team.desk.api.accept(round.id, school.owner, 1));
    expect(await line()).toEqual([['accepted', [9], 'Nothing to do · no pupils of Year 9']]);

    await anna.type(open, '2', { year: 'Year 9', likes: '2' });
    expect(await submit(open)).toBe('receipt');
    expect(await line()).toEqual([['submitted', undefined, 'Mentor’s turn since today · revision 1 counts']]);
    await team.close();
  });

  test('learns with the next look at the endpoint that other years are expected, and knows it offline', async () => {
    const open = await anna.open();
    await anna.type(open, '1', { year: 'Year 7', likes: '3', says: 'They fly.' });
    await anna.type(open, '2', { year: 'Year 9', likes: '2' });
    expect(await found(open)).toEqual([]);
    expect(await submit(open)).toBe('receipt');
    const fingerprint = expectOk(await anna.desk.api.return(round.id, school.owner)).latest?.receipt.fingerprint;

    await expecting(9);
    expect(await found(open)).toEqual([]);
    expect(expectOk(await learnBeyond(anna.desk, open))).toBe(true);
    expect(await found(open)).toEqual(['1: Only Year 9 here. If it is right, say why.']);
    const offline = { workbook: anna.desk.workbook, instruments: instrumentShelf(() => kitesByYear) };
    const [again] = expectOk(await findReturns(offline)).open;
    expect(again && (await found(again, offline))).toHaveLength(1);

    // What was submitted stays as it was; what comes now is checked by what is expected now.
    const { latest } = expectOk(await anna.desk.api.return(round.id, school.owner));
    expect(latest?.receipt.fingerprint).toBe(fingerprint);
    await anna.type(open, '2', { likes: '1' });
    expect(await submit(open)).toBe('to-fix');
    await expecting();
    expect(await submit(open)).toBe('receipt');
  });
});

test('a submission that nobody checked before is refused for a year that is not expected, and for one without pupils', async () => {
  const round = { ...roundFor(kitesByYear), yearGroups: [9] };
  const endpoint = await startEndpointWith([kitesByYear], [round]);
  const anna = await atWork(endpoint, codes.school);
  const open = await anna.open();
  await anna.type(open, '1', { year: 'Year 7', likes: '3' });
  const outcome = await submitReturn(anna.desk, { ...open, instrument: { ...kitesByYear, rules: [] } });
  const problem = !outcome.ok && outcome.failure.kind === 'api' ? outcome.failure.failure : undefined;
  expect(problem).toMatchObject({
    kind: 'problem',
    problem: {
      code: 'issues',
      issues: [
        { row: 'return', rule: 'year-9-missing' },
        { row: '1', rule: 'year-expected' },
      ],
    },
  });
  await anna.close();
  await endpoint.close();
});
