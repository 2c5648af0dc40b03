import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { cellsOf, differences, placesOf } from '#core/returns/difference.ts';
import { decide, merge, type Side } from '#core/returns/merge.ts';
import { isBlank, sameValue } from '#core/returns/same-value.ts';
import { content } from './returns-arbitrary.ts';

const at = (of: ReturnContent, row: string, field: string): Cell => cellsOf(of).get(row)?.[field] ?? null;
const one = (level: Cell): ReturnContent => ({ rows: [{ key: 'A1', values: { level } }], explanations: [] });

test.each<[string, Cell, Cell, Cell, Cell, 'conflict' | 'merged']>([
  ['nobody changed the cell', 'x', 'x', 'x', 'x', 'merged'],
  ['only I changed the cell', 'x', 'mine', 'x', 'mine', 'merged'],
  ['only they changed the cell', 'x', 'x', 'theirs', 'theirs', 'merged'],
  ['both changed it to the same', 'x', 'y', 'y', 'y', 'merged'],
  ['both changed it, each to something else', 'x', 'mine', 'theirs', 'mine', 'conflict'],
  ['I emptied it, they changed it', 'x', null, 'theirs', null, 'conflict'],
  ['they emptied it, I did not touch it', 'x', 'x', null, null, 'merged'],
  ['both filled a blank cell differently', null, 'mine', 'theirs', 'mine', 'conflict'],
])('%s', (_, base, mine, theirs, result, kind) => {
  const merged = merge(one(base), one(mine), one(theirs));
  expect(at(merged.merged, 'A1', 'level')).toBe(result);
  expect(merged.conflicts).toHaveLength(kind === 'conflict' ? 1 : 0);
});

test('no value disappears: each typed value of either side stands in the result, in a conflict or in the list of what was replaced', () => {
  fc.assert(
    fc.property(content, content, content, (base, mine, theirs) => {
      const result = merge(base, mine, theirs);
      for (const { row, field } of placesOf(mine, theirs)) {
        const kept = at(result.merged, row, field);
        const conflict = result.conflicts.find((cell) => cell.row === row && cell.field === field);
        const my = at(mine, row, field);
        const their = at(theirs, row, field);
        const taken = result.taken.some(
          (cell) => cell.row === row && cell.field === field && sameValue(cell.was, my),
        );
        if (!isBlank(my)) expect(sameValue(kept, my) || taken).toBe(true);
        // Their value may only give way to a change of mine over a value that they left as it was.
        if (!isBlank(their) && !sameValue(kept, their)) {
          expect(conflict !== undefined || sameValue(their, at(base, row, field))).toBe(true);
        }
      }
    }),
  );
});

test('deciding every conflict for one side gives that side in every conflicting cell and changes no other', () => {
  fc.assert(
    fc.property(content, content, content, fc.constantFrom<Side>('mine', 'theirs'), (base, mine, theirs, side) => {
      const result = merge(base, mine, theirs);
      const decided = decide(result, () => side);
      for (const conflict of result.conflicts) {
        expect(sameValue(at(decided, conflict.row, conflict.field), conflict[side])).toBe(true);
      }
      const changed = differences(result.merged, decided);
      expect(
        changed.every((cell) => result.conflicts.some((c) => c.row === cell.row && c.field === cell.field)),
      ).toBe(true);
    }),
  );
});

test('merging with oneself changes nothing', () => {
  fc.assert(
    fc.property(content, content, (base, mine) => {
      const result = merge(base, mine, mine);
      expect(result.conflicts).toEqual([]);
      expect(differences(mine, result.merged)).toEqual([]);
    }),
  );
});

test('no explanation disappears: where both sides explain one warning, both texts stay', () => {
  fc.assert(
    fc.property(content, content, content, (base, mine, theirs) => {
      const kept = merge(base, mine, theirs).merged.explanations;
      for (const { row, field, rule, value, text } of [...mine.explanations, ...theirs.explanations]) {
        expect(
          kept.some(
            (e) =>
              e.row === row && e.field === field && e.rule === rule && e.value === value && e.text.includes(text),
          ),
        ).toBe(true);
      }
    }),
  );
});
