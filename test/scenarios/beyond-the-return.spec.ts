import type { Instrument } from '#core/instrument/instrument.ts';
import type { CheckedReturn } from '../../src/flows/check-return.ts';
import { checkReturn } from '../../src/flows/check-return.ts';
import type { Desk, OpenReturn } from '../../src/flows/desk.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { lookBeyond } from '../../src/flows/look-beyond.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { learnBeyond } from '../../src/flows/told-beyond.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { ponds } from '../kit/pond-instruments.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** Rules that look at what was accepted before and into another return, checked before anything is submitted. */
const rounds = { gardens: roundFor(gardens), ponds: roundFor(ponds, 1) };
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let anna: PersonAtWork;
beforeEach(async () => {
  endpoint = await startEndpointWith([gardens, ponds], [rounds.gardens, rounds.ponds]);
  anna = await atWork(endpoint, codes.school);
});
afterEach(async () => {
  await anna.close();
  await endpoint.close();
});

const opened = async (of: keyof typeof rounds, who = anna) =>
  expectOk(
    await openReturn(who.desk, {
      round: whileOpen(rounds[of]),
      owner: school.owner,
      ownerName: school.name,
    }),
  );
/** As the pane does it when it gets the focus, on Check, and when a sheet comes to the front. */
const look = async (open: OpenReturn, desk: Pick<Desk, 'workbook' | 'instruments'> = anna.desk) => {
  const looked = expectOk(await lookBeyond(desk, open));
  return { looked, found: foundIn(expectOk(await checkReturn(desk, looked))) };
};
const foundIn = ({ issues }: CheckedReturn) => issues.map(({ row, rule }) => `${row} ${rule}`);
const submit = async (open: OpenReturn, who = anna) => expectOk(await submitReturn(who.desk, open)).kind;
/** What the endpoint says of a submission that nobody checked before: straight to it, as another program would. */
const unlooked = (instrument: Instrument): Instrument => ({ ...instrument, rules: [] });
const refusedFor = async (open: OpenReturn) => {
  const outcome = await submitReturn(anna.desk, { ...open, instrument: unlooked(open.instrument) });
  if (outcome.ok) return [outcome.value.kind];
  const { failure } = outcome;
  const problem = failure.kind === 'api' && failure.failure.kind === 'problem' ? failure.failure.problem : undefined;
  return (problem?.issues ?? []).map(({ row, rule }) => `${row} ${rule}`);
};

test('a rule across returns reads the other sheet as it stands here, and what was mended there is mended', async () => {
  const [beds, open] = [await opened('gardens'), await opened('ponds')];
  await anna.type(beds, 'N1', { state: '1 Bare', sure: 'Yes' });
  await anna.type(open, 'P1', { depth: '50', fish: 'Yes' });
  expect((await look(open)).found).toEqual(['P1 fish-dry']);
  expect(await submit(open)).toBe('to-fix');
  expect(await submit(beds)).toBe('receipt');
  expect(await refusedFor(open)).toEqual(['P1 fish-dry']);

  await anna.type(beds, 'N1', { state: '2 Growing' });
  expect((await look(open)).found).toEqual([]);
  expect(await submit(beds)).toBe('receipt');
  expect(await submit(open)).toBe('receipt');
});

test('where the other sheet stands elsewhere, what the endpoint holds counts; offline, what it told last', async () => {
  const beds = await opened('gardens');
  await anna.type(beds, 'N1', { state: '1 Bare', sure: 'Yes' });
  expect(await submit(beds)).toBe('receipt');

  const bea = await atWork(endpoint, codes.school);
  const open = await opened('ponds', bea);
  await bea.type(open, 'P1', { depth: '50', fish: 'Yes' });
  const { looked, found } = await look(open, bea.desk);
  expect(found).toEqual([]);
  expect(looked).toBe(open);
  expect(expectOk(await learnBeyond(bea.desk, open))).toBe(true);
  expect(expectOk(await learnBeyond(bea.desk, open))).toBe(false);
  expect((await look(open, bea.desk)).found).toEqual(['P1 fish-dry']);

  const offline = { workbook: bea.desk.workbook, instruments: instrumentShelf(() => undefined) };
  const [again] = expectOk(await findReturns(offline)).open;
  if (!again) throw new Error('the return is not found');
  expect((await look(again, offline)).found).toEqual(['P1 fish-dry']);
  await bea.close();
});

test('a number is compared with what was accepted last; the warning is explained before submitting', async () => {
  const open = await opened('ponds');
  await anna.type(open, 'P1', { depth: '50' });
  expect(await submit(open)).toBe('receipt');
  await anna.type(open, 'P1', { depth: '90' });
  expect((await look(open)).found).toEqual([]);
  const team = await atWork(endpoint, codes.team);
  expectOk(await team.desk.api.accept(rounds.ponds.id, school.owner, 1));
  await team.close();
  expectOk(await learnBeyond(anna.desk, open));
  expect((await look(open)).found).toEqual(['P1 depth-jump']);
  expect(await refusedFor(open)).toEqual(['P1 depth-jump']);
  expect(await submit(open)).toBe('to-fix');
  await anna.type(open, 'P1', { depth: '70' });
  expect((await look(open)).found).toEqual([]);
  expect(await submit(open)).toBe('receipt');
});

test('looking again answers the very same return while nothing beyond it changed, and the other sheet is not read for an edit', async () => {
  const [beds, open] = [await opened('gardens'), await opened('ponds')];
  await anna.type(open, 'P1', { depth: '50', fish: 'Yes' });
  const { looked } = await look(open);
  expect((await look(looked)).looked).toBe(looked);
  await anna.type(beds, 'N1', { state: '1 Bare', sure: 'Yes' });
  expect(foundIn(await anna.check(looked))).toEqual([]);
  expect((await look(looked)).found).toEqual(['P1 fish-dry']);
});

test('an instrument without such rules is looked at as it was', async () => {
  const beds = await opened('gardens');
  expect((await look(beds)).looked).toBe(beds);
});
