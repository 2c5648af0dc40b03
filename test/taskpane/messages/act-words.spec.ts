import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actWords } from '#taskpane/messages/act-words.ts';

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
