import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerId } from '#core/ids.ts';
import { openStore } from '../../src/server/store/store.ts';
import { giasText, linksText, windows1252 } from '../kit/register-files.ts';
import { programme } from '../server/kit/small-programme.ts';
import { runCommand } from './run-command.ts';

jest.setTimeout(180_000);
const folder = mkdtempSync(join(tmpdir(), 'stem-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fileOf = (content: string | Buffer, name = `${(files += 1)}.csv`) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

let data: string;
const open = async () => {
  const opened = await openStore({ place: { file: data }, mode: 'real', now: '2009-06-01T12:00:00.000Z', programme });
  if (!opened.ok) throw new Error('not opened');
  return opened.value;
};
beforeEach(async () => {
  data = join(folder, `${(files += 1)}.db`);
  await (await open()).close();
});
const run = (...args: string[]) => runCommand(['import-register', ...args], { STEM_DATA: data });
const school = async (urn: string) => {
  const store = await open();
  const found = await store.read(({ register }) => register.one(ownerId(urn)));
  await store.close();
  return found;
};

const gias = fileOf(
  windows1252(
    giasText(
      { URN: '999011', EstablishmentName: 'St Mary’s École', 'EstablishmentStatus (name)': 'Closed' },
      { URN: '999012', EstablishmentName: 'Osier Academy' },
    ),
  ),
);
const links = fileOf(linksText({ urn: '999011', link: '999012', name: 'Osier Academy' }));

test('the government’s files come in as they are, and schools are taken into the programme', async () => {
  const dry = await run(gias, '--links', links, '--enlist', '999012', '--dry-run');
  expect(dry).toMatchObject({ code: 0, printed: expect.stringContaining('Nothing was written') });
  expect(dry.printed).toContain(
    `${gias}: 2 new schools, 0 changed, 0 closed, 0 reopened, 0 unchanged, 0 rows refused`,
  );
  expect(dry.printed).toContain('enlisted no → yes');
  expect(await school('999012')).toBeUndefined();

  const real = await run(gias, '--links', links, '--enlist', '999012');
  expect(real.code).toBe(0);
  expect(real.printed).toBe(dry.printed.replaceAll(/ {2}Nothing was written.*\n/g, ''));
  expect(await school('999011')).toMatchObject({ name: 'St Mary’s École', status: 'closed', enlisted: false });
  expect(await school('999012')).toMatchObject({ enlisted: true });

  const again = await run('--json', gias, '--links', links);
  expect(JSON.parse(again.printed)).toMatchObject({
    applied: true,
    files: [
      { file: gias, kind: 'gias', counts: { new: 0, changed: 0, unchanged: 2 }, changes: [], problems: [] },
      { file: links, kind: 'links', counts: { new: 0, unchanged: 1 } },
    ],
  });
});

test('each refused row is told by its number, the others go in, and it ends with 1', async () => {
  const list = fileOf('URN,Name,Enlisted\n999021,Sedge,yes\n99902,Short,yes\n999022,Reed,perhaps\n');
  const { code, printed } = await run(list);
  expect(code).toBe(1);
  expect(printed).toContain('1 new school,');
  expect(printed).toContain('2 rows refused');
  expect(printed).toContain('row 3, URN: “99902”: a URN is six digits.');
  expect(printed).toContain('row 4, Enlisted: “perhaps”: write yes or no.');
  expect(await school('999021')).toMatchObject({ enlisted: true });
});

test.each([
  ['URNs alone, one a line', '999901\n123456\n', 'row 2,'],
  ['a column URN among others', 'Name,URN\nOak,999901\nNowhere,123456\n', 'row 3,'],
])('a file of schools to enlist may hold %s', async (_what, text, row) => {
  const store = await open();
  await store.write(async ({ register }) => {
    const oak = await register.one(ownerId('999901'));
    if (oak) await register.put([{ ...oak, enlisted: false }], new Date().toISOString());
  });
  await store.close();
  const { code, printed } = await run('--enlist', fileOf(text));
  expect(code).toBe(1);
  expect(printed).toContain(`${row} URN: “123456”: the register has no school of this URN.`);
  expect(await school('999901')).toMatchObject({ name: 'Oak School', enlisted: true });
});

test('what cannot be read ends with 1 and one plain line, and nothing at all goes in', async () => {
  const answers = await Promise.all([
    run(gias, fileOf('Pupil,Year\n1,7\n')),
    run(gias, join(folder, 'nowhere.csv')),
    run(gias, '--enlist', join(folder, 'nowhere.csv')),
    run(gias, '--enlist', links),
    run(),
    run(gias, '--what'),
    runCommand(['import-register', gias], { STEM_DATA: join(folder, 'nowhere.db') }),
  ]);
  expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 1));
  expect(answers.map(({ printed }) => printed.trim().split('\n').length)).toEqual(answers.map(() => 1));
  for (const [at, words] of [
    'column with the heading URN',
    'no such file',
    'no such file',
    'file of links',
  ].entries())
    expect(answers[at]?.printed).toContain(words);
  expect(await school('999012')).toBeUndefined();
  expect(existsSync(join(folder, 'nowhere.db'))).toBe(false);
});
