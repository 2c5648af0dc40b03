import { Readable } from 'node:stream';
import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { newSchool, type School } from '#core/register/school.ts';
import { importRegister, previewImport } from '../../src/server/register/import-register.ts';
import { readRegisterFile, type RegisterFile } from '../../src/server/register/read-register-file.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { openStore, type Store } from '../../src/server/store/store.ts';
import { giasText, linksText, windows1252 } from '../kit/register-files.ts';
import { elm, far, oak, programme } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);
const now = '2009-06-01T12:00:00.000Z';
const by = { id: 'P-team', name: 'Project team' };
const [reedham, osier] = [ownerId('999011'), ownerId('999012')];

const school = (urn: string, name: string, says: Partial<School> = {}) => newSchool(ownerId(urn), name, says);

const fileOf = async (store: Store, text: string): Promise<RegisterFile> => {
  const mentors = await store.read(({ register }) => register.mentors());
  const read = await readRegisterFile(Readable.from([windows1252(text)]), mentors);
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value;
};
const files = (store: Store, texts: readonly string[]) => Promise.all(texts.map((text) => fileOf(store, text)));

const imported = async (store: Store, ...texts: readonly string[]) => {
  const read = await files(store, texts);
  return store.write((records) => importRegister(records, by, now, read));
};
const previewed = async (store: Store, ...texts: readonly string[]) => {
  const read = await files(store, texts);
  return store.read((records) => previewImport(records, read));
};

