import { ownerId } from '#core/ids.ts';
import { accessCodeBytes, newAccessCode } from '#core/people/access-code.ts';
import { Kysely, sql } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import { migrate, migrations } from '../../src/server/store/migrate.ts';
import { offerSetUp } from '../../src/server/store/set-up.ts';
import { engineAt, openStore, type Place, type Store } from '../../src/server/store/store.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { inTransaction } from '../../src/server/store/transaction.ts';
import { codes, far, oak, programme } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);
const now = '2009-06-01T12:00:00.000Z';
const later = '2009-06-01T20:00:00.000Z';
const world = { now: () => now, random: (bytes: number) => new Uint8Array(randomBytes(bytes)) };

const opened = async (place: Place, withProgramme = true): Promise<Store> => {
  const store = await openStore({ place, mode: 'real', now, ...(withProgramme ? { programme } : {}) });
  if (!store.ok) throw new Error('not opened');
  return store.value;
};

describe.each(databases)('people, codes and sessions on %s', (_name, start) => {
  let bench: Databases;
  let store: Store;
  beforeAll(async () => {
    bench = await start();
    store = await opened(await bench.newPlace());
  });
  afterAll(async () => {
    await store.close();
    await bench.stop();
  });

  test('a mentor is added with an owner of her own and her schools, renamed with it, and given others', async () => {
    const mentor = { id: 'P-1', role: 'mentor', name: 'Zoë', owner: ownerId('M-NEW'), schools: [] } as const;
    await store.write(({ people }) => people.add({ ...mentor, schools: [{ owner: oak, name: '' }] }, now));
    expect(await store.read(({ people }) => people.one('P-1'))).toMatchObject({
      name: 'Zoë',
      schools: [{ owner: oak, name: 'Oak School' }],
    });
    await store.write(async ({ people }) => {
      const zoe = await people.one('P-1');
      if (zoe) await people.rename(zoe, 'Zoë Ash', later);
      await people.lookAfter(ownerId('M-NEW'), [far], later);
    });
    expect(await store.read(({ people }) => people.owner(ownerId('M-NEW')))).toMatchObject({ name: 'Zoë Ash' });
    const all = await store.read(({ people }) => people.page(100));
    expect(all.find(({ id }) => id === 'P-1')).toMatchObject({ name: 'Zoë Ash', schools: [{ owner: far }] });
    expect(all.find(({ id }) => id === 'P-mo')?.schools).toHaveLength(2);
  });

  test('a code is found however it is typed, and keeps when it was made, used and revoked', async () => {
    const text = newAccessCode(new Uint8Array(accessCodeBytes));
    const made = { id: 'C1', person: 'P-oak', madeAt: now, expires: later, once: false };
    await store.write(({ codes: kept }) => kept.add(text, made));
    const typed = text.replace(/0/g, 'o').replace(/-/g, ' ');
    const found = await store.read(({ codes: kept }) => kept.typed(typed));
    expect(found).toEqual({ ...made, lastUsedAt: undefined, revokedAt: undefined });
    await store.write(async ({ codes: kept }) => {
      await kept.used(typed, later);
      await kept.revoke(made as never, later);
    });
    const hers = await store.read(({ codes: kept }) => kept.all('P-oak'));
    expect(hers.find(({ id }) => id === 'C1')).toEqual({ ...made, lastUsedAt: later, revokedAt: later });
    expect(hers).toHaveLength(2);
  });

  test('sessions end by code, by person, and with the person', async () => {
    const begin = (token: string, person: string, code: string) =>
      store.write(({ sessions }) => sessions.start(token, { person, code, now, expires: later }));
    const holding = async (...tokens: string[]) => {
      const found = await Promise.all(
        tokens.map((token) => store.read(({ sessions }) => sessions.byToken(token, now))),
      );
      return tokens.filter((_token, at) => found[at] !== undefined);
    };
    await begin('oak-1', 'P-oak', 'C1');
    await begin('oak-2', 'P-oak', 'C2');
    await begin('elm-1', 'P-elm', 'C1');
    await store.write(({ sessions }) => sessions.endThoseOf({ person: 'P-oak', id: 'C1' }));
    expect(await holding('oak-1', 'oak-2', 'elm-1')).toEqual(['oak-2', 'elm-1']);
    await store.write(({ sessions }) => sessions.endAllOf('P-oak'));
    expect(await holding('oak-2', 'elm-1')).toEqual(['elm-1']);
    await store.write(({ people }) => people.end('P-elm', now));
    expect(await holding('elm-1')).toEqual([]);
  });

  test('wrong codes are counted under a hash that changes its salt once all are forgotten', async () => {
    const place = await bench.newPlace();
    const one = await opened(place);
    const engine = engineAt(place);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    const hashes = async () =>
      (await db.selectFrom('wrong_codes').select('address_hash').execute()).map((row) => row.address_hash);
    const put = (address: string, count: number, at: string, forget: string, newSalt: string) =>
      one.write(({ wrongCodes }) => wrongCodes.put(address, { count, lastAt: at }, { forget, newSalt }));

    await put('10.0.0.1', 1, now, now, 'first');
    await put('10.0.0.2', 5, now, now, 'second');
    expect(await one.read(({ wrongCodes }) => wrongCodes.of('10.0.0.1'))).toEqual({ count: 1, lastAt: now });
    expect(await one.read(({ wrongCodes }) => wrongCodes.of('10.0.0.2'))).toEqual({ count: 5, lastAt: now });
    expect(await one.read(({ wrongCodes }) => wrongCodes.of('10.0.0.3'))).toBeUndefined();
    const before = await hashes();
    expect(before.join()).not.toContain('10.0');

    await put('10.0.0.1', 1, later, later, 'third');
    const after = await hashes();
    expect(after).toHaveLength(1);
    expect(before).not.toContain(after[0]);
    expect(await one.read(({ wrongCodes }) => wrongCodes.of('10.0.0.2'))).toBeUndefined();
    await db.destroy();
    await one.close();
  });

  test('a set-up code is made as long as nobody of the project team can sign in, also by servers that start at once', async () => {
    const empty = await opened(await bench.newPlace(), false);
    const offers = await Promise.all([offerSetUp(empty, world), offerSetUp(empty, world)]);
    expect(offers.map((offer) => offer?.expires)).toEqual(Array(2).fill('2009-06-02T12:00:00.000Z'));
    for (const offer of offers) {
      const found = await empty.read(({ codes: kept }) => kept.typed(offer?.code ?? ''));
      expect(found).toMatchObject({ person: 'SET-UP', once: true });
    }
    await empty.close();
    expect(await offerSetUp(store, world)).toBeUndefined();
    const yearsOn = { ...world, now: () => '2099-01-01T00:00:00.000Z' };
    expect(await offerSetUp(store, yearsOn)).toBeUndefined();
  });

  test('codes and sessions of a database of before still let people in, and can be revoked', async () => {
    const place = await bench.newPlace();
    const engine = engineAt(place);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    await inTransaction(db, engine, 'write', async (open) => {
      await migrate(open, engine.types, now, migrations.slice(0, 1));
      await sql`insert into about (name, value) values ('mode', 'real')`.execute(open);
      await sql`insert into people (person, role, name) values ('P-old', 'project-team', 'Old')`.execute(open);
      await sql`insert into access_codes (code_hash, person) values (${hash('DEMOSCHOOLOLIO')}, 'P-old')`.execute(
        open,
      );
      await sql`insert into sessions (token_hash, person, expires) values (${hash('token')}, 'P-old', ${later})`.execute(
        open,
      );
    });
    await db.destroy();
    const today = await opened(place, false);
    expect(await today.read(({ sessions }) => sessions.byToken('token', now))).toMatchObject({ expires: later });
    const old = await today.read(({ codes: kept }) => kept.typed('demo-school olio'));
    expect(old).toMatchObject({ person: 'P-old', once: false, expires: undefined, madeAt: undefined });
    if (!old) throw new Error('not found');
    expect(await today.read(({ codes: kept }) => kept.one('P-old', old.id))).toEqual(old);
    await today.write(async (records) => {
      await records.codes.revoke(old, now);
      await records.sessions.endThoseOf(old);
    });
    expect(await today.read(({ codes: kept }) => kept.typed('DEMO-SCHOOL-OLIO'))).toMatchObject({ revokedAt: now });
    expect(await today.read(({ sessions }) => sessions.byToken('token', now))).toBeUndefined();
    await today.close();
  });

  test('codes of a programme as it was set up are found', async () => {
    for (const code of Object.values(codes)) {
      expect(await store.read(({ codes: kept }) => kept.typed(code))).toBeDefined();
    }
  });
});
