import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { instruments } from '#definitions/instruments.ts';

const root = join(__dirname, '../..');

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

/** `some-id` as code would write it: itself, someId and SomeId. */
function spellings(id: string): readonly string[] {
  const pascal = id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return [id, pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal];
}

/** Every way in which a file could name one of the instruments. */
const names = instruments.flatMap((instrument) => [
  ...spellings(instrument.id),
  instrument.title,
  instrument.sheetTitle,
]);

/** A name of one word may be an everyday word too: in prose it means nothing, between quotes or before `@` it does. */
const tells = (folded: string, name: string): boolean => {
  const wanted = name.toLowerCase();
  if (/[^a-z]/.test(wanted)) return folded.includes(wanted);
  return new RegExp(`(['"\`/])${wanted}\\1|['"\`]${wanted}[@/]`).test(folded);
};

const namesIn = (text: string): readonly string[] => {
  const folded = text.toLowerCase();
  return names.filter((name) => tells(folded, name));
};

test('no file outside the definitions names an instrument: code asks for traits', () => {
  const definitions = join(root, 'src/definitions');
  const telling = files(join(root, 'src'))
    .filter((path) => !path.startsWith(definitions))
    .map((path) => ({ path: relative(root, path), names: namesIn(readFileSync(path, 'utf8')) }))
    .filter(({ names: found }) => found.length > 0);
  expect(telling).toEqual([]);
});

test('an instrument is recognised in any spelling', () => {
  expect(instruments.length).toBeGreaterThan(0);
  for (const { id, title } of instruments) {
    for (const written of [...spellings(id).map((name) => `if (it === '${name}')`), `"${title}"`]) {
      expect(namesIn(written)).not.toEqual([]);
    }
  }
});

test('a name of one word is recognised as a text, and not in prose', () => {
  const plain = names.filter((name) => /^[a-z]+$/i.test(name));
  expect(plain).not.toEqual([]);
  for (const name of plain) {
    for (const written of [`'${name}'`, `"${name}@1"`, `\`${name}\``]) expect(namesIn(written)).toContain(name);
    expect(namesIn(`If in doubt, ${name} us: there is ${name}@`)).toEqual([]);
  }
});
