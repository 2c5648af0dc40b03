import { SeenAnswers, type SeenRead } from '#workbench/engine/seen-answers.ts';

const cell = (startRow: number, startColumn: number) => ({
  startRow,
  endRow: startRow,
  startColumn,
  endColumn: startColumn,
});
const change = (row: number, column: number, sheet = 'Check') => [{ sheet, span: cell(row, column) }];

/** Four lines of three cells, all looked at; after the change those worked out again are told. */
const askedAgain = (reads: readonly SeenRead[], changed: ReturnType<typeof change>) => {
  const answers = new SeenAnswers(reads, 3, 2);
  const asked: string[] = [];
  const look = () => {
    for (let row = 0; row <= 3; row += 1) {
      for (let column = 0; column <= 2; column += 1) {
        answers.at(row, column, () => asked.push(`${row},${column}`) > 0);
      }
    }
  };
  look();
  asked.splice(0);
  answers.forget(changed);
  look();
  return asked;
};
const goesAlong: SeenRead = { sheet: 'Check', first: cell(10, 5), last: cell(13, 7) };

test('a cell is worked out once, however often it is looked at', () => {
  expect(askedAgain([goesAlong], [])).toEqual([]);
});
test('a change in what one cell reads has that cell worked out again, and no other', () => {
  expect(askedAgain([goesAlong], change(12, 6))).toEqual(['2,1']);
});
test('a change elsewhere, or on another sheet, changes nothing', () => {
  expect(askedAgain([goesAlong], change(14, 6))).toEqual([]);
  expect(askedAgain([goesAlong], change(12, 6, 'Lists'))).toEqual([]);
});
test('a column that all cells of a line share is read by that line', () => {
  const shared = { sheet: 'Check', first: cell(10, 5), last: cell(13, 5) };
  expect(askedAgain([shared], change(11, 5))).toEqual(['1,0', '1,1', '1,2']);
});
test('a cell that all read, or a range that grows, has everything worked out again', () => {
  const fixed = { sheet: 'Check', first: cell(0, 0), last: cell(0, 0) };
  const growing = { sheet: 'Check', first: cell(0, 0), last: { ...cell(0, 0), endRow: 3, endColumn: 2 } };
  expect(askedAgain([fixed], change(0, 0))).toHaveLength(12);
  expect(askedAgain([growing], change(2, 1))).toHaveLength(12);
});
