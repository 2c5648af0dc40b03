import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { Value } from 'typebox/value';
import { AuditVerification, WireCheckpoint } from '#wire/audit.ts';
import { paths } from '#wire/paths.ts';
import { usualPatience } from '../../src/server/http/patience.ts';
import { engineAt, openStore, type Place, type Store } from '../../src/server/store/store.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { databases, type Databases } from '../contracts/databases.ts';
import { endpointOver, type Endpoint } from './kit/endpoint.ts';
import { far, oak, programme } from './kit/small-programme.ts';

const now = '2009-06-01T12:00:00.000Z';
const by = { id: 'P-oak', name: 'Olive Oak' };

describe.each(databases)('verifying the log of acts over the endpoint, on %s', (_name, start) => {
  let bench: Databases;
  let place: Place;
  let store: Store;
  let endpoint: Endpoint;
  let db: Kysely<Tables>;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    place = await bench.newPlace();
    const opened = await openStore({ place, mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    store = opened.value;
    endpoint = endpointOver(store);
    db = new Kysely<Tables>({ dialect: engineAt(place).dialect });
  });
  afterEach(async () => {
    await db.destroy();
    await endpoint.close();
  });

  const note = (log: string, many: number) =>
    store.write(({ audit }) =>
      audit.noteAll(
        Array.from({ length: many }, (_, at) => ({ log, at: now, act: 'submit', about: { revision: at }, by })),
      ),
    );
  const checkpoint = () => store.write(({ checkpoints }) => checkpoints.make(now));
  const verified = async () => {
    const answer = (await (await endpoint.signIn('team')).get(paths.auditVerification)).json<AuditVerification>();
    expect(Value.Check(AuditVerification, answer)).toBe(true);
    return answer;
  };

  test('a log that nobody touched is whole, and the last checkpoint is told; purged details do not matter', async () => {
    await note(oak, 3);
    await note(far, 2);
    await checkpoint();
    await note(far, 1);
    const { number, at, hash } = await checkpoint();
    await db.deleteFrom('audit_details').where('log', '=', oak).execute();
    const whole = {
      logs: 2,
      entries: 6,
      checkpoints: 2,
      last: { number, at, hash },
      faults: [],
      brokenCheckpoints: [],
    };
    expect(await verified()).toEqual({ at: endpoint.clock.now, ...whole });
  });

  test('an act that was changed, a log that is gone and a checkpoint that was changed are each told', async () => {
    await note(oak, 3);
    await note(far, 2);
    await checkpoint();
    await note('M-1', 2);
    await checkpoint();
    await db.updateTable('audit').set({ act: 'accept' }).where('log', '=', oak).where('number', '=', 2).execute();
    await db.deleteFrom('audit_details').where('log', '=', far).execute();
    await db.deleteFrom('audit').where('log', '=', far).execute();
    await db
      .updateTable('audit_checkpoints')
      .set({ at: '2009-06-02T12:00:00.000Z' })
      .where('number', '=', 1)
      .execute();
    expect(await verified()).toMatchObject({
      faults: [
        { log: oak, number: 2, kind: 'changed' },
        { log: far, number: 2, kind: 'not-as-anchored' },
      ].sort((a, b) => (a.log < b.log ? -1 : 1)),
      brokenCheckpoints: [1],
    });
  });

  test('a checkpoint is found by the hash that was written down, by the project team alone', async () => {
    await note(oak, 1);
    const { number, at, hash } = await checkpoint();
    const team = await endpoint.signIn('team');
    const found = (await team.get(paths.checkpoint(hash))).json<WireCheckpoint>();
    expect([Value.Check(WireCheckpoint, found), found]).toEqual([true, { number, at, hash }]);
    expect((await team.get(paths.checkpoint('ab'.repeat(32)))).json()).toMatchObject({ code: 'not-found' });
    expect((await team.get(paths.checkpoint('not-a-hash'))).json()).toMatchObject({ code: 'invalid-request' });
    const mentor = await endpoint.signIn('mentor');
    for (const asked of [hash, 'ab'.repeat(32)])
      expect((await mentor.get(paths.checkpoint(asked))).json()).toMatchObject({ code: 'not-yours' });
  });

  test('others are answered while a long log is gone through', async () => {
    for (const log of [oak, far, 'M-1', 'PROGRAMME']) await note(log, 2500);
    const team = await endpoint.signIn('team');
    const order: string[] = [];
    const verifying = team.get(paths.auditVerification).then((answer) => {
      order.push('verified');
      return answer.json<AuditVerification>();
    });
    for (let nth = 0; nth < 3; nth += 1) {
      await team.get(paths.session);
      order.push('answered');
    }
    expect(await verifying).toMatchObject({ entries: 10_000, faults: [] });
    expect(order).toEqual(['answered', 'answered', 'answered', 'verified']);
  });
});

describe('a log that takes long to go through', () => {
  /** An endpoint on which every read takes a while, and how often checkpoints were read. */
  const slowEndpoint = async (perRead: number, silence: number) => {
    const opened = await openStore({ place: { file: ':memory:' }, mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    const begun = { times: 0 };
    const store: Store = {
      ...opened.value,
      read: (work) =>
        opened.value.read(async (records) => {
          const all = () => {
            begun.times += 1;
            return pause(perRead).then(() => records.checkpoints.all());
          };
          return await work({ ...records, checkpoints: { ...records.checkpoints, all } });
        }),
    };
    return { begun, endpoint: endpointOver(store, { patience: { ...usualPatience, silence } }) };
  };

  test('comes, though nothing is said for longer than connections may be silent', async () => {
    const { endpoint } = await slowEndpoint(1500, 500);
    try {
      await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = endpoint.app.server.address() as AddressInfo;
      const { token } = await endpoint.signIn('team');
      const answer = await fetch(`http://127.0.0.1:${port}${paths.auditVerification}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(await answer.json()).toMatchObject({ logs: 0, faults: [] });
    } finally {
      await endpoint.close();
    }
  });

  test('is gone through once for all who ask meanwhile, and anew for who asks later', async () => {
    const { endpoint, begun } = await slowEndpoint(50, 60_000);
    const team = await endpoint.signIn('team');
    await Promise.all(Array.from({ length: 5 }, () => team.get(paths.auditVerification)));
    expect(begun.times).toBe(1);
    await team.get(paths.auditVerification);
    expect(begun.times).toBe(2);
    await endpoint.close();
  });

  test('is broken off where it cannot be gone through to its end, and never looks whole', async () => {
    const { endpoint } = await slowEndpoint(600, 200);
    await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = endpoint.app.server.address() as AddressInfo;
    const { token } = await endpoint.signIn('team');
    const answer = await fetch(`http://127.0.0.1:${port}${paths.auditVerification}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await endpoint.store.close();
    await expect(answer.text()).rejects.toThrow();
    await endpoint.app.close();
  });
});
