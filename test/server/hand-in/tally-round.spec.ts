import { instrumentRef } from '#core/instrument/instrument.ts';
import { paths } from '#wire/paths.ts';
import { startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { handInForTests, listen, pageVisitor, textOf, type PageVisitor } from '../kit/page-visitor.ts';
import { kiteRound, kites, openKites } from '../kit/pupils.ts';
import { codes, instruments } from '../kit/small-programme.ts';

/** In a round that takes tallies only, no row of a pupil may reach the server: not even to be looked at. */
let endpoint: Endpoint;
let school: PageVisitor;

beforeAll(async () => {
  const known = (reference: string) => (reference === instrumentRef(kites) ? kites : instruments(reference));
  const handIn = handInForTests();
  const read = () => Promise.reject(new Error('the file was read'));
  endpoint = await startEndpoint({ instruments: known, handIn: { ...handIn, check: read, submit: read } });
  const team = await endpoint.signIn('team');
  expect((await team.post(paths.rounds, openKites)).statusCode).toBe(201);
  school = pageVisitor(await listen(endpoint));
  await school.signIn(codes.oak);
});
afterAll(() => endpoint.close());

test('its page offers no file to fill and none to hand in, and says where the numbers are made', async () => {
  const page = await school.get(`/hand-in/${kiteRound}`);
  expect(textOf(page)).toContain('schools send numbers only');
  expect(textOf(page)).toContain('Open your workbook in Excel with the add-in');
  expect(page.body).not.toMatch(/type="file"|workbook\.xlsx/);
});

test('a file that is handed in all the same is refused before it is read', async () => {
  const refused = await school.handIn(kiteRound, { file: new Uint8Array(100) });
  expect(refused.status).toBe(409);
  expect(textOf(refused)).toContain('The rows about pupils stay with you.');
});
