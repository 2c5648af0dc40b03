import { startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { filledFile, spotIn } from '../kit/filled-file.ts';
import { handInForTests, listen, pageVisitor, textOf, type PageVisitor } from '../kit/page-visitor.ts';
import { codes, lateRound, round } from '../kit/small-programme.ts';

/** The way of a school through the page, over real HTTP, with real files and real processes. */
let endpoint: Endpoint;
let url: string;
let school: PageVisitor;

beforeAll(async () => {
  endpoint = await startEndpoint({ handIn: handInForTests() });
  url = await listen(endpoint);
});
afterAll(() => endpoint.close());

const fill = async (file: Uint8Array, answers: Readonly<Record<string, Readonly<Record<string, string>>>>) => {
  const cells = [];
  for (const [key, values] of Object.entries(answers)) {
    for (const [field, value] of Object.entries(values)) {
      cells.push([...(await spotIn(file, 'Garden', key, field)), value] as const);
    }
  }
  return filledFile(file, 'Garden', cells as never);
};

let workbook: Uint8Array;

test('with its code a school comes in and sees its returns, whose turn it is and until when', async () => {
  school = pageVisitor(url);
  expect(textOf(await school.get('/hand-in'))).toContain('Your access code');
  const list = await school.signIn(codes.oak);
  expect(textOf(list)).toContain('Oak School');
  expect(textOf(list)).toContain('Garden 2008/09 Not started . Your turn. Open until 1 August 2009.');
  expect(textOf(list)).toContain('Garden 2006/07');
  expect(textOf(list)).not.toContain('Garden 2007/08');
});

test('it is told which year groups are expected, only where the round names some', async () => {
  expect(textOf(await school.get(`/hand-in/${lateRound}`))).toContain('Years 7 and 9 are expected.');
  expect(textOf(await school.get(`/hand-in/${round}`))).not.toContain('expected');
});

test('it downloads its workbook under a name of ours', async () => {
  const got = await school.post(`/hand-in/${round}/workbook.xlsx`);
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename="999901-${round}.xlsx"`);
  expect(got.headers.get('cache-control')).toBe('no-store');
  workbook = got.bytes;
  expect(String.fromCharCode(...workbook.subarray(0, 2))).toBe('PK');
});

test('what is wrong is told with its cell in the words of the sheet, errors before warnings, and nothing is sent', async () => {
  await school.get(`/hand-in/${round}`);
  const file = await fill(workbook, { A1: { stage: 'perhaps' }, A2: { stage: '2 Half done', note: 'so' } });
  const checked = await school.follow(await school.handIn(round, { file, name: '<b>mine.xlsx' }));
  const text = textOf(checked);
  expect(text).toContain('Not ready yet: 1 to fix and 1 to fix or explain.');
  expect(text).toMatch(/To fix \(1\) Choose a stage\. Garden!\w\d+ A1 · Stage: perhaps/);
  expect(text).toMatch(/To fix or explain \(1\) Say a little more\. Garden!\w\d+ A2 · Note: so/);
  expect(text.indexOf('To fix (1)')).toBeLessThan(text.indexOf('To fix or explain (1)'));
  expect(text).not.toMatch(/ Hand in /);
  expect(checked.body).toContain('&lt;b&gt;mine.xlsx');
  expect(checked.body).not.toContain('<b>mine');
});

test('what was handed in is kept while nothing is submitted, and the page says so', async () => {
  expect(textOf(await school.get(`/hand-in/${round}`))).toContain('You handed in a file and have not sent it yet.');
});

test('a corrected file with a warning explained on the page gets a receipt, once, however often it is confirmed', async () => {
  const file = await fill(workbook, { A1: { stage: '1 Begun' }, A2: { stage: '2 Half done', note: 'so' } });
  const checked = await school.follow(await school.handIn(round, { file }));
  expect(textOf(checked)).toContain('Nearly ready: 1 to fix or explain.');
  const fields = { act: 'hand-in', 'explain.1': 'It says all there is.' };
  const [one, other] = await Promise.all([school.handIn(round, { fields }), school.handIn(round, { fields })]);
  expect([one.to, other.to]).toEqual([`/hand-in/${round}/receipt/1`, `/hand-in/${round}/receipt/1`]);
  const again = await school.handIn(round, { fields });
  expect(again.to).toBe(`/hand-in/${round}/receipt/1`);
  const receipt = textOf(await school.follow(again));
  expect(receipt).toContain('Your return has arrived: revision 1.');
  expect(receipt).toContain('2 of 3 rows answered, 3 cells filled, 1 explained');
});

test('the return then stands on the server as handed in, with the explanation, by the page', async () => {
  const team = await endpoint.signIn('team');
  const answer = (await team.get(`/v1/rounds/${round}/returns/999901/revisions/1`)).json<{
    content: { rows: object[]; explanations: { text: string }[] };
  }>();
  expect(answer.content.rows).toEqual([
    { key: 'A1', values: { stage: '1 Begun' } },
    { key: 'A2', values: { stage: '2 Half done', note: 'so' } },
  ]);
  expect(answer.content.explanations.map(({ text }) => text)).toEqual(['It says all there is.']);
});

test('a question is shown with its place, and answered on the page without a file', async () => {
  const mentor = await endpoint.signIn('mentor');
  const question = { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Only begun?' };
  await mentor.post(`/v1/rounds/${round}/returns/999901/questions`, question);
  const page = textOf(await school.get(`/hand-in/${round}`));
  expect(page).toContain('Your mentor asks');
  expect(page).toContain('A1 · Stage Only begun? Mo Mentor, 1 June 2009 at 13:00');
  const checked = await school.follow(await school.handIn(round, { fields: { 'answer.A1': 'The frost came.' } }));
  expect(textOf(checked)).toMatch(/Questions \(1\) Garden!\w\d+ · A1 · Stage Only begun\?/);
  expect(textOf(checked)).toContain('Ready to hand in.');
  const sent = await school.handIn(round, { fields: { act: 'hand-in', 'answer.A1': 'The frost came.' } });
  expect(sent.to).toBe(`/hand-in/${round}/receipt/2`);
  const answer = (await mentor.get(`/v1/rounds/${round}/returns/999901`)).json<{
    line: { state: string };
    questions: { remarks: { text: string }[] }[];
  }>();
  expect(answer.line.state).toBe('submitted');
  expect(answer.questions[0]?.remarks.map(({ text }) => text)).toEqual(['The frost came.']);
});

test('a question is also answered in the workbook, downloaded afresh', async () => {
  const mentor = await endpoint.signIn('mentor');
  const question = { id: 'q2', row: 'A2', field: 'note', revision: 2, text: 'Which seeds?' };
  await mentor.post(`/v1/rounds/${round}/returns/999901/questions`, question);
  const fresh = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
  const file = await fill(fresh, { A2: { '#answer': 'Beans.' } });
  await school.follow(await school.handIn(round, { file }));
  const sent = await school.handIn(round, { fields: { act: 'hand-in' } });
  expect(sent.to).toBe(`/hand-in/${round}/receipt/3`);
  const { questions } = (await mentor.get(`/v1/rounds/${round}/returns/999901`)).json<{
    questions: { id: string; remarks: { text: string }[] }[];
  }>();
  expect(questions.find(({ id }) => id === 'q2')?.remarks.map(({ text }) => text)).toEqual(['Beans.']);
});

test('a workbook from before is put together with what was submitted since: both sides’ changes stand', async () => {
  const old = await fill(workbook, { A1: { stage: '2 Half done' }, A3: { stage: '1 Begun' } });
  const checked = await school.follow(await school.handIn(round, { file: old }));
  expect(textOf(checked)).toContain('Revision 3 was submitted by Oak School in the meantime.');
  expect(textOf(checked)).toMatch(/A1 · Stage Yours: 2 Half done Theirs: 1 Begun/);
  const put = await school.follow(await school.handIn(round, { fields: { act: 'check', together: 'mine' } }));
  expect(textOf(put)).toContain('Ready to hand in.');
  expect((await school.handIn(round, { fields: { act: 'hand-in' } })).to).toBe(`/hand-in/${round}/receipt/4`);
  const answer = (await (await endpoint.signIn('team')).get(`/v1/rounds/${round}/returns/999901/revisions/4`)).json<{
    content: { rows: object[] };
  }>();
  expect(answer.content.rows).toEqual([
    { key: 'A1', values: { stage: '2 Half done' } },
    { key: 'A2', values: { stage: '2 Half done', note: 'so' } },
    { key: 'A3', values: { stage: '1 Begun' } },
  ]);
});

test('exactly what the server holds needs not be handed in again', async () => {
  const fresh = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
  const checked = await school.follow(await school.handIn(round, { file: fresh }));
  expect(textOf(checked)).toContain('The server already holds exactly this.');
});

test('a return is withdrawn with a reason, and what was withdrawn may be handed in again as it is', async () => {
  const blank = await school.post(`/hand-in/${round}/withdraw`, { reason: '  ' });
  expect([blank.status, textOf(blank)]).toEqual([400, expect.stringContaining('Say why you take it back.')]);
  await school.post(`/hand-in/${round}/withdraw`, { reason: 'Sent by mistake.' });
  const page = textOf(await school.get(`/hand-in/${round}`));
  expect(page).toContain('Withdrawn by Oak School');
  expect(page).toContain('Sent by mistake.');
  const fresh = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
  const checked = await school.follow(await school.handIn(round, { file: fresh }));
  expect(textOf(checked)).toContain('Ready to hand in.');
  expect((await school.handIn(round, { fields: { act: 'hand-in' } })).to).toBe(`/hand-in/${round}/receipt/5`);
});

test('a return that was given back may be handed in again as it is', async () => {
  const team = await endpoint.signIn('team');
  const at = (act: string) => `/v1/rounds/${round}/returns/999901/${act}`;
  await team.put(at('acceptance'), { revision: 5 });
  await team.post(at('reopening'), { reason: 'Is A1 right?' });
  const fresh = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
  const checked = await school.follow(await school.handIn(round, { file: fresh }));
  expect(textOf(checked)).toContain('Ready to hand in.');
  expect((await school.handIn(round, { fields: { act: 'hand-in' } })).to).toBe(`/hand-in/${round}/receipt/6`);
});
