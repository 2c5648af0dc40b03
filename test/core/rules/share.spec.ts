import type { Cell } from '#core/cell.ts';
import { checkContent } from '#core/rules/check.ts';
import { clubRooms } from '../../kit/club-instruments.ts';
import { gardenRound } from '../../kit/garden-instrument.ts';

test.each<[string, Cell, Cell, boolean]>([
  ['just the least', 3, 7, false],
  ['less than the least', 2, 8, true],
  ['just the most, in decimals', 0.7, '0.3', false],
  ['more than the most', 8, 2, true],
  ['a blank cell of the whole counts nothing', 8, null, true],
  ['the part is blank', null, 8, false],
  ['the whole is 0', 0, 0, false],
  ['the whole is less than 0', 1, -5, false],
  ['a needed cell holds no number', 8, 'two', false],
])('A share from 0.3 to 0.7 of the whole: %s', (_, girls, boys, found) => {
  const rows = [{ key: 'R1', values: { girls, boys } }];
  const rules = clubRooms.rules.filter(({ kind }) => kind === 'share');
  expect(checkContent({ ...clubRooms, rules }, gardenRound, { rows })).toHaveLength(found ? 1 : 0);
});
