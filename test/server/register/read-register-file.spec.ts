import { Readable } from 'node:stream';
import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { csvRecords } from '../../../src/server/register/csv-records.ts';
import { readRegisterFile } from '../../../src/server/register/read-register-file.ts';
import { giasLines, giasText, linksText, windows1252 } from '../../kit/register-files.ts';

const mentors = [{ owner: ownerId('M-1'), name: 'Mo Mentor' }];

/** The bytes, in pieces of a size. */
const stream = (bytes: Uint8Array, size = 7) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      Buffer.from(bytes.subarray(at * size, (at + 1) * size)),
    ),
  );
const read = (bytes: Uint8Array | string, size?: number) =>
  readRegisterFile(stream(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, size), mentors);

const names = async (bytes: Uint8Array | string) => {
  const file = await read(bytes);
  if (!file.ok || file.value.kind === 'links') throw new Error(JSON.stringify(file));
  return file.value.rows.map(({ says }) => says.name);
};

const accented = giasText({ URN: '999011', EstablishmentName: 'Écluse “Lower” School – St Mary’s' });

test.each([
  ['Windows-1252, as the government’s files come', windows1252(accented)],
  ['UTF-8', Buffer.from(accented)],
  ['UTF-8 with its mark, as Excel saves it', Buffer.from(`\ufeff${accented}`)],
])('%s is read sign by sign', async (_what, bytes) => {
  expect(await names(bytes)).toEqual(['Écluse “Lower” School – St Mary’s']);
});

test.each([
  ['semicolons', 'URN;Name\n999011;Reedham, Upper'],
  ['tabs', 'URN\tName\n999011\tReedham, Upper'],
  ['quoted cells', 'URN,Name\r\n999011,"Reedham, Upper"\r\n'],
])('%s part cells', async (_what, text) => {
  expect(await names(text)).toEqual(['Reedham, Upper']);
});

test('rows count as a spreadsheet counts them: blank lines too, and a line break inside a cell does not', async () => {
  const file = await read('URN,Name\n999011,"Reed\nham"\n\n,\nx,Sedge\n');
  expect(file).toMatchObject({
    ok: true,
    value: { rows: [{ row: 2 }], problems: [{ row: 5, column: 'URN', fault: 'urn-wrong', value: 'x' }] },
  });
});

test('the links file is read as successions; links of other kinds are counted', async () => {
  const links = linksText(
    { urn: '999011', link: '999012', name: 'Osier Academy' },
    { urn: '999012', link: '999011', name: 'Reedham', type: 'Predecessor' },
    { urn: '999011', link: '999013', type: 'Sixth Form Centre Link' },
  );
  expect(await read(links)).toEqual({
    ok: true,
    value: {
      kind: 'links',
      successions: [{ urn: '999011', successor: '999012', name: 'Osier Academy', since: '2009-09-01' }],
      otherLinks: 1,
      problems: [],
    },
  });
});

test.each([
  ['nothing', '', { kind: 'empty' }],
  ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), { kind: 'not-text' }],
  ['UTF-16', Buffer.from('URN,Name', 'utf16le'), { kind: 'not-text' }],
  ['another table', 'Pupil,Year\n1,7', { kind: 'not-a-register', headings: ['Pupil', 'Year'] }],
  ['a quotation mark that is never closed', 'URN,Name\n999011,"Reedham\n999012,Sedge', { kind: 'broken', row: 2 }],
  ['a row without end', `URN,Name\n999011,"${'x'.repeat(300_000)}`, { kind: 'broken', row: 2 }],
])('%s is no file of schools, and says why', async (_what, bytes, failure) => {
  expect(await read(bytes, 4096)).toEqual({ ok: false, failure });
});

test.each([
  ['bytes', { bytes: 20, rows: 9 }],
  ['rows', { bytes: 999, rows: 2 }],
])('a file of more %s than may be is refused while it comes in, and no more of it is read', async (_what, limits) => {
  let sent = 0;
  function* pieces() {
    for (; ; sent += 1) yield Buffer.from('999011\n');
  }
  const reading = async () => {
    for await (const cells of csvRecords(Readable.from(pieces()), limits)) expect(cells.text(0)).toBe('999011');
  };
  await expect(reading()).rejects.toMatchObject({ fault: { kind: 'too-large' } });
  expect(sent).toBeLessThan(1000);
});

test('whatever bytes come, the answer is a file or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, headed) => {
      const file = await read(headed ? Buffer.concat([Buffer.from('URN,Name\n'), bytes]) : bytes);
      expect(typeof file.ok).toBe('boolean');
    }),
  );
});

test('a download of 5,000 schools and 135 columns comes in piece by piece, and every row of it is read', async () => {
  const { head, row } = giasLines(135);
  const schools = 5_000;
  function* pieces() {
    yield Buffer.from(head);
    for (let at = 0; at < schools; at += 1)
      yield windows1252(row({ URN: String(100_000 + at), EstablishmentName: `School ${at}` }));
  }
  const file = await readRegisterFile(Readable.from(pieces()), []);
  expect(file).toMatchObject({ ok: true, value: { kind: 'gias', problems: [] } });
  if (file.ok && file.value.kind === 'gias') expect(file.value.rows).toHaveLength(schools);
}, 60_000);
