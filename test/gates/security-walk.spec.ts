import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const document = readFileSync(join(root, 'docs/security.md'), 'utf8');

/**
 * OWASP ASVS 5.0.0: of each section how many requirements it has, and which of them are of level 3. Levels 1 and 2 are
 * what is walked.
 */
const sections: readonly (readonly [string, number, ...number[]])[] = [
  ['1.1', 2],
  ['1.2', 10, 10],
  ['1.3', 12, 12],
  ['1.4', 3],
  ['1.5', 3, 3],
  ['2.1', 3],
  ['2.2', 3],
  ['2.3', 5, 5],
  ['2.4', 2, 2],
  ['3.1', 1, 1],
  ['3.2', 3, 3],
  ['3.3', 5, 5],
  ['3.4', 8, 7, 8],
  ['3.5', 8, 6, 7, 8],
  ['3.6', 1, 1],
  ['3.7', 5, 3, 4, 5],
  ['4.1', 5, 4, 5],
  ['4.2', 5, 2, 3, 4, 5],
  ['4.3', 2],
  ['4.4', 4],
  ['5.1', 1],
  ['5.2', 6, 4, 5, 6],
  ['5.3', 3, 3],
  ['5.4', 3],
  ['6.1', 3],
  ['6.2', 12],
  ['6.3', 8, 5, 6, 7, 8],
  ['6.4', 6, 5, 6],
  ['6.5', 8, 6, 7, 8],
  ['6.6', 4, 4],
  ['6.7', 2, 1, 2],
  ['6.8', 4],
  ['7.1', 3],
  ['7.2', 4],
  ['7.3', 2],
  ['7.4', 5],
  ['7.5', 3, 3],
  ['7.6', 2],
  ['8.1', 4, 3, 4],
  ['8.2', 4, 4],
  ['8.3', 3, 2, 3],
  ['8.4', 2, 2],
  ['9.1', 3],
  ['9.2', 4],
  ['10.1', 2],
  ['10.2', 3, 3],
  ['10.3', 5, 5],
  ['10.4', 16, 12, 13, 14, 15, 16],
  ['10.5', 5],
  ['10.6', 2],
  ['10.7', 3],
  ['11.1', 4, 3, 4],
  ['11.2', 5, 4, 5],
  ['11.3', 5, 4, 5],
  ['11.4', 4],
  ['11.5', 2, 2],
  ['11.6', 2, 2],
  ['11.7', 2, 1, 2],
  ['12.1', 5, 4, 5],
  ['12.2', 2],
  ['12.3', 5, 5],
  ['13.1', 4, 2, 3, 4],
  ['13.2', 6, 6],
  ['13.3', 4, 3, 4],
  ['13.4', 7, 6, 7],
  ['14.1', 2],
  ['14.2', 8, 5, 6, 7, 8],
  ['14.3', 3],
  ['15.1', 5, 4, 5],
  ['15.2', 5, 4, 5],
  ['15.3', 7],
  ['15.4', 4, 1, 2, 3, 4],
  ['16.1', 1],
  ['16.2', 5],
  ['16.3', 4],
  ['16.4', 3],
  ['16.5', 4, 4],
  ['17.1', 2, 2],
  ['17.2', 8, 5, 6, 7, 8],
  ['17.3', 2],
];
const required = sections.flatMap(([section, count, ...third]) =>
  Array.from({ length: count }, (_, at) => at + 1)
    .filter((nth) => !third.includes(nth))
    .map((nth) => `${section}.${nth}`),
);

/** The requirements that the first cell of a row names, such as `4.3.1, 6.2.1–6.2.12`; what is unknown as it stands. */
const named = (cell: string): readonly string[] =>
  cell.split(', ').flatMap((part) => {
    const [first = '', last] = part.trim().split('–');
    const [from, to] = [required.indexOf(first), last === undefined ? -1 : required.indexOf(last)];
    return last === undefined || from < 0 || to < from ? [part.trim()] : required.slice(from, to + 1);
  });

const cells = document
  .split('\n')
  .flatMap((line) => /^\| (\d+\.\d+\.\d+[^|]*?) +\|/.exec(line)?.[1] ?? [])
  .flatMap(named);

test('the walk through ASVS names every requirement of levels 1 and 2, each once, and no other', () => {
  expect(required).toHaveLength(253);
  expect([...cells].sort()).toEqual([...required].sort());
});

test('every file that the page on security points at is there', () => {
  const files = ['src', 'test'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `/${room}/${file}`),
  );
  const pointers = [...document.matchAll(/`([\w/.-]+\.(?:ts|tsx|mjs|md))`/g)].flatMap(([, pointer]) => pointer ?? []);
  const isThere = (pointer: string) =>
    existsSync(join(root, pointer)) || files.some((file) => file.endsWith(`/${pointer}`));
  expect(pointers.length).toBeGreaterThan(50);
  expect(pointers.filter((pointer) => !isThere(pointer))).toEqual([]);
});
