import { roundId } from '#core/ids.ts';
import type { CollectionApi } from '../../src/api/collection-api.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from '../server/kit/endpoint.ts';
import { codes, elm, far, oak, round } from '../server/kit/small-programme.ts';

/** What every adapter's part for the project team must do; today there is one, over real HTTP on this machine. */
const adapters: readonly [string, (endpoint: Endpoint) => Promise<() => CollectionApi>][] = [
  [
    'over HTTP',
    async (endpoint) => {
      const base = await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
      return () => httpCollectionApi({ base, fetch, now: () => endpoint.clock.now });
    },
  ],
];

describe.each(adapters)('the project team’s part of the endpoint %s', (_name, connect) => {
  let endpoint: Endpoint;
  let visitor: () => CollectionApi;
  let team: CollectionApi;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    visitor = await connect(endpoint);
    team = await signedIn(codes.team);
  });
  afterEach(() => endpoint.close());

  const signedIn = async (code: string): Promise<CollectionApi> => {
    const api = visitor();
    expect(await api.signIn(code)).toMatchObject({ ok: true });
    return api;
  };
  const value = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> => {
    const result = await answer;
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value;
  };
  const problem = (code: string) => ({ ok: false, failure: { kind: 'problem', problem: { code } } });
  const csv = (text: string) => new Blob([text], { type: 'text/csv' });

  test('nobody else may ask any of it', async () => {
    const mentor = (await signedIn(codes.mentor)).programme;
    expect(await mentor.people()).toMatchObject(problem('not-yours'));
    expect(await mentor.schools({})).toMatchObject(problem('not-yours'));
    expect(await mentor.previewImport(csv('URN'))).toMatchObject(problem('not-yours'));
    expect(await mentor.acts('PROGRAMME', 0)).toMatchObject(problem('not-yours'));
    expect(await mentor.verifyAudit()).toMatchObject(problem('not-yours'));
    expect(await mentor.checkpoint('0'.repeat(64))).toMatchObject(problem('not-yours'));
  });

  test('somebody is added, renamed, given a code that lets in, signed out everywhere, and ended', async () => {
    const { programme } = team;
    const { id } = await value(programme.addPerson({ role: 'school', name: 'Ann Ash', owner: oak }, 'k1'));
    expect(await value(programme.renamePerson(id, 'Ann Oak'))).toMatchObject({ name: 'Ann Oak', codes: [] });
    const made = await value(programme.makeCode(id, {}, 'k2'));
    const ann = await signedIn(made.code);
    expect(ann.person()).toMatchObject({ name: 'Ann Oak', owner: oak });
    await value(programme.endSessions(id));
    expect(await ann.rounds()).toMatchObject(problem('session-expired'));
    expect(await value(programme.revokeCode(id, made.about.id))).toMatchObject({ codes: [{ holds: false }] });
    expect(await visitor().signIn(made.code)).toMatchObject(problem('code-unknown'));
    expect(await value(programme.endPerson(id))).toMatchObject({ ended: endpoint.clock.now });
    expect((await value(programme.people())).find((one) => one.id === id)?.ended).toBe(endpoint.clock.now);
  });

  test('what is sent again with its key makes nothing twice; with something else it is refused', async () => {
    const { programme } = team;
    const asked = { role: 'school', name: 'Ann Ash', owner: oak } as const;
    const ann = await value(programme.addPerson(asked, 'k1'));
    expect(await value(programme.addPerson(asked, 'k1'))).toEqual(ann);
    expect(await programme.addPerson({ ...asked, name: 'Bea Birch' }, 'k1')).toMatchObject(problem('key-reused'));
    const first = await value(programme.makeCode(ann.id, {}, 'k2'));
    const again = await value(programme.makeCode(ann.id, {}, 'k2'));
    expect(again.about).toEqual(first.about);
    expect(await visitor().signIn(first.code)).toMatchObject(problem('code-unknown'));
    await signedIn(again.code);
    expect(await programme.makeCode(ann.id, {}, 'k2')).toMatchObject(problem('key-reused'));
    const anns = (await value(programme.people())).filter(({ name }) => name === 'Ann Ash');
    expect(anns.map(({ codes }) => codes.length)).toEqual([1]);
    expect((await value(programme.addPerson(asked, 'k3'))).id).not.toBe(ann.id);
  });

  test('a round tells how long it is kept and is purged once, with a certificate in words', async () => {
    const school = await signedIn(codes.oak);
    const content = contentOf({ A1: { stage: '1 Begun' } });
    const receipt = await value(school.submit(round, oak, submission(round, oak, 'k1', 0, content)));
    const { programme } = team;
    const kept = async () => (await value(programme.retention())).find((line) => line.round.id === round);
    expect(await programme.purge(round, {})).toMatchObject(problem('round-open'));
    await value(team.changeRound(round, { closes: 'now', keepUntil: '2040-01-01T00:00:00.000Z' }));
    expect(await kept()).toMatchObject({ due: false, revisions: 1 });
    expect(await programme.purge(round, {})).toMatchObject(problem('not-due'));
    expect(await programme.certificateText(round)).toMatchObject(problem('not-found'));
    const certificate = await value(programme.purge(round, { reason: 'The school asked for it.' }));
    expect(certificate).toMatchObject({ returns: [{ owner: oak, revisions: [{ rows: 1 }] }] });
    expect(await value(programme.purge(round, {}))).toEqual(certificate);
    expect(await kept()).toMatchObject({ certificate: certificate.hash, round: { purged: certificate.at } });
    const text = await value(programme.certificateText(round));
    for (const said of [receipt.number, certificate.hash, 'The school asked for it.']) expect(text).toContain(said);
  });

  test('a mentor is given schools, all at once', async () => {
    const { programme } = team;
    const mentor = await value(programme.addPerson({ role: 'mentor', name: 'Mia', schools: [] }, 'k1'));
    const given = await value(programme.lookAfter(mentor.id, [oak, far]));
    expect(given.schools?.map(({ owner }) => owner).sort()).toEqual([oak, far].sort());
  });

  test('the register is paged, found in, added to and changed', async () => {
    const { programme } = team;
    const first = await value(programme.schools({ limit: '2' }));
    expect(first).toMatchObject({ total: 3, schools: [{ urn: elm }, { urn: far }], next: far });
    expect(await value(programme.schools({ limit: '2', after: far }))).toMatchObject({ schools: [{ urn: oak }] });
    expect(await value(programme.schools({ search: 'oak & co' }))).toMatchObject({ total: 0 });
    await value(programme.addSchool({ urn: '999950', name: 'Reed School' }));
    expect(await value(programme.changeSchool('999950', { enlisted: true, mentor: 'M-1' }))).toMatchObject({
      school: { enlisted: true, mentor: 'M-1', status: 'open' },
    });
    expect(await value(programme.school('999950'))).toMatchObject({ school: { name: 'Reed School' } });
    expect(await programme.school('999951')).toMatchObject(problem('not-found'));
  });

  test('all that is held about a school comes whole, and that it was taken out is in its log', async () => {
    const held = await value(team.programme.everything(oak));
    expect(held).toMatchObject({ owner: { id: oak, kind: 'school' }, register: { school: { urn: oak } } });
    const { entries } = await value(team.programme.acts(oak, 0));
    expect(entries.at(-1)).toMatchObject({ act: 'take-out' });
    expect(await team.programme.everything('999951')).toMatchObject(problem('not-found'));
  });

  test('a school is closed before the government’s list does it, and opened again', async () => {
    const { programme } = team;
    const closed = await value(programme.changeSchool(oak, { status: 'closed', closed: '2009-05-31' }));
    expect(closed.school).toMatchObject({ status: 'closed', closed: '2009-05-31', enlisted: true });
    const open = await value(programme.changeSchool(oak, { status: 'open', closed: null }));
    expect(open.school).toMatchObject({ status: 'open', closed: null });
  });

  test('a file is looked at without a change, then imported; its wrong rows are told by number', async () => {
    const { programme } = team;
    const file = csv('URN,Name,Enlisted\r\n999960,Fen School,yes\r\n99996,Marsh School,yes\r\n999901,,perhaps\r\n');
    const told = {
      kind: 'list',
      counts: { new: 1 },
      refused: 2,
      problems: [{ row: 3, column: 'URN', fault: 'urn-wrong', value: '99996' }, { row: 4 }],
    };
    expect(await value(programme.previewImport(file))).toMatchObject(told);
    expect(await programme.school('999960')).toMatchObject(problem('not-found'));
    expect(await value(programme.importFile(file))).toMatchObject(told);
    expect(await value(programme.school('999960'))).toMatchObject({ school: { enlisted: true } });
    expect(await programme.previewImport(csv('Name\r\nFen'))).toMatchObject(problem('file-unread'));
  });

  test('the chase list is paged, and many returns are accepted at once, each for itself', async () => {
    for (const [who, owner] of [
      ['oak', oak],
      ['elm', elm],
    ] as const) {
      const school = await signedIn(codes[who]);
      const content = contentOf({ A1: { stage: '1 Begun' } });
      await value(school.submit(round, owner, submission(round, owner, `k-${owner}`, 0, content)));
    }
    const { programme } = team;
    const first = await value(programme.progress(round, { limit: 2 }));
    expect(first).toMatchObject({
      counts: { enlisted: 3, submitted: 2, notStarted: 1 },
      lines: [{ owner: elm, turn: 'mentor', daysWaiting: 0 }, { owner: far }],
    });
    const after = first.next ?? '';
    expect(await value(programme.progress(round, { limit: 2, after }))).toMatchObject({ lines: [{ owner: oak }] });
    const outcomes = await value(
      programme.acceptMany(round, [
        { owner: elm, revision: 1 },
        { owner: oak, revision: 7 },
      ]),
    );
    expect(outcomes).toEqual({
      outcomes: [
        { owner: elm, revision: 1, accepted: true },
        { owner: oak, revision: 7, accepted: false, code: 'state' },
      ],
    });
  });

  test('a return tells its moves, its revisions, and what changed between two of them', async () => {
    const school = await signedIn(codes.oak);
    const sent = (key: string, basedOn: number, stage: string) =>
      value(school.submit(round, oak, submission(round, oak, key, basedOn, contentOf({ A1: { stage } }))));
    await sent('k1', 0, '1 Begun');
    await sent('k2', 1, '2 Half done');
    const { programme } = team;
    expect(await value(programme.moves(round, oak))).toMatchObject([
      { move: 'submit', revision: 1, by: 'Oak School' },
      { move: 'submit', revision: 2 },
    ]);
    expect(await value(programme.revisions(round, oak))).toMatchObject([{ number: 1 }, { number: 2, basedOn: 1 }]);
    expect(await value(programme.differences(round, oak, 1, 2))).toEqual({
      from: 1,
      to: 2,
      differing: [{ row: 'A1', field: 'stage', from: '1 Begun', to: '2 Half done' }],
    });
    expect(await programme.moves(roundId('NO'), oak)).toMatchObject(problem('not-found'));
  });

  test('what a round comes to is told table by table, and which returns are behind a figure page by page', async () => {
    const { programme } = team;
    for (const [code, owner] of [
      [codes.oak, oak],
      [codes.elm, elm],
    ] as const) {
      const sent = submission(round, owner, `k-${owner}`, 0, contentOf({ A1: { stage: '1 Begun' } }));
      await value((await signedIn(code)).submit(round, owner, sent));
      await value(team.accept(round, owner, 1));
    }
    const { returns, tables } = await value(programme.figures(round));
    expect(returns).toBe(2);
    const [{ measure, columns, lines }] = tables as [(typeof tables)[number]];
    const place = { measure, line: lines[0]!.line, column: columns[0]!.column };
    const first = await value(programme.figure(round, place, { limit: 1 }));
    expect(first).toMatchObject({ behind: 2, value: lines[0]!.values[0], next: first.returns[0]!.owner });
    const second = await value(programme.figure(round, place, { limit: 1, after: first.next! }));
    expect([...first.returns, ...second.returns].map(({ owner }) => owner).sort()).toEqual([oak, elm].sort());
    expect(second.next).toBeUndefined();
    const file = await value(programme.exportRound(round, { table: 'behind', 'as-at': undefined, ...place }));
    expect(file.split('\r\n')).toHaveLength(4);
    expect(await programme.figure(round, { ...place, line: 999 }, { limit: 1 })).toMatchObject(problem('not-found'));
    const { lines: one } = await value(programme.progress(round, { owner: elm, limit: 1 }));
    expect(one.map(({ owner }) => owner)).toEqual([elm]);
  });

  test('the log of acts tells who did what, and is empty where nothing was done yet', async () => {
    const { programme } = team;
    expect((await value(programme.acts('PROGRAMME', 0))).entries).toEqual([]);
    await value(programme.changeSchool(oak, { region: 'North' }));
    expect(await value(programme.acts('PROGRAMME', 0))).toMatchObject({
      entries: [{ number: 1, act: 'change-school', about: { school: oak, changed: 'region' }, by: 'Project team' }],
    });
  });

  test('the log of acts is gone through; a checkpoint that is not in it is not found', async () => {
    const { programme } = team;
    await value(programme.changeSchool(oak, { region: 'North' }));
    expect(await value(programme.verifyAudit())).toMatchObject({ entries: 1, faults: [], brokenCheckpoints: [] });
    expect(await programme.checkpoint('0'.repeat(64))).toMatchObject(problem('not-found'));
  });
});