describe.each(databases)('the register on %s', (_name, start) => {
  let bench: Databases;
  let store: Store;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    const opened = await openStore({ place: await bench.newPlace(), mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    store = opened.value;
  });
  afterEach(() => store.close());

  const one = (urn: typeof oak) => store.read(({ register }) => register.one(urn));
  const urns = (found: readonly School[]) => found.map(({ urn }) => urn);
  const everything = () => store.read(({ register }) => register.page({}, 1000));

  test('the schools of a programme are in it, with their mentor; mentors are no schools', async () => {
    expect(urns(await everything())).toEqual([elm, far, oak]);
    expect(await one(oak)).toEqual(school(oak, 'Oak School', { enlisted: true, mentor: ownerId('M-1') }));
    expect(await one(ownerId('M-1'))).toBeUndefined();
  });

  test('a school comes back as it was written, every sign and every blank', async () => {
    const full = school(reedham, 'Écluse “Lower” 100% \\ School', {
      laestab: '201/4001',
      status: 'closed',
      opened: '1863-09-01',
      closed: '2009-08-31',
      phase: 'Secondary',
      localAuthority: 'Marsh_folk',
      region: 'North East',
      postcode: 'ZZ9 9ZZ',
      specialism: 'Engineering',
      enlisted: true,
      mentor: ownerId('M-2'),
    });
    const bare = school(osier, 'Osier');
    await store.write(({ register }) => register.put([full, bare], now, [reedham]));
    expect([await one(reedham), await one(osier)]).toEqual([full, bare]);
  });

  test('it is searched by words in any order, and no sign of a word means anything but itself', async () => {
    await store.write(({ register }) =>
      register.put(
        [
          school(reedham, 'St Mary’s School', { localAuthority: 'Marshfolk', postcode: 'ZZ9 9ZZ' }),
          school(osier, '100% Écluse', { localAuthority: 'Oakham' }),
        ],
        now,
      ),
    );
    const found = async (search: string) => urns(await store.read(({ register }) => register.page({ search }, 50)));
    expect(await found('school st marys')).toEqual([reedham]);
    expect(await found('zz99zz')).toEqual([reedham]);
    expect(await found('ECLUSE')).toEqual([osier]);
    expect(await found('oak')).toEqual([osier, oak]);
    expect(await found('100%')).toEqual([osier]);
    expect(await found('1_0')).toEqual([]);
    expect(await found('\\')).toEqual([]);
    expect(await found("' or 1=1 --")).toEqual([]);
  });

  test('who took part is known of every moment, however often a school leaves and comes back', async () => {
    const at = (day: number) => `2009-07-0${day}T12:00:00.000Z`;
    const put = (day: number, enlisted: boolean) =>
      store.write(({ register }) => register.put([school(reedham, 'Reedham', { enlisted })], at(day)));
    const tookPart = async (before?: string) =>
      (await store.read(({ people }) => people.enlisted([oak, reedham], before))).map(({ owner }) => owner);
    for (const [day, enlisted] of [
      [1, false],
      [2, true],
      [4, false],
      [6, true],
      [6, false],
      [6, true],
    ] as const)
      await put(day, enlisted);
    expect(await tookPart()).toEqual([oak, reedham]);
    const days = [1, 2, 3, 4, 5, 6, 7];
    const told = await Promise.all(days.map((day) => tookPart(at(day))));
    expect(days.filter((_, index) => told[index]?.includes(reedham))).toEqual([3, 4, 7]);
    expect(told.every((owners) => owners.includes(oak))).toBe(true);
  });

  test('it is told by who takes part, by mentor and by status, and counted so', async () => {
    await store.write(({ register }) => register.put([school(reedham, 'Reedham', { status: 'closed' })], now));
    const told = (filter: Parameters<Parameters<Parameters<Store['read']>[0]>[0]['register']['page']>[0]) =>
      store.read(async ({ register }) => [urns(await register.page(filter, 50)), await register.count(filter)]);
    expect(await told({ enlisted: true })).toEqual([[elm, far, oak], 3]);
    expect(await told({ enlisted: false })).toEqual([[reedham], 1]);
    expect(await told({ mentor: ownerId('M-1') })).toEqual([[elm, oak], 2]);
    expect(await told({ mentor: null })).toEqual([[reedham], 1]);
    expect(await told({ status: 'closed', search: 'reed' })).toEqual([[reedham], 1]);
  });

  test('pages follow each other without a gap or a repeat, also where names are the same', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      school(String(999100 + at), ['Same', 'same', 'Other', 'É'][at % 4] ?? ''),
    );
    await store.write(({ register }) => register.put(many, now));
    const all = urns(await everything());
    expect(new Set(all).size).toBe(43);
    const paged: string[] = [];
    for (let after: School['urn'] | undefined; ;) {
      const from = after;
      const page = urns(await store.read(({ register }) => register.page({}, 7, from)));
      paged.push(...page);
      after = page.at(-1);
      if (page.length < 7) break;
    }
    expect(paged).toEqual(all);
  });

  const gias = giasText(
    { URN: reedham, EstablishmentName: 'Reedham School' },
    { URN: oak, EstablishmentName: 'Oak School', 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2009' },
    { URN: '12', EstablishmentName: 'No school' },
  );

  test('the government’s list brings schools and closes them, and touches nothing of the programme’s own', async () => {
    const before = await one(oak);
    await store.write(({ register }) => register.put([{ ...before!, specialism: 'Engineering' }], now));
    expect(await imported(store, gias)).toMatchObject([
      {
        kind: 'gias',
        counts: { new: 1, closed: 1, changed: 0 },
        refused: 1,
        problems: [{ row: 4, fault: 'urn-wrong' }],
      },
    ]);
    expect(await one(oak)).toMatchObject({
      status: 'closed',
      closed: '2009-08-31',
      enlisted: true,
      mentor: 'M-1',
      specialism: 'Engineering',
    });
    expect(await one(reedham)).toMatchObject({ name: 'Reedham School', enlisted: false, laestab: '201/4001' });
    // Schools that the file does not name are as they were.
    expect(await one(elm)).toEqual(school(elm, 'Elm School', { enlisted: true, mentor: ownerId('M-1') }));
  });

  test('importing the same again changes nothing', async () => {
    await imported(store, gias);
    const after = await everything();
    expect(await imported(store, gias)).toMatchObject([{ counts: { new: 0, closed: 0, changed: 0, unchanged: 2 } }]);
    expect(await everything()).toEqual(after);
  });

  test('a preview says what the import then does, writes nothing, and a later file sees what an earlier brings', async () => {
    const list = `URN,Enlisted,Mentor\n${reedham},yes,Ola Mentor\n${osier},yes,`;
    const links = linksText({ urn: reedham, link: osier, name: 'Osier' });
    const before = await everything();
    const preview = await previewed(store, gias, links, list);
    expect(await everything()).toEqual(before);
    expect(preview).toMatchObject([
      { counts: { new: 1 } },
      { counts: { new: 1 } },
      { counts: { changed: 1 }, refused: 1, problems: [{ row: 3, fault: 'not-in-register' }] },
    ]);
    expect(await imported(store, gias, links, list)).toEqual(preview);
    expect(await one(reedham)).toMatchObject({ enlisted: true, mentor: 'M-2' });
    const enlisted = await store.read(({ people }) => people.enlisted());
    expect(enlisted.map(({ owner }) => owner)).toContain(reedham);
  });

  test('whose mentor, enlisting or status a list changes has it in its own log of acts; no other school has', async () => {
    const list = (...rows: readonly string[]) => ['URN,Name,Region,Status,Enlisted,Mentor', ...rows].join('\n');
    await imported(
      store,
      gias,
      list(`${oak},,North,,no,`, `${elm},,North,,yes,Ola Mentor`, `${far},,North,,,`),
      list(`${reedham},,,,yes,`, `${osier},Osier,,,yes,M-1`, '999013,Sedge,,,,'),
    );
    const log = async (urn: string) =>
      (await store.read(({ audit }) => audit.entries(urn))).map(({ entry }) => [entry.act, entry.about]);
    expect(await log(oak)).toEqual([
      ['change-school', { status: 'closed' }],
      ['change-school', { enlisted: 'no' }],
    ]);
    expect(await log(elm)).toEqual([['change-school', { mentor: 'M-2' }]]);
    expect(await log(far)).toEqual([]);
    expect(await log(reedham)).toEqual([['change-school', { enlisted: 'yes' }]]);
    expect(await log(osier)).toEqual([['add-school', { mentor: 'M-1', enlisted: 'yes', status: 'open' }]]);
    expect(await log('999013')).toEqual([]);
    expect(await verifyAudit(store)).toMatchObject({ faults: [], brokenCheckpoints: [] });
  });

  test('a list that enlists more schools than go in one statement notes each of them, once', async () => {
    const urns = Array.from({ length: 1203 }, (_, at) => String(990000 + at));
    await imported(store, giasText(...urns.map((URN) => ({ URN, EstablishmentName: `School ${URN}` }))));
    expect(await verifyAudit(store)).toMatchObject({ logs: 1, entries: 1 });
    const enlisting = ['URN,Enlisted', ...urns.map((urn) => `${urn},yes`)].join('\n');
    await imported(store, enlisting);
    await imported(store, enlisting);
    expect(await verifyAudit(store)).toMatchObject({ logs: 1204, entries: 1206, faults: [] });
  });

  test('links say what took a school’s place; those of schools that are not in the register are passed over', async () => {
    const links = linksText(
      { urn: oak, link: osier, name: 'Osier Academy' },
      { urn: osier, link: oak, name: 'Oak School', type: 'Predecessor', since: '01-09-2010' },
      { urn: reedham, link: osier },
      { urn: oak, link: elm, type: 'Expansion' },
    );
    expect(await imported(store, links)).toMatchObject([{ kind: 'links', counts: { new: 1 }, passedOver: 2 }]);
    expect(await imported(store, links)).toMatchObject([{ counts: { new: 0, changed: 0, unchanged: 1 } }]);
    const succession = { urn: oak, successor: osier, name: 'Osier Academy', since: '2010-09-01' };
    expect(await store.read(({ register }) => register.successors([oak]))).toEqual([succession]);
    expect(await store.read(({ register }) => register.predecessors(osier))).toEqual([succession]);
  });

  test('more schools than go in one statement come in together', async () => {
    const many = Array.from({ length: 1203 }, (_, at) => ({
      URN: String(990000 + at),
      EstablishmentName: `School ${at}`,
    }));
    expect(await imported(store, giasText(...many))).toMatchObject([{ counts: { new: 1203 }, refused: 0 }]);
    expect(await imported(store, giasText(...many))).toMatchObject([{ counts: { new: 0, unchanged: 1203 } }]);
    expect(await store.read(({ register }) => register.count({ search: 'school 1202' }))).toBe(1);
  });

  test('whatever a list says, importing it twice is importing it once, and nobody is lost', async () => {
    const cell = fc.constantFrom('', 'yes', 'no', 'M-1', 'Ola Mentor', 'North', '31-02-2009', 'Closed', '"', 'é’');
    const row = fc.tuple(
      fc.constantFrom(oak, elm, reedham, osier, 'x'),
      fc.array(cell, { minLength: 6, maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(([urn, cells]) => [urn, ...cells.map(quoted)].join(','));
        const text = ['URN,Name,Status,Region,Specialism,Enlisted,Mentor', ...lines].join('\n');
        const before = urns(await everything());
        await imported(store, text);
        const once = await everything();
        const again = await imported(store, text);
        expect(await everything()).toEqual(once);
        expect(again).toMatchObject([{ counts: { new: 0, changed: 0, closed: 0, reopened: 0 } }]);
        expect(urns(once)).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 25 },
    );
  });
});
