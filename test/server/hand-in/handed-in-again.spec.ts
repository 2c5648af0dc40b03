import { startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { filledFile, spotIn } from '../kit/filled-file.ts';
import { handInForTests, listen, pageVisitor, textOf, type PageVisitor } from '../kit/page-visitor.ts';
import { codes, round } from '../kit/small-programme.ts';

/** The page never writes into a school's own file: it stays as it was before it was handed in, without a receipt. */
let endpoint: Endpoint;
let school: PageVisitor;
let file: Uint8Array;
beforeAll(async () => {
  endpoint = await startEndpoint({ handIn: handInForTests() });
  school = pageVisitor(await listen(endpoint));
  await school.signIn(codes.oak);
  await school.get(`/hand-in/${round}`);
  const blank = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
  const stage = [...(await spotIn(blank, 'Garden', 'A1', 'stage')), '1 Begun'] as const;
  file = await filledFile(blank, 'Garden', [stage] as never);
});
afterAll(() => endpoint.close());

const at = (act: string) => `/v1/rounds/${round}/returns/999901/${act}`;
const checked = async () => textOf(await school.follow(await school.handIn(round, { file })));
const handedIn = async () => (await school.handIn(round, { fields: { act: 'hand-in' } })).to;
const receipt = (revision: number) => `/hand-in/${round}/receipt/${revision}`;

test('a file that was handed in and is handed in again needs not be', async () => {
  expect(await checked()).toContain('Ready to hand in.');
  expect(await handedIn()).toBe(receipt(1));
  expect(await checked()).toContain('The server already holds exactly this.');
});

test('the very same file is taken again when the return was given back', async () => {
  const team = await endpoint.signIn('team');
  await team.put(at('acceptance'), { revision: 1 });
  await team.post(at('reopening'), { reason: 'Is A1 right?' });
  expect(await checked()).toContain('Ready to hand in.');
  expect(await handedIn()).toBe(receipt(2));
});

test('the very same file is taken again when the return was withdrawn', async () => {
  await school.get(`/hand-in/${round}`);
  await school.post(`/hand-in/${round}/withdraw`, { reason: 'Sent by mistake.' });
  expect(await checked()).toContain('Ready to hand in.');
  expect(await handedIn()).toBe(receipt(3));
});

test('the very same file is taken again with an answer to a question', async () => {
  const mentor = await endpoint.signIn('mentor');
  await mentor.post(at('questions'), { id: 'q1', row: 'A1', field: 'stage', revision: 3, text: 'Since when?' });
  expect(await checked()).toContain('The server already holds exactly this.');
  const answered = await school.follow(await school.handIn(round, { fields: { 'answer.A1': 'Since May.' } }));
  expect(textOf(answered)).toContain('Ready to hand in.');
  expect(await handedIn()).toBe(receipt(4));
});
