import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { certificateHolds, type Certificate } from '#core/retention/certificate.ts';
import type { AuditAnswer } from '#wire/audit.ts';
import type { EverythingAnswer } from '#wire/everything.ts';
import type { FiguresAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import type { MovesAnswer, RevisionsAnswer } from '#wire/moves.ts';
import type { RetentionAnswer, WireCertificate } from '#wire/retention.ts';
import type { ConsolidatedAnswer, ReturnAnswer, TallyAnswer, WireRevision } from '#wire/shapes.ts';
import { keepHouse } from '../../src/server/housekeeping.ts';
import type { ServerParts } from '../../src/server/server.ts';
import { packContent } from '../../src/server/store/content-blob.ts';
import { restoreFrom } from '../../src/server/store/restore.ts';
import { openStore, type Place } from '../../src/server/store/store.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { contentOf, endpointOver, submission, type Caller } from '../server/kit/endpoint.ts';
import { kiteRound, kites, openKites, pupils, tallySubmission } from '../server/kit/pupils.ts';
import { elm, instruments, oak, programme, round, small } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);

const now = '2009-06-01T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'stem-retention-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words that must be nowhere once the round is purged, each in a place of its own. */
const secrets = {
  question: 'Is Quetzalcoatl in this bed?',
  remark: 'Xochiquetzal is, she said.',
  assignee: 'Ms Tlazolteotl',
  withdrawal: 'Tonatiuh was not asked.',
  reopening: 'Huitzilopochtli was missing.',
};
const answers = contentOf({ A1: { stage: '3 Done', note: 'Coatlicue dug it.' }, A2: { stage: 1 } });
const others = contentOf({ A1: { stage: '2 Half done' } });

const opened = async (place: Place, parts: Partial<ServerParts> = {}) => {
  const store = await openStore({ place, mode: 'real', now, programme });
  if (!store.ok) throw new Error('not opened');
  const known = (reference: string) => (reference === instrumentRef(kites) ? kites : instruments(reference));
  return endpointOver(store.value, { instruments: known, ...parts });
};

/** A round in which all was done that leaves something about somebody, closed and to be kept until August. */
const filled = async (place: Place, keepTallies: 'each' | 'sum' = 'each') => {
  const endpoint = await opened(place);
  const [school, mentor, team] = [
    await endpoint.signIn('oak'),
    await endpoint.signIn('mentor'),
    await endpoint.signIn('team'),
  ];
  await school.submit(round, oak, submission(round, oak, 'k0', 0, contentOf({ A1: { stage: 1 } })));
  await school.post(paths.withdrawal(round, oak), { reason: secrets.withdrawal });
  await school.submit(round, oak, submission(round, oak, 'k1', 1, answers));
  const question = { id: 'q1', row: 'A1', field: 'stage', revision: 2, text: secrets.question };
  await mentor.post(paths.questions(round, oak), question);
  await mentor.put(paths.assignee(round, oak, 'q1'), { name: secrets.assignee });
  await school.post(paths.remarks(round, oak, 'q1'), { id: 'r1', text: secrets.remark });
  await mentor.put(paths.acceptance(round, oak), { revision: 2 });
  await team.post(paths.reopening(round, oak), { reason: secrets.reopening });
  await team.put(paths.acceptance(round, oak), { revision: 2 });
  const elms = await endpoint.signIn('elm');
  await elms.submit(round, elm, submission(round, elm, 'k1', 0, others));
  await mentor.put(paths.acceptance(round, elm), { revision: 1 });
  await team.patch(paths.round(round), { closes: 'now', keepUntil: '2009-08-31T23:00:00.000Z', keepTallies });
  return { ...endpoint, school, mentor, team };
};
const due = '2009-09-01T09:00:00.000Z';
const purged = async (team: Caller, body: object = {}) =>
  (await team.post(paths.purge(round), body)).json<WireCertificate>();
const tallyOf = async (team: Caller, query = '') =>
  (await team.get(`${paths.tally(round)}${query}`)).json<TallyAnswer>();

