/**
 * Functions that are younger than the format of files (2007). In a file they carry a mark before their names; without
 * it Excel and LibreOffice read a name that they do not know, `#NAME?`.
 */
const younger = new Set(
  [
    'AGGREGATE ARABIC BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE COMBINA CONCAT',
    'CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S DAYS DECIMAL ENCODEURL FLOOR.MATH FLOOR.PRECISE FORMULATEXT',
    'IFNA IFS ISFORMULA ISOWEEKNUM LET MAXIFS MINIFS MODE.MULT MODE.SNGL NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST',
    'NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA QUARTILE.EXC',
    'QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH T.DIST TEXTJOIN UNICHAR',
    'UNICODE UNIQUE VAR.P VAR.S WORKDAY.INTL XLOOKUP XMATCH XOR',
  ]
    .join(' ')
    .split(' '),
);
const youngest = new Set(['FILTER', 'SORT']);

/** A formula as a file keeps it: without its `=`, younger functions marked. Texts and names of sheets stay as they are. */
export const asFileFormula = (formula: string): string =>
  formula.replace(/^=/, '').replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])[A-Z][A-Z0-9.]*(?=\()/g, (found) => {
    if (younger.has(found)) return `_xlfn.${found}`;
    return youngest.has(found) ? `_xlfn._xlws.${found}` : found;
  });
