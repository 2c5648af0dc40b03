import type { Cell } from '#core/cell.ts';
import { blankDefinition } from '#core/instrument/definition-sheets/blank-definition.ts';
import { readDefinition } from '#core/instrument/definition-sheets/read-definition.ts';
import { definitionExample } from '#definitions/definition-example.ts';

const blank = blankDefinition(definitionExample);
const unmarked = (cell: Cell | undefined): Cell =>
  typeof cell === 'string' ? cell.replace(/^# /, '') : (cell ?? null);

test('a blank definition workbook defines nothing: what is missing is asked for on its first sheet', () => {
  const read = readDefinition(blank);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(new Set(read.failure.map(({ sheet }) => sheet))).toEqual(new Set(['instrument', 'fields']));
  expect(read.failure.filter(({ sheet }) => sheet === 'instrument').map(({ cell }) => cell)).toContain('B2');
});

test('its example is an instrument, as soon as the marks are taken away', () => {
  const taken = blank.map(({ name, grid }) => ({
    name,
    grid: grid.map((line, row) => {
      if (name === 'instrument') return row === 0 ? line : [line[0] ?? null, line[3] ?? null];
      return row < 2 ? line : [unmarked(line[0]), ...line.slice(1)];
    }),
  }));
  expect(readDefinition(taken)).toEqual({ ok: true, value: definitionExample });
});

test('every column and every setting says in one line what to write', () => {
  for (const { name, grid } of blank) {
    const helps = name === 'instrument' ? grid.slice(1, -1).map((line) => line[2]) : (grid[1] ?? []);
    expect(helps.length).toBeGreaterThan(2);
    for (const help of helps) expect(help).toMatch(/^(# )?\S.{8,}/);
  }
});
