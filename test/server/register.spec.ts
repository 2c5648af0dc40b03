import { Readable } from 'node:stream';
import { Value } from 'typebox/value';
import { paths } from '#wire/paths.ts';
import { ImportAnswer, RegisterAnswer, SchoolAnswer } from '#wire/register.ts';
import { giasText, linksText, windows1252 } from '../kit/register-files.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { elm, far, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const list = async (query = '') => {
  const answer = await team.get(`${paths.register}${query}`);
  expect(answer.statusCode).toBe(200);
  const body = answer.json<RegisterAnswer>();
  expect(Value.Check(RegisterAnswer, body)).toBe(true);
  return body;
};
const urnsOf = ({ schools }: RegisterAnswer) => schools.map(({ urn }) => urn);
const school = async (urn: string) => {
  const body = (await team.get(paths.school(urn))).json<SchoolAnswer>();
  expect(Value.Check(SchoolAnswer, body)).toBe(true);
  return body;
};

describe('the list', () => {
  test('comes in pages, each saying where the next begins and how many there are in all', async () => {
    const first = await list('?limit=2');
    expect([urnsOf(first), first.total, first.next]).toEqual([[elm, far], 3, far]);
    const second = await list(`?limit=2&after=${first.next}`);
    expect([urnsOf(second), second.total, second.next]).toEqual([[oak], 3, undefined]);
  });

  test.each([
    ['?search=elm', [elm]],
    ['?search=999903', [far]],
    ['?mentor=M-1', [elm, oak]],
    ['?mentor=none', []],
    ['?enlisted=yes&status=open', [elm, far, oak]],
    ['?enlisted=no', []],
    ['?status=closed', []],
    ['?after=123456', []],
  ])('shows what is asked for: %s', async (query, urns) => {
    expect(urnsOf(await list(query))).toEqual(urns);
  });

  test.each([
    '?limit=0',
    '?limit=201',
    '?limit=1e2',
    '?enlisted=1',
    '?status=shut',
    '?after=12',
    '?what=1',
    '?limit=1&limit=2',
  ])('is not guessed at: %s', async (query) => {
    expect((await team.get(`${paths.register}${query}`)).json()).toMatchObject({ code: 'invalid-request' });
  });
});

