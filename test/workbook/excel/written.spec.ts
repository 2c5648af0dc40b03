import { isTooLong, needsGeneral } from '#workbook/cell-content.ts';
import { written } from '#workbook/excel/written.ts';

describe('what Excel is given so that a cell holds exactly the text', () => {
  test.each(['=1+1', '+44 20', '-', '007', '1-2', '12.5%', 'TRUE', '#N/A', '5 May', '@here', 'May', ' x y'])(
    '"%s" is guarded, because Excel might read it as something else',
    (text) => {
      expect(written(text, '', false)).toBe(`'${text}`);
    },
  );

  test('words are written as they are', () => {
    expect(written('Visits to employers, every term', '', false)).toBe('Visits to employers, every term');
  });

  test('an apostrophe of the text itself is doubled, in every cell', () => {
    expect(written("'tis", '', false)).toBe("''tis");
    expect(written("'tis", '', true)).toBe("''tis");
  });

  test('in a cell formatted as text nothing else needs guarding', () => {
    expect(written('=1+1', '', true)).toBe('=1+1');
  });
});

test('blank is an empty text, or nothing at all where nothing stands', () => {
  expect(written(null, '', false)).toBe('');
  expect(written('', null, false)).toBeNull();
});

test('numbers and truth values are written as such and need a cell that is not text', () => {
  expect(written(7, '', false)).toBe(7);
  expect(written(false, '', false)).toBe(false);
  expect([7, false, { formula: '=1' }, 'x', null].map(needsGeneral)).toEqual([true, true, true, false, false]);
});

test('a number that is not finite is our mistake: Excel would leave the cell as it was', () => {
  expect(() => written(Number.NaN, '', false)).toThrow(/finite/);
});

test('32,767 characters fit into a cell, one more does not', () => {
  expect(isTooLong('x'.repeat(32_767))).toBe(false);
  expect(isTooLong('x'.repeat(32_768))).toBe(true);
});
