import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { paths } from '#wire/paths.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, school, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';

/** An invented instrument that looks at the gardens: beds are offered, and two rules look beyond the return. */
const visits: Instrument = {
  id: 'bed-visits',
  version: 1,
  title: 'Bed visits',
  sheetTitle: 'Visits',
  purpose: 'Who looked at which bed.',
  owner: 'school',
  traits: [],
  rows: { kind: 'open', noun: { one: 'visit', many: 'visits' }, expected: 5 },
  fields: [
    { id: 'bed', label: 'Bed', help: 'Which bed.', kind: 'item', of: gardens.id, width: 20 },
    { id: 'pupils', label: 'Pupils', help: 'How many came.', kind: 'integer', width: 10 },
  ],
  rules: [
    { id: 'bed-known', kind: 'one-of', field: 'bed', severity: 'error', message: 'Choose a bed.' },
    { id: 'pupils-jump', kind: 'change', field: 'pupils', by: 5, severity: 'error', message: 'So many more?' },
    {
      id: 'bare-bed',
      kind: 'cross-sheet',
      field: 'bed',
      severity: 'error',
      when: { field: 'bed', code: ['N1'] },
      of: gardens.id,
      other: { field: 'state', code: ['1'] },
      message: 'Beds are bare: what was there to see?',
    },
  ],
  measures: [{ kind: 'distribution', id: 'visits', title: 'Visits by bed', field: 'bed' }],
};
const rounds = { gardens: roundFor(gardens), visits: roundFor(visits, 1) };

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
beforeEach(async () => {
  endpoint = await startEndpointWith([gardens, visits], [rounds.gardens, rounds.visits]);
});
afterEach(() => endpoint.close());

const call = async (who: keyof typeof codes, method: string, path: string, body?: unknown) => {
  const json = { 'content-type': 'application/json' };
  const send = (at: string, how: string, headers: Record<string, string>, what: unknown) =>
    fetch(new URL(at, endpoint.base), {
      method: how,
      headers,
      ...(what === undefined ? {} : { body: JSON.stringify(what) }),
    });
  const session = (await (await send(paths.session, 'POST', json, { code: codes[who] })).json()) as { token: string };
  const signed = { ...(body === undefined ? {} : json), authorization: `Bearer ${session.token}` };
  const answer = await send(path, method, signed, body);
  return {
    status: answer.status,
    body: (await answer.json()) as { issues?: { rule: string }[] } & Record<string, unknown>,
  };
};

const submit = async (
  instrument: Instrument,
  round: (typeof rounds)['visits'],
  rows: ReturnContent['rows'],
  basedOn = 0,
) => {
  const content = { rows, explanations: [] };
  const { owner } = school;
  const fingerprint = fingerprintOf({ instrument: instrumentRef(instrument), round: round.id, owner, content });
  const answer = await call('school', 'POST', paths.revisions(round.id, owner), {
    ...{ key: `k-${round.id}-${basedOn}`, fingerprint, basedOn, content, replies: [], addIn: '1.0.0' },
  });
  return answer.status === 201 ? 'taken' : JSON.stringify(answer.body).match(/"rule":"[^"]*"/g);
};

const visit = (bed: string, pupils: number) => [{ key: '1', values: { bed, pupils } }];

test('a field that offers the rows of another instrument refuses what is none of them', async () => {
  expect(await submit(visits, rounds.visits, visit('X9', 3))).toEqual(['"rule":"bed-known"']);
  expect(await submit(visits, rounds.visits, visit('N2 The pond', 3))).toBe('taken');
});

test('what such a field says is counted in the sum of the round', async () => {
  await submit(visits, rounds.visits, visit('N2', 3));
  await call('team', 'PUT', paths.acceptance(rounds.visits.id, school.owner), { revision: 1 });
  const { body } = await call('team', 'GET', paths.tally(rounds.visits.id));
  const { sums } = body['tally'] as { sums: number[] };
  expect(Math.max(...sums)).toBe(1);
  expect(sums.length).toBeGreaterThanOrEqual(5);
});

test('a number is compared with the revision that was accepted last, not with one that was only submitted', async () => {
  await submit(visits, rounds.visits, visit('N2', 3));
  expect(await submit(visits, rounds.visits, visit('N2', 30), 1)).toBe('taken');
  await call('team', 'PUT', paths.acceptance(rounds.visits.id, school.owner), { revision: 2 });
  expect(await submit(visits, rounds.visits, visit('N2', 3), 2)).toEqual(['"rule":"pupils-jump"']);
  expect(await submit(visits, rounds.visits, visit('N2', 28), 2)).toBe('taken');
});

test('a rule across returns looks at the latest revision of the other instrument in the same academic year', async () => {
  await submit(gardens, rounds.gardens, [{ key: 'N1', values: { state: '1 Bare', sure: 'Yes' } }]);
  expect(await submit(visits, rounds.visits, visit('N1', 3))).toEqual(['"rule":"bare-bed"']);
  await submit(gardens, rounds.gardens, [{ key: 'N1', values: { state: '2 Growing', sure: 'Yes' } }], 1);
  expect(await submit(visits, rounds.visits, visit('N1', 3))).toBe('taken');
});