describe('a school', () => {
  test('that is enlisted has its return in every open round, and one that is withdrawn keeps what it returned', async () => {
    const returnsOf = async (urn: string) =>
      (await team.get('/v1/returns'))
        .json<{ returns: { owner: string; round: string }[] }>()
        .returns.filter((line) => line.owner === urn && line.round === round);
    await team.post(paths.register, { urn: '999011', name: 'Reedham School' });
    expect(await returnsOf('999011')).toEqual([]);
    expect((await team.patch(paths.school('999011'), { enlisted: true })).json()).toMatchObject({
      school: { urn: '999011', enlisted: true },
    });
    expect(await returnsOf('999011')).toHaveLength(1);
    await team.patch(paths.school('999011'), { enlisted: false });
    expect(await returnsOf('999011')).toEqual([]);
    expect((await school('999011')).school).toMatchObject({ name: 'Reedham School', enlisted: false });
  });

  test('changes only in what is said; its new mentor sees it and the old one does not', async () => {
    const before = (await school(oak)).school;
    await team.patch(paths.school(oak), { mentor: 'M-2', specialism: 'Engineering' });
    expect((await school(oak)).school).toEqual({ ...before, mentor: 'M-2', specialism: 'Engineering' });
    const sees = async (who: 'mentor' | 'otherMentor') =>
      (await (await endpoint.signIn(who)).get(paths.return(round, oak))).statusCode;
    expect([await sees('mentor'), await sees('otherMentor')]).toEqual([403, 200]);
    await team.patch(paths.school(oak), { mentor: null, specialism: null });
    expect((await school(oak)).school).toEqual({ ...before, mentor: null });
    expect(await sees('otherMentor')).toBe(403);
  });

  test.each([
    [{ mentor: 'M-9' }],
    [{ mentor: oak }],
    [{ name: 'Other' }],
    [{ enlisted: 'yes' }],
    [{ region: '' }],
    [{ region: ' ' }],
    [{ region: 'a\u0000b' }],
    [{ specialism: 'x'.repeat(121) }],
  ])('is not changed to %j', async (change) => {
    const before = await school(oak);
    expect((await team.patch(paths.school(oak), change)).json()).toMatchObject({ code: 'invalid-request' });
    expect(await school(oak)).toEqual(before);
  });

  test('is added by hand once; the same again is no mistake, another of its number is', async () => {
    const reedham = { urn: '999011', name: 'Reedham School', region: 'North', mentor: 'M-1', enlisted: true };
    const answers = [
      await team.post(paths.register, reedham),
      await team.post(paths.register, reedham),
      await team.post(paths.register, { ...reedham, name: 'Other' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 409]);
    expect(answers[2]?.json()).toMatchObject({ code: 'already-there' });
    expect((await school('999011')).school).toMatchObject({ ...reedham, status: 'open', postcode: null });
  });

  test('that is not there is not found, nor changed into being', async () => {
    expect((await team.get(paths.school('999011'))).json()).toMatchObject({ code: 'not-found' });
    expect((await team.patch(paths.school('999011'), { enlisted: true })).json()).toMatchObject({
      code: 'not-found',
    });
  });

  test('that is closed offers what took its place, as the register now knows it', async () => {
    await team.postCsv(
      paths.registerImport,
      giasText(
        { URN: '999011', EstablishmentName: 'Reedham School', 'EstablishmentStatus (name)': 'Closed' },
        { URN: '999012', EstablishmentName: 'Osier Academy' },
      ),
    );
    await team.postCsv(
      paths.registerImport,
      linksText(
        { urn: '999011', link: '999012', name: 'Osier, as it was called' },
        { urn: '999011', link: '999013', name: 'Sedge', type: 'Successor - Split School' },
      ),
    );
    expect(await school('999011')).toMatchObject({
      school: { status: 'closed' },
      successors: [
        { urn: '999012', name: 'Osier Academy', status: 'open', since: '2009-09-01' },
        { urn: '999013', name: 'Sedge', since: '2009-09-01' },
      ],
      predecessors: [],
    });
    expect(await school('999012')).toMatchObject({
      predecessors: [{ urn: '999011', name: 'Reedham School', status: 'closed' }],
    });
  });
});

describe('a file', () => {
  const gias = windows1252(
    giasText(
      { URN: '999011', EstablishmentName: 'Écluse School' },
      { URN: oak, EstablishmentName: 'Oak Academy' },
      { URN: '12', EstablishmentName: 'None' },
    ),
  );

  test('is previewed without a trace, and imported with the same answer', async () => {
    const before = await list();
    const preview = (await team.postCsv(paths.registerPreview, gias)).json<ImportAnswer>();
    expect(Value.Check(ImportAnswer, preview)).toBe(true);
    expect(await list()).toEqual(before);
    expect(preview).toMatchObject({
      kind: 'gias',
      counts: { new: 1, changed: 1, closed: 0, reopened: 0, unchanged: 0 },
      refused: 1,
      problems: [{ row: 4, column: 'URN', fault: 'urn-wrong', value: '12' }],
    });
    expect(preview.changes.find(({ urn }) => urn === oak)?.fields).toContainEqual({
      field: 'name',
      from: 'Oak School',
      to: 'Oak Academy',
    });
    expect((await team.postCsv(paths.registerImport, gias)).json()).toEqual(preview);
    expect((await list('?search=ecluse')).schools).toMatchObject([{ urn: '999011', name: 'Écluse School' }]);
  });

  test('may come in any pieces', async () => {
    const pieces = Readable.from([...gias].map((byte) => Buffer.of(byte)));
    expect((await team.postCsv(paths.registerPreview, pieces)).json()).toMatchObject({ counts: { new: 1 } });
  });

  test.each([
    ['nothing', '', { kind: 'empty' }],
    ['another table', 'Pupil,Year\n1,7', { kind: 'not-a-register', headings: ['Pupil', 'Year'] }],
    ['a broken one', 'URN,Name\n999011,"Reed', { kind: 'broken', row: 2 }],
    ['one with a column twice', 'URN,urn\n', { kind: 'column-twice', heading: 'urn' }],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), { kind: 'not-text' }],
  ])('that is %s is refused and says why', async (_what, payload, file) => {
    expect((await team.postCsv(paths.registerImport, payload)).json()).toMatchObject({ code: 'file-unread', file });
  });

  test('of more rows than there are schools is refused', async () => {
    const answer = await team.postCsv(paths.registerImport, `URN\n${'\n'.repeat(300_000)}`);
    expect(answer.json()).toMatchObject({ code: 'file-unread', file: { kind: 'too-large' } });
  }, 60_000);

  test('comes as text/csv and as nothing else', async () => {
    expect((await team.post(paths.registerImport, { urn: '999011' })).json()).toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('over a real connection', () => {
  test.each([
    ['of somebody who may not', 'oak', 403],
    ['that is none', 'team', 422],
  ] as const)(
    'a large file %s is answered before it is all there, and the server goes on',
    async (_what, who, status) => {
      const url = await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
      const { token } = await endpoint.signIn(who);
      const piece = Buffer.alloc(1024 * 1024, 'Pupil,Year\n');
      function* pieces() {
        for (let sent = 0; sent < 20; sent += 1) yield piece;
      }
      const answer = await fetch(`${url}${paths.registerImport}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        body: Readable.toWeb(Readable.from(pieces())) as ReadableStream,
        duplex: 'half',
      } as RequestInit);
      expect(answer.status).toBe(status);
      // An answer that nobody reads would keep the connection, and the server from closing.
      await answer.text();
      const after = await fetch(`${url}${paths.health}`);
      expect([after.status, await after.text()]).toEqual([200, expect.any(String)]);
    },
    60_000,
  );
});
