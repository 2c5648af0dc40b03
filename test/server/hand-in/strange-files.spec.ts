import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { filledFile, spotIn } from '../kit/filled-file.ts';
import { handInForTests, listen, pageVisitor, textOf, type PageVisitor } from '../kit/page-visitor.ts';
import { closedRound, codes, instruments, lateRound, round, small } from '../kit/small-programme.ts';

/** Files that are not what they should be, and rounds that do not take them: what the page says, and that nothing is taken. */
const newer: Instrument = {
  ...small,
  version: 2,
  predecessor: { version: 1 },
  fields: small.fields.map((field) => (field.id === 'note' ? { ...field, label: 'What was seen' } : field)),
};

let endpoint: Endpoint;
let school: PageVisitor;
let workbook: Uint8Array;
let log = '';

beforeAll(async () => {
  endpoint = await startEndpoint({
    handIn: handInForTests(),
    logger: { level: 'warn', stream: { write: (line: string) => void (log += line) } },
    instruments: (reference) => (reference === instrumentRef(newer) ? newer : instruments(reference)),
  });
  school = pageVisitor(await listen(endpoint));
  await school.signIn(codes.oak);
  await school.get(`/hand-in/${round}`);
  workbook = (await school.post(`/hand-in/${round}/workbook.xlsx`)).bytes;
});
afterAll(() => endpoint.close());

const found = async (file: Uint8Array, of: string = round) =>
  textOf(await school.follow(await school.handIn(of, { file })));
const answered = async (file: Uint8Array, value = '1 Begun') =>
  filledFile(file, 'Garden', [[...(await spotIn(file, 'Garden', 'A1', 'stage')), value]]);
const revisions = async (of: string = round) =>
  (await (await endpoint.signIn('oak')).get(`/v1/rounds/${of}/returns/999901/revisions`)).json<{
    revisions: object[];
  }>().revisions.length;

/** A part of zeros that says it is short. */
const bomb = (): Uint8Array => {
  const parts = unzipSync(workbook);
  const packed = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }, { level: 9 });
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = packed.length - 46; at > 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = strFromU8(packed.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === 'xl/worksheets/sheet1.xml') view.setUint32(at + 24, 1_000, true);
  }
  return packed;
};

test.each([
  ['nothing at all', () => new Uint8Array(), 'This file is empty.'],
  ['a text', () => strToU8('not a workbook'), 'This is not an Excel workbook.'],
  ['a bomb', bomb, 'built in a way that no spreadsheet program does'],
  ['a workbook cut short', () => workbook.subarray(0, workbook.length / 2), 'This workbook is damaged'],
])('%s is refused with what to do, and not kept', async (_name, file, words) => {
  expect(await found(file())).toContain(words);
  expect(textOf(await school.get(`/hand-in/${round}/check`))).toContain(words);
  expect((await school.get(`/hand-in/${round}/moved.xlsx`)).status).toBe(404);
  expect(await revisions()).toBe(0);
});

test('whoever looks after the server finds in its log that a file was built to do harm, and not whose it was', async () => {
  log = '';
  await found(strToU8('not a workbook'));
  expect(log).toBe('');
  await found(bomb());
  expect(
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toEqual([expect.objectContaining({ notRead: 'unsafe', msg: 'a file that was handed in was not read' })]);
  expect(log).not.toMatch(/999901|mine\.xlsx|Oak/);
});

test('what is larger than is taken is refused while it comes in', async () => {
  const answer = await school.handIn(round, { file: new Uint8Array(11 * 1024 * 1024) });
  expect([answer.status, textOf(answer)]).toEqual([413, expect.stringContaining('smaller than 10 MB')]);
});

test('another school’s workbook is recognised, and nothing of it is taken', async () => {
  const other = pageVisitor(await listenAgain());
  await other.signIn(codes.elm);
  const theirs = await answered((await other.post(`/hand-in/${round}/workbook.xlsx`)).bytes);
  expect(await found(theirs)).toContain('This is the workbook of Elm School (999902).');
  expect(await revisions()).toBe(0);
});

const listenAgain = async (): Promise<string> => {
  const address = endpoint.app.server.address();
  if (typeof address !== 'object' || !address) throw new Error('it does not listen');
  return `http://127.0.0.1:${address.port}`;
};

test('the workbook of another round is recognised by its title', async () => {
  expect(await found(await answered(workbook), lateRound)).toContain(
    'This is your workbook of “Garden 2008/09” (GA-200809).',
  );
});

test('a code at the top that was typed over is told with what it reads', async () => {
  const [row, column] = await codeSpot(workbook);
  const spoilt = await filledFile(workbook, 'Garden', [[row, column, 'E/999901/GA-200809/00']]);
  expect(await found(spoilt)).toMatch(/The code at the top of the sheet “Garden” reads “E\/999901\/GA-200809\/00”/);
});

const codeSpot = async (file: Uint8Array): Promise<readonly [number, number]> => {
  const xml = strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array());
  const code = /E\/999901\/[A-Z0-9-]+\/\w+/.exec(xml)?.[0];
  if (code === undefined) throw new Error('no code');
  return spotIn(file, 'Garden', code, code);
};