const benches = {} as Record<string, Databases>;
beforeAll(async () => {
  for (const [name, start] of databases) benches[name] = await start();
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.stop();
});

describe.each(databases.map(([name]) => name))('on %s', (kind) => {
  const newPlace = () => benches[kind]!.newPlace();

  test('a round is due from its day on, and nothing of it goes by itself', async () => {
    const { clock, signIn, store, close } = await filled(await newPlace());
    const at = async (instant: string) => {
      clock.now = instant;
      const { rounds } = (await (await signIn('team')).get(paths.retention)).json<RetentionAnswer>();
      return rounds.filter((line) => line.due).map((line) => [line.round.id, line.revisions]);
    };
    expect(await at('2009-08-31T22:59:59.999Z')).toEqual([]);
    expect(await at('2009-08-31T23:00:00.000Z')).toEqual([[round, 3]]);
    await keepHouse(store, { now: () => '2019-08-31T23:00:00.000Z' })();
    expect(await at('2019-08-31T23:00:00.000Z')).toEqual([[round, 3]]);
    await close();
  });

  test('purging takes what is about pupils and people, and leaves how far each return was', async () => {
    const { team, store, signIn, clock, close } = await filled(await newPlace());
    const before = await tallyOf(team);
    const heads = (await team.get(paths.revisions(round, oak))).json<RevisionsAnswer>().revisions;
    clock.now = due;
    const later = await signIn('team');
    const certificate = await purged(later);
    expect(certificate).toMatchObject({
      ...{ round, title: 'Garden 2008/09', at: due, by: 'Project team', keepTallies: 'each' },
      keepUntil: '2009-08-31T23:00:00.000Z',
    });
    expect(certificate.reason).toBeUndefined();
    expect(certificate.returns).toEqual([
      {
        ...{ owner: oak, name: 'Oak School', questions: 1, remarks: 1, acts: 9 },
        revisions: [
          expect.objectContaining({ number: 1, rows: 1, cells: 1, explained: 0 }),
          {
            ...{ number: 2, receipt: heads[1]!.receipt.number, at: now, rows: 2, cells: 3, explained: 0 },
            fingerprint: heads[1]!.receipt.fingerprint,
          },
        ],
      },
      expect.objectContaining({ owner: elm, questions: 0, remarks: 0, acts: 2 }),
    ]);
    expect(certificateHolds(certificate as unknown as Certificate)).toBe(true);

    const answer = (await later.get(paths.return(round, oak))).json<ReturnAnswer>();
    expect(answer.line).toMatchObject({ state: 'accepted', revision: 2, accepted: 2 });
    expect(answer.round.purged).toBe(due);
    expect(answer.questions).toEqual([]);
    expect(answer.latest).toMatchObject({ receipt: { by: '', fingerprint: heads[1]!.receipt.fingerprint } });
    expect(answer.latest?.content).toBeUndefined();
    const { moves } = (await later.get(paths.moves(round, oak))).json<MovesAnswer>();
    expect(moves.map(({ move }) => move)).toEqual([
      ...['submit', 'withdraw', 'submit', 'ask', 'accept', 'reopen', 'accept'],
    ]);
    expect(moves.every(({ by, reason }) => by === '' && reason === undefined)).toBe(true);
    const log = (await later.get(paths.audit(oak))).json<AuditAnswer>().entries;
    expect(log.map(({ by }) => by)).toEqual(Array.from({ length: 9 }, () => undefined));

    expect(await tallyOf(later)).toMatchObject({ ...before, at: due });
    const told = JSON.stringify([
      (await later.get(paths.everything(oak))).json<EverythingAnswer>(),
      (await later.get(paths.consolidated(round))).json<ConsolidatedAnswer>(),
      await store.read(({ audit }) => audit.entries(oak)),
    ]);
    for (const secret of [...Object.values(secrets), 'Coatlicue', 'Mo Mentor']) {
      expect([secret, told.includes(secret)]).toEqual([secret, false]);
    }
    expect(await verifyAudit(store)).toMatchObject({ faults: [], brokenCheckpoints: [] });
    await close();
  });

  test('the certificate is kept, stands in the log of acts by its hash, and can be had to read and as data', async () => {
    const { clock, signIn, close } = await filled(await newPlace());
    clock.now = due;
    const team = await signIn('team');
    const first = await team.post(paths.purge(round), { reason: 'The project has ended.' });
    const again = await team.post(paths.purge(round), {});
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const certificate = first.json<WireCertificate>();
    expect((await team.get(paths.certificate(round))).json()).toEqual(certificate);
    const text = await team.get(paths.certificateText(round));
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    for (const word of [
      certificate.hash,
      'Garden 2008/09',
      'Project team',
      '1 September 2009',
      'The project has ended.',
    ])
      expect(text.body).toContain(word);
    expect(text.body).toContain('3 revisions of 2 returns, with 4 rows');
    const { entries } = (await team.get(paths.audit('PROGRAMME'))).json<AuditAnswer>();
    expect(entries.filter(({ act }) => act === 'purge-round')).toEqual([
      expect.objectContaining({
        about: { round, certificate: certificate.hash },
        by: 'Project team',
        reason: 'The project has ended.',
      }),
    ]);
    const { rounds } = (await team.get(paths.retention)).json<RetentionAnswer>();
    expect(rounds.find((line) => line.round.id === round)).toMatchObject({
      due: false,
      certificate: certificate.hash,
      round: { purged: due },
    });
    await close();
  });

  test('before its day a round is purged only with a reason, and never while it takes returns', async () => {
    const { team, close } = await filled(await newPlace());
    expect(await purged(team)).toMatchObject({ code: 'not-due' });
    expect(await purged(team, { reason: ' ' })).toMatchObject({ code: 'invalid-request' });
    await team.patch(paths.round(round), { closes: null });
    expect(await purged(team, { reason: 'A school asked for it.' })).toMatchObject({ code: 'round-open' });
    await team.patch(paths.round(round), { closes: 'now', late: true });
    expect(await purged(team, { reason: 'A school asked for it.' })).toMatchObject({ code: 'round-open' });
    await team.patch(paths.round(round), { late: false });
    expect((await team.get(paths.return(round, oak))).json<ReturnAnswer>().latest?.content?.rows).toHaveLength(2);
    expect(await purged(team, { reason: 'A school asked for it.' })).toMatchObject({
      reason: 'A school asked for it.',
    });
    await close();
  });

  test('a round that is purged takes, asks and changes nothing more', async () => {
    const { team, school, mentor, close } = await filled(await newPlace());
    await team.post(paths.reopening(round, oak), { reason: 'Again.' });
    await purged(team, { reason: 'The project has ended.' });
    const again = submission(round, oak, 'k9', 2, others);
    expect((await school.submit(round, oak, again)).json()).toMatchObject({ code: 'purged' });
    const question = { id: 'q9', row: 'A1', field: 'stage', revision: 2, text: 'Why?' };
    expect((await mentor.post(paths.questions(round, oak), question)).json()).toMatchObject({ code: 'purged' });
    const differences = await team.get(`${paths.differences(round, oak)}?from=1&to=2`);
    expect(differences.json()).toMatchObject({ code: 'purged' });
    expect((await team.patch(paths.round(round), { closes: null })).json()).toMatchObject({ code: 'purged' });
    const accepted = await team.put(paths.acceptance(round, oak), { revision: 2 });
    expect(accepted.json()).toMatchObject({ code: 'state' });
    const withdrawn = await team.post(paths.withdrawal(round, elm), { reason: 'Sent by mistake.' });
    expect(withdrawn.json()).toMatchObject({ code: 'state' });
    // What was acknowledged stays acknowledged.
    const resend = await school.submit(round, oak, submission(round, oak, 'k1', 1, answers));
    expect(resend.statusCode).toBe(200);
    await close();
  });

  test('where only the sum of tallies is kept, each school’s goes, and the total is as it was', async () => {
    const { team, store, close } = await filled(await newPlace(), 'sum');
    const before = await tallyOf(team);
    expect(before.tally.returns).toBe(2);
    await purged(team, { reason: 'The project has ended.' });
    expect(await tallyOf(team)).toMatchObject({ tally: before.tally, leftOut: 0 });
    const kept = await store.read(({ tallies }) => tallies.of({ round, owner: oak, number: 2 }));
    expect(kept).toBeUndefined();
    expect(await tallyOf(team, '?as-at=2009-05-31')).toMatchObject({ code: 'purged' });
    const master = (await team.get(paths.consolidated(round))).json<ConsolidatedAnswer>();
    expect(master.tally).toEqual(before.tally);
    await close();
  });

  test.each([
    ['sum', 0],
    ['each', 1],
  ] as const)(
    'which years a school had no pupils of goes with its tally: where it is “%s”, of %i schools it stays',
    async (keepTallies, left) => {
      const { store, team, close } = await filled(await newPlace(), keepTallies);
      await store.write(async ({ revisions }) => {
        const one = await revisions.one(round, elm, 1);
        if (one) await revisions.add({ ...one, number: 2, key: 'k2', receipt: 'R-2', yearsMissing: [7] });
      });
      const held = (await team.get(paths.everything(elm))).json<EverythingAnswer>();
      expect(held.returns[0]?.revisions.map(({ yearsMissing }) => yearsMissing)).toEqual([undefined, [7]]);
      await purged(team, { reason: 'The project has ended.' });
      expect((await store.read(({ revisions }) => revisions.lackingYears(round))).size).toBe(left);
      await close();
    },
  );

  test('where each tally is kept, what all came to on an earlier day can still be told', async () => {
    const { clock, signIn, close } = await filled(await newPlace());
    clock.now = due;
    const later = await signIn('team');
    await purged(later);
    const day = await tallyOf(later, '?as-at=2009-06-01');
    expect(day.tally).toEqual((await tallyOf(later)).tally);
    expect((await tallyOf(later, '?as-at=2009-05-31')).tally.returns).toBe(0);
    expect(day.tally.definition).toBe(tallierOf(small, { academicYear: '200809' }).nothing.definition);
    await close();
  });

  test('which returns are behind a figure is told as before where each tally is kept, and else not known any more', async () => {
    const told = async (team: Caller) => [
      (await team.get(`${paths.figure(round, 'stages')}?line=1&column=1`)).json<object>(),
      (await team.get(`${paths.export(round)}?table=behind`)).body,
    ];
    for (const keep of ['each', 'sum'] as const) {
      const { team, close } = await filled(await newPlace(), keep);
      const before = await told(team);
      expect(before).toEqual([expect.objectContaining({ behind: 1 }), expect.stringContaining('Oak School')]);
      await purged(team, { reason: 'The project has ended.' });
      const refused = { code: 'purged' };
      expect(await told(team)).toEqual(
        keep === 'each' ? before : [expect.objectContaining(refused), expect.stringContaining('"code":"purged"')],
      );
      const { tables } = (await team.get(paths.figures(round))).json<FiguresAnswer>();
      expect(tables[0]?.lines[0]?.values[0]).toBe((before[0] as { value?: number }).value);
      await close();
    }
  });

  test('a tally that another definition made is made again before the rows go', async () => {
    const { team, store, close } = await filled(await newPlace());
    const before = await tallyOf(team);
    await store.write(({ tallies }) => tallies.add(round, oak, 2, { definition: '0'.repeat(64), sums: [1] }));
    await purged(team, { reason: 'The project has ended.' });
    expect(await tallyOf(team)).toMatchObject({ tally: before.tally, leftOut: 0 });
    await close();
  });

  test('what one school sent to another round stays', async () => {
    const endpoint = await filled(await newPlace());
    const { team, school, close } = endpoint;
    await team.post(paths.rounds, openKites);
    await school.post(paths.tallies(kiteRound, oak), tallySubmission(oak, 'k1', 0, pupils('7', 4)));
    await purged(team, { reason: 'The project has ended.' });
    const one = (await team.get(paths.revision(kiteRound, oak, 1))).json<WireRevision>();
    expect(one).toMatchObject({ receipt: { by: 'Oak School' }, tallied: { counts: { rowsAnswered: 4 } } });
    const log = (await team.get(paths.audit(oak))).json<AuditAnswer>().entries;
    expect(log.filter(({ by }) => by !== undefined).map(({ about }) => about['round'])).toEqual([kiteRound]);
    await close();
  });

  test.each(databases.map(([name]) => name))('a backup carries certificate and total into %s', async (into) => {
    const { team, store, close } = await filled(await newPlace(), 'sum');
    const certificate = await purged(team, { reason: 'The project has ended.' });
    const total = await tallyOf(team);
    const file = join(folder, `${kind}-${into}.db`);
    await store.copyTo(file);
    await close();
    const place = await benches[into]!.newPlace();
    expect(await restoreFrom(file, place, now)).toMatchObject({ ok: true });
    // Its tokens must be others than those that were restored.
    const restored = await opened(place, { world: { now: () => now, random: (bytes) => randomBytes(bytes) } });
    const there = await restored.signIn('team');
    expect((await there.get(paths.certificate(round))).json()).toEqual(certificate);
    expect(await tallyOf(there)).toEqual(total);
    expect(await verifyAudit(restored.store)).toMatchObject({ faults: [] });
    await restored.close();
  });
});

