import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { tallyRoundWords } from '#core/words/tally-round-words.ts';
import { instruments } from '#definitions/instruments.ts';
import type { EverythingAnswer } from '#wire/everything.ts';
import { openStore } from '../../src/server/store/store.ts';
import { runCommand } from './run-command.ts';

jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'stem-purge-'));
const file = join(folder, 'returns.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fixed = instruments.find(({ rows, owner }) => rows.kind === 'fixed' && owner === 'school')!;
const survey = instruments.find((instrument) => traitOf(instrument, 'pupil-rows'))!;
beforeAll(async () => {
  const owner = ownerId('999901');
  const opened = await openStore({
    place: { file },
    mode: 'real',
    now: '2009-06-01T12:00:00.000Z',
    programme: {
      owners: [{ owner, kind: 'school', name: 'Ash Lane School' }],
      people: [{ id: 'P-ash', role: 'school', name: 'Ann Ash', owner, code: 'ASH-CODE' }],
      rounds: ['A-200708', 'B-200809'].map((id, at) => ({
        ...{ id: roundId(id), title: `Review ${at + 1}`, instrument: instrumentRef(fixed), academicYear: '200708' },
        ...{ opens: '2007-09-01T00:00:00.000Z', closes: '2008-08-01T00:00:00.000Z' },
        ...(at === 0 ? { keepUntil: '2019-08-31T23:00:00.000Z' } : {}),
      })),
    },
  });
  if (!opened.ok) throw new Error('not opened');
  await opened.value.close();
});

const run = (...args: readonly string[]) => runCommand(args, { STEM_DATA: file });

test('what is due is listed first; purging tells what would go, does it when told so, and prints the certificate', async () => {
  const listed = await run('purge', 'list');
  expect(listed).toEqual({
    code: 0,
    printed: [
      'A-200708  Review 1; DUE: was to be kept until 31 August 2019; 0 revisions',
      'B-200809  Review 2; no date is set; 0 revisions',
      'Nothing goes by itself. For each that is due: stem-returns purge ROUND',
      '',
    ].join('\n'),
  });
  const told = await run('purge', 'a-200708');
  expect(told.code).toBe(1);
  expect(told.printed).toMatch(/^Nothing is done yet\. Of A-200708 .* add --yes\.\n$/s);
  const purged = await run('purge', 'A-200708', '--yes');
  expect(purged.code).toBe(0);
  expect(purged.printed).toMatch(/^CERTIFICATE OF WHAT WAS PURGED\n\nRound {10}A-200708, Review 1\n/);
  expect(purged.printed).toContain('by Command line');
  expect((await run('purge', 'certificate', 'A-200708')).printed).toBe(purged.printed);
  expect(JSON.parse((await run('purge', 'certificate', 'A-200708', '--json')).printed)).toMatchObject({
    round: 'A-200708',
    returns: [],
  });
  expect((await run('audit', 'verify')).code).toBe(0);
});

test('before its day a round needs a reason', async () => {
  expect(await run('purge', 'B-200809', '--yes')).toEqual({
    code: 1,
    printed: 'B-200809 is kept longer than until today. Say why it must go now: --reason "…"\n',
  });
  expect((await run('purge', 'C-200809', '--yes')).printed).toContain('There is no round C-200809');
  expect((await run('purge', 'B-200809', '--yes', '--reason', 'Opened by mistake.')).printed).toContain(
    'Reason         Opened by mistake.',
  );
});

test('opening a round of tallies says what is not to be had in it, and other instruments are refused', async () => {
  const wanted = ['--title', 'Survey', '--academic-year', '202930', '--opens', '2020-09-01', '--detail', 'tally'];
  const opened = await run('round', 'open', 'T-202930', ...wanted, '--instrument', instrumentRef(survey));
  expect(opened.code).toBe(0);
  expect(opened.printed).toContain('tallies only');
  for (const line of tallyRoundWords) expect(opened.printed).toContain(line);
  const refused = await run('round', 'open', 'U-202930', ...wanted, '--instrument', instrumentRef(fixed));
  expect(refused).toEqual({
    code: 1,
    printed:
      '--detail tally is for instruments whose rows are pupils, without fields that offer schools or other returns.\n',
  });
});

test('all that is held about a school goes into a file that nobody else may read, and over no other', async () => {
  const out = join(folder, 'everything.json');
  expect((await run('export', '--school', '999901', '--out', out)).code).toBe(0);
  const all = JSON.parse(readFileSync(out, 'utf8')) as EverythingAnswer;
  expect(all).toMatchObject({ owner: { id: '999901', name: 'Ash Lane School' }, people: [{ name: 'Ann Ash' }] });
  expect(JSON.stringify(all)).not.toContain('ASH-CODE');
  expect(statSync(out).mode & 0o077).toBe(0);
  expect((await run('export', '--school', '999901', '--out', out)).printed).toContain('is there already');
  expect((await run('export', '--school', '123456', '--out', `${out}2`)).printed).toContain('There is no school');
  expect((await run('export')).printed).toContain('stem-returns export --school');
});
