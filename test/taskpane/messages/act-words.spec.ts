import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboutWords, actWords } from '#taskpane/messages/act-words.ts';

/** Every word by which the server writes down an act; moves of returns are written down by their own names. */
const server = join(__dirname, '../../../src/server');
const written = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(server, file), 'utf8').matchAll(/\bact: '([a-z-]+)'/g)])
  .map(([, act = '']) => act);
const moves = ['start', 'submit', 'ask', 'settle-last', 'settle', 'accept', 'reopen', 'withdraw'];

test.each([...new Set([...written, ...moves])])('the log tells people in words what %s is', (act) => {
  expect(actWords({ act })).toMatch(/^[A-Z]/);
});

test('what a school is from then on is told in words, its mentor by her name', () => {
  const nameOf = (id: string) => (id === 'M-2' ? 'Ola Mentor' : undefined);
  const told = (about: Parameters<typeof aboutWords>[0]['about']) => aboutWords({ about }, nameOf);
  expect(told({ school: '999001', changed: 'enlisted,mentor', mentor: 'M-2', enlisted: 'yes' })).toBe(
    'school 999001 · changed enlisted, mentor · mentor Ola Mentor · enlisted yes',
  );
  expect(told({ mentor: 'none' })).toBe('no mentor');
  expect(told({ mentor: 'M-9' })).toBe('mentor M-9');
  expect(told({ person: 'M-2', mentor: 'M-2', schools: '999001,999002' })).toBe(
    'Ola Mentor · schools 999001, 999002',
  );
});
