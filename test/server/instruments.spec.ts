import { instrumentRef } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { paths } from '#wire/paths.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';
import { kites } from './kit/pupils.ts';
import { small } from './kit/small-programme.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint({ offered: [small, { ...small, version: 2, title: 'Garden, again' }, kites] });
});
afterAll(() => endpoint.close());

test('whoever is signed in gets the definition of an instrument, whole and sound', async () => {
  for (const who of ['oak', 'mentor', 'team'] as const) {
    const answer = await (await endpoint.signIn(who)).get(paths.instrument(instrumentRef(small)));
    expect([answer.statusCode, loadInstrument(answer.json())]).toEqual([200, { ok: true, value: small }]);
  }
});

test('what a new round may ask is listed in its newest version, and whether tallies alone can be taken of it', async () => {
  const answer = await (await endpoint.signIn('team')).get(paths.instruments);
  expect(answer.json()).toEqual({
    instruments: [
      { reference: instrumentRef({ ...small, version: 2 }), title: 'Garden, again', tallies: false },
      { reference: instrumentRef(kites), title: kites.title, tallies: true },
    ],
  });
});

test('nobody else gets it', async () => {
  const answer = await endpoint.app.inject({ method: 'GET', url: paths.instrument(instrumentRef(small)) });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'session-expired']);
});

test.each([['small@99'], ['nothing-like-it@1']])('%s is not known here', async (reference) => {
  const answer = await (await endpoint.signIn('oak')).get(paths.instrument(reference));
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
});