/** Everything in the files of a database of SQLite. */
const bytesOf = ({ file }: { readonly file: string }): Buffer =>
  Buffer.concat(
    readdirSync(dirname(file))
      .filter((name) => name.startsWith(basename(file)))
      .map((name) => readFileSync(join(dirname(file), name))),
  );

test('nothing of what was purged lies in the files of SQLite any more, not even in free pages or the log beside it', async () => {
  const place = { file: join(folder, 'searched.db') };
  const { team, school, close } = await filled(place);
  // A return so large that it fills pages of its own.
  const long = (nth: number) =>
    Array.from({ length: 900 }, (_, at) => `Mictlantecuhtli${nth}${(at * 7919) % 1013}`).join(' ');
  await team.patch(paths.round(round), { closes: null });
  const large = contentOf({
    A1: { stage: 1, note: long(1) },
    A2: { stage: 2, note: long(2) },
    A3: { note: long(3) },
  });
  expect((await school.submit(round, oak, submission(round, oak, 'k5', 2, large))).statusCode).toBe(201);
  await team.patch(paths.round(round), { closes: 'now' });
  const blobs = [answers, others, large].map((content) => Buffer.from(packContent(content)));
  const lookFor: readonly [string, Buffer][] = [
    ...Object.entries(secrets).map(([name, text]) => [name, Buffer.from(text)] as [string, Buffer]),
    ...blobs.map((blob, at): [string, Buffer] => [`content ${at}`, blob.subarray(0, 24)]),
    // The end of a large content lies on a page of its own.
    ['end of a large content', blobs[2]!.subarray(-24)],
  ];
  const found = () => lookFor.filter(([, bytes]) => bytesOf(place).includes(bytes)).map(([name]) => name);
  expect(found()).toEqual(lookFor.map(([name]) => name));
  await purged(team, { reason: 'The project has ended.' });
  expect(found()).toEqual([]);
  await close();
  expect(found()).toEqual([]);
});

test('what a long reading kept from being overwritten goes when the house is kept next', async () => {
  const place = { file: join(folder, 'read-meanwhile.db') };
  const { team, store, close } = await filled(place);
  const other = await openStore({ place, mode: 'real', now });
  if (!other.ok) throw new Error('not opened');
  const question = Buffer.from(secrets.question);
  await other.value.read(async ({ people }) => {
    await people.page(10);
    await purged(team, { reason: 'The project has ended.' });
    expect(bytesOf(place).includes(question)).toBe(true);
  });
  await keepHouse(store, { now: () => now })();
  expect(bytesOf(place).includes(question)).toBe(false);
  await other.value.close();
  await close();
});
