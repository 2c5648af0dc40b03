import type { SheetDamage } from '#core/rules/issue.ts';
import { damageWords } from '#taskpane/messages/damage-words.ts';
import { gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';

const everyDamage: Record<SheetDamage['kind'], SheetDamage> = {
  'code-unreadable': { kind: 'code-unreadable', found: 'E/99900' },
  'header-missing': { kind: 'header-missing' },
  'column-missing': { kind: 'column-missing', field: 'seen', label: 'Seen' },
  'row-missing': { kind: 'row-missing', row: 'N2' },
  'row-twice': { kind: 'row-twice', row: 'N2', at: 11 },
  'row-without-number': { kind: 'row-without-number', at: 11 },
  'row-unknown': { kind: 'row-unknown', key: 'X9', at: 11 },
};

describe('words for a damaged sheet', () => {
  test.each(Object.entries(everyDamage))('%s says what is wrong and how to mend it', (_kind, damage) => {
    const { title, todo } = damageWords(damage, gardens);
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
  });

  test('rows are called as the instrument calls them, and counted as Excel counts them', () => {
    expect(damageWords(everyDamage['row-twice'], gardens)).toEqual({
      title: 'Bed N2 stands in the sheet twice.',
      todo: 'Only the first one counts. Copy what you need from row 12 to the first one, then delete row 12.',
    });
  });

  test('in an open table a row goes by its number', () => {
    expect(damageWords(everyDamage['row-unknown'], orchard).title).toBe('Row 12 has “X9” where its number belongs.');
  });

  test('a filled row without a code is told apart from one with a wrong code', () => {
    expect(damageWords({ kind: 'row-unknown', key: '', at: 4 }, gardens).title).toBe(
      'Row 5 has answers but no code.',
    );
    expect(damageWords(everyDamage['row-unknown'], gardens).title).toBe(
      'Row 12 has the code “X9”, which is no bed of this return.',
    );
  });
});