test('a late round asks why, and takes it then', async () => {
  await school.get(`/hand-in/${lateRound}`);
  const file = await answered((await school.post(`/hand-in/${lateRound}/workbook.xlsx`)).bytes);
  const page = await school.follow(await school.handIn(lateRound, { file }));
  expect(textOf(page)).toContain('Why is it late?');
  const without = await school.follow(await school.handIn(lateRound, { fields: { act: 'hand-in', late: ' ' } }));
  expect(textOf(without)).toContain('takes late returns with a reason');
  const sent = await school.handIn(lateRound, { fields: { act: 'hand-in', late: 'The mice.' } });
  expect(sent.to).toBe(`/hand-in/${lateRound}/receipt/1`);
  expect(textOf(await school.follow(sent))).toContain('Late because The mice.');
});

test('a round that has closed takes nothing, and says so before and after', async () => {
  const page = await school.get(`/hand-in/${closedRound}`);
  expect(textOf(page)).toContain('This round is closed; nothing was submitted.');
  expect(page.body).not.toContain('type="file"');
  const file = await answered((await school.post(`/hand-in/${closedRound}/workbook.xlsx`)).bytes);
  await school.follow(await school.handIn(closedRound, { file }));
  const sent = await school.follow(await school.handIn(closedRound, { fields: { act: 'hand-in' } }));
  expect(textOf(sent)).toContain('This round is closed, so nothing was taken.');
  expect(await revisions(closedRound)).toBe(0);
});

test('of two files handed in at once one is kept whole, and a form for the other sends nothing', async () => {
  await school.get(`/hand-in/${round}`);
  const [one, other] = [await answered(workbook), await answered(workbook, '2 Half done')];
  await school.follow(await school.handIn(round, { file: one }));
  const staleForm = school.formOf(round, { act: 'hand-in' });
  await Promise.all([school.handIn(round, { file: one }), school.handIn(round, { file: other })]);
  const answer = await staleForm();
  expect([answer.status, textOf(answer)]).toEqual([
    409,
    expect.stringContaining('Another file has been handed in meanwhile.'),
  ]);
  expect(await revisions()).toBe(0);
  expect(textOf(await school.get(`/hand-in/${round}/check`))).toContain('Ready to hand in.');
});

test('a workbook of before the questions changed comes back with its answers moved, and that is taken', async () => {
  await (await endpoint.signIn('team')).patch(`/v1/rounds/${round}`, { instrument: instrumentRef(newer) });
  expect(await found(await answered(workbook, '2 Half done'))).toContain(
    'This workbook was made before the questions changed.',
  );
  const moved = await school.get(`/hand-in/${round}/moved.xlsx`);
  expect(moved.headers.get('content-disposition')).toContain('999901-GA-200809-moved.xlsx');
  expect(await found(moved.bytes)).toContain('Ready to hand in.');
  expect((await school.handIn(round, { fields: { act: 'hand-in' } })).to).toBe(`/hand-in/${round}/receipt/1`);
  const { content } = (
    await (await endpoint.signIn('oak')).get(`/v1/rounds/${round}/returns/999901/revisions/1`)
  ).json<{ content: { rows: object[] } }>();
  expect(content.rows).toEqual([{ key: 'A1', values: { stage: '2 Half done' } }]);
});
