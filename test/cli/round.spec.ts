import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { instruments } from '#definitions/instruments.ts';
import { openStore } from '../../src/server/store/store.ts';
import { runCommand } from './run-command.ts';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'stem-rounds-'));
const file = join(folder, 'returns.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const opened = await openStore({ place: { file }, mode: 'real', now: '2009-06-01T12:00:00.000Z' });
  if (!opened.ok) throw new Error('not opened');
  await opened.value.close();
});

const run = (...args: readonly string[]) => runCommand(['round', ...args], { STEM_DATA: file });
const instrument = instrumentRef(instruments[0]!);
const wanted = ['--title', 'Self-review 2029/30', '--instrument', instrument, '--academic-year', '202930'];

test('a round is opened, listed, changed and closed on the server’s data, in words and for machines', async () => {
  expect(await run('list')).toEqual({ code: 0, printed: 'There are no rounds yet. See: stem-returns round open\n' });

  const opened = await run('open', 'sr-202930', ...wanted, '--opens', '2020-09-01', '--closes', '2090-06-30');
  expect(opened).toEqual({
    code: 0,
    printed: `SR-202930  Self-review 2029/30; ${instrument}; open: from 1 September 2020 until 30 June 2090\n`,
  });

  const changes = ['--late', 'yes', '--year-groups', '9,7', '--closes', 'never', '--keep-until', '2095-12-31'];
  expect(await run('change', 'SR-202930', ...changes)).toEqual({
    code: 0,
    printed: `SR-202930  Self-review 2029/30; ${instrument}; open: from 1 September 2020 without end; late returns with a reason; years 7, 9; kept until 31 December 2095\n`,
  });

  expect((await run('close', 'SR-202930')).printed).toContain('; not open: from 1 September 2020 until ');
  const { printed } = await run('list', '--json');
  expect(JSON.parse(printed)).toMatchObject([
    // The first day begins at midnight of the summer’s clock, the last one ends at the winter’s.
    {
      id: 'SR-202930',
      open: false,
      late: true,
      opens: '2020-08-31T23:00:00.000Z',
      keepUntil: '2096-01-01T00:00:00.000Z',
    },
  ]);
});

test.each([
  ['a day that is not there', ['open', 'X', ...wanted, '--opens', '2029-02-30'], /^--opens 2029-02-30 is no day/],
  [
    'an end before the beginning',
    ['open', 'X', ...wanted, '--opens', '2029-09-01', '--closes', '2029-08-01'],
    /close after/,
  ],
  [
    'an instrument nobody knows',
    ['open', 'X', ...wanted, '--opens', '2029-09-01', '--instrument', 'no@1'],
    /not known here/,
  ],
  ['too little', ['open', 'X', '--title', 'T'], /^How it is used:/],
  ['a round that is not there', ['close', 'NONE'], /^There is no round NONE\./],
  ['what is decided once', ['change', 'SR-202930', '--detail', 'tally'], /decided when a round is opened/],
  ['nothing at all', [], /^How it is used:/],
])('%s is told in words, with nothing done', async (_what, args, words) => {
  const { code, printed } = await run(...args);
  expect(printed).toMatch(words);
  expect(code).toBe(1);
});
