import type { Cell } from '#core/cell.ts';
import { createModel } from '#workbench/engine/univer-model.ts';

/** Calculates one formula beside two columns of data in rows 5 to 14, and answers what it spills. */
async function spilled(formula: string, rows: number): Promise<Cell[]> {
  const model = createModel();
  const sheet = model.sheets.active();
  model.cells.write(
    sheet,
    { row: 4, column: 0, rows: 10, columns: 2 },
    texts.map((text, row) => [{ value: text }, { value: numbers[row] ?? null }]),
  );
  model.cells.write(sheet, { row: 4, column: 3, rows: 1, columns: 1 }, [[{ formula }]]);
  await model.settled();
  const read = model.cells
    .read(sheet, { row: 4, column: 3, rows: rows + 1, columns: 1 })
    .map((line) => line[0]?.value);
  model.dispose();
  expect(read.pop()).toBeNull(); // and no further than it should
  return read as Cell[];
}
const texts: Cell[] = ['  a  b ', '\u00a0x\u00a0', 'A', 'a', null, 5, '7', '', null, 'b*'];
const numbers: Cell[] = [3, 1, 4, 1, 5, 9, 2, 6, 5, null];
const plain = 'TRIM(SUBSTITUTE(A5:A14,UNICHAR(160)," "))';
const range = 'INDEX(A:A,5):INDEX(A:A,14)';

describe('functions that verdict formulas use work element by element in one spilled formula', () => {
  test.each<[string, Cell[]]>([
    [`=LEN(${plain})`, [3, 1, 1, 1, 0, 1, 1, 0, 0, 2]],
    [`=${plain}`, ['a b', 'x', 'A', 'a', '', '5', '7', '', '', 'b*']],
    [`=IF(LEN(${plain})=0,0,1)`, [1, 1, 1, 1, 0, 1, 1, 0, 0, 1]],
    [`=IF(LEN(TRIM(SUBSTITUTE(${range},UNICHAR(160)," ")))=0,0,2)`, [2, 2, 2, 2, 0, 2, 2, 0, 0, 2]],
    ['=ISNUMBER(A5:A14)*1', [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]],
    [`=IF(ISNUMBER(${range}),1,0)`, [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['=EXACT(A5:A14,"a")*1', [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]],
    ['=IFERROR(MATCH(A5:A14,{"a","x"},0),0)', [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]],
    ['=IF((LEN(A5:A14)>0)*(ISNA(MATCH(A5:A14,A5:A7,0))),2,0)', [0, 0, 0, 0, 0, 2, 2, 0, 0, 2]],
    ['=IF((A5:A14="a")+(B5:B14>4)>0,2,0)', [0, 0, 2, 2, 2, 2, 0, 2, 2, 0]],
    ['=MMULT((B5:B14=TRANSPOSE(B5:B14))*1,(B5:B14>-1)*1)', [1, 2, 1, 2, 2, 1, 1, 1, 2, 1]],
    [`=MMULT((${plain}=TRANSPOSE(${plain}))*1,(ROW(A5:A14)>0)*1)`, [1, 1, 2, 2, 3, 1, 1, 3, 3, 1]],
    ['=IF(B5:B14=INT(B5:B14),0,2)', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['=ROUND(B5:B14/3,1)', [1, 0.3, 1.3, 0.3, 1.7, 3, 0.7, 2, 1.7, 0]],
    ['=UPPER(LEFT(A5:A14,1))', [' ', '\u00a0', 'A', 'A', '', '5', '7', '', '', 'B']],
    ['=COUNTIFS(A5:A14,A5:A14,B5:B14,">0")', [1, 1, 2, 2, 0, 1, 1, 0, 0, 0]],
  ])('%s', async (formula, expected) => {
    expect(await spilled(formula, 10)).toEqual(expected);
  });
});

describe('functions that summaries use', () => {
  test.each<[string, Cell]>([
    [`=COUNTIFS(${range},"a")`, 2],
    ['=COUNTIF(A5:A14,"b~*")', 1],
    ['=COUNTIF(A:A,"b*")', 1],
    ['=COUNTIFS(B5:B14,">2",B5:B14,"<=5")', 4],
    ['=SUM(COUNTIFS(A5:A14,"a",B5:B14,{1,4}))', 2],
    [`=SUMPRODUCT((LEN(${plain})>0)*1)`, 7],
    ['=SUMPRODUCT(--EXACT(A5:A14,"A"))', 1],
    ['=MEDIAN(B5:B14)', 4],
    ['=MEDIAN(IF(B5:B14>2,B5:B14))', 5],
    ['=IF(COUNT(B5:B14)=0,"",AVERAGE(B5:B14))', 4],
    ['=COUNTA(A5:A7)&" of "&ROWS(A5:A14)', '3 of 10'],
    ['=STDEV.P(B5:B13)', Math.sqrt(6)],
    ['=ROWS(INDEX(A:A,5):INDEX(A:A,14))', 10],
    ['=TEXT(2/3,"0%")', '67%'],
  ])('%s is %j', async (formula, expected) => {
    expect((await spilled(formula, 1))[0]).toEqual(expected);
  });
});
