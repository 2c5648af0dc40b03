import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import type { AnswerRow, Explanation } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { paths } from '#wire/paths.ts';
import type { ConsolidatedAnswer, ReturnAnswer, TallyAnswer, WireRevision } from '#wire/shapes.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { ponds, ponds2 } from '../kit/pond-instruments.ts';
import { askRound, codes, roundFor, school, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';

/** A round that was opened with one version of an instrument asks the next one, when returns have come in already. */
const folder = mkdtempSync(join(tmpdir(), 'stem-round-'));
const file = join(folder, 'data.db');
const round = roundFor(ponds);
const nextYear = {
  ...{ ...roundFor(ponds2, 1), academicYear: '200910', opens: '2009-09-01T00:00:00.000Z' },
  title: 'Ponds 2009/10',
};
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
const start = async () => {
  endpoint = await startEndpointWith([ponds, ponds2, gardens], [nextYear, round], file);
};

const call = async <T>(who: keyof typeof codes, method: string, path: string, body?: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const url = (at: string) => new URL(at, endpoint.base);
  const signIn = { method: 'POST', headers, body: JSON.stringify({ code: codes[who] }) };
  const { token } = (await (await fetch(url(paths.session), signIn)).json()) as { token: string };
  const answer = await fetch(url(path), {
    method,
    headers: { ...(body === undefined ? {} : headers), authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
};

const submit = async (
  instrument: Instrument,
  basedOn: number,
  rows: readonly AnswerRow[],
  explanations: Explanation[] = [],
) => {
  const { owner } = school;
  const content = { rows, explanations };
  const fingerprint = fingerprintOf({ instrument: instrumentRef(instrument), round: round.id, owner, content });
  const request = { key: `k${basedOn}`, fingerprint, basedOn, content, replies: [], addIn: '1.0.0' };
  return (await call('school', 'POST', paths.revisions(round.id, owner), request)).status;
};

beforeAll(async () => {
  await start();
  expect(await submit(ponds, 0, [{ key: 'P1', values: { depth: 50, fish: 'Yes' } }])).toBe(201);
  await call('team', 'PUT', paths.acceptance(round.id, school.owner), { revision: 1 });
  await endpoint.close();
  askRound(file, round.id, instrumentRef(ponds2));
  await start();
});
afterAll(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

test('both versions are sound', () => {
  expect([loadInstrument(ponds).ok, loadInstrument(ponds2).ok]).toEqual([true, true]);
});

test('a revision says the version that it was made with, and holds what was submitted', async () => {
  const { body } = await call<WireRevision>('school', 'GET', paths.revision(round.id, school.owner, 1));
  expect(body.instrument).toBe(instrumentRef(ponds));
  expect(body.content?.rows).toEqual([{ key: 'P1', values: { depth: 50, fish: 'Yes' } }]);
});

test('what is copied into the next round says the version that it was given in', async () => {
  const { body } = await call<ReturnAnswer>('school', 'GET', paths.return(nextYear.id, school.owner));
  expect(body.before).toMatchObject({ instrument: instrumentRef(ponds), content: { rows: [{ key: 'P1' }] } });
});

test('sums and the master read it as the round asks now', async () => {
  const tally = await call<TallyAnswer>('team', 'GET', paths.tally(round.id));
  expect(tally.body.tally).toMatchObject({ instrument: instrumentRef(ponds2), returns: 1 });
  expect(Math.max(...tally.body.tally.sums)).toBe(1);
  const { body } = await call<ConsolidatedAnswer>('team', 'GET', paths.consolidated(round.id));
  expect(body.owners[0]?.accepted?.content?.rows).toEqual([{ key: 'Q1', values: { deep: 50, fish: 'Yes' } }]);
});

test('sent once more by a workbook that did not hear of it, it gets its receipt again', async () => {
  expect(await submit(ponds, 0, [{ key: 'P1', values: { depth: 50, fish: 'Yes' } }])).toBe(200);
  expect(await submit(ponds, 0, [{ key: 'P1', values: { depth: 51, fish: 'Yes' } }])).toBe(409);
});

test('a new revision is compared with it at its new place', async () => {
  const jumped = [{ key: 'Q1', values: { deep: 90, fish: 'Yes' } }];
  expect(await submit(ponds2, 1, jumped)).toBe(422);
  expect(await submit(ponds2, 1, [{ key: 'Q1', values: { deep: 60, fish: 'Yes' } }])).toBe(201);
});
