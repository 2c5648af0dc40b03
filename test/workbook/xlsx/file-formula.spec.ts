import { asFileFormula } from '#workbook/xlsx/file-formula.ts';

test.each([
  ['=SUM(A1:A3)', 'SUM(A1:A3)'],
  ['=UNICHAR(160)&UNICODE("a")', '_xlfn.UNICHAR(160)&_xlfn.UNICODE("a")'],
  [
    '=IF(STDEV.S(A1:A9)>1,FILTER(A1:A9,B1:B9=1),"")',
    'IF(_xlfn.STDEV.S(A1:A9)>1,_xlfn._xlws.FILTER(A1:A9,B1:B9=1),"")',
  ],
  ['="say ""IFS(1)"""&\'IFS(2)\'!A1', '"say ""IFS(1)"""&\'IFS(2)\'!A1'],
  ['=COUNTIFS(A:A,"x")+SUMIFS(B:B,A:A,1)', 'COUNTIFS(A:A,"x")+SUMIFS(B:B,A:A,1)'],
])('%s stands in a file as %s', (formula, kept) => {
  expect(asFileFormula(formula)).toBe(kept);
});
