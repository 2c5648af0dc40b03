/*
 * What a cell says, as columns of the check sheet: each formula is elementwise, spills over the height of the columns
 * it reads, and comes to what `instrument/interpret.ts` reads from the same cells. The domain is that of
 * `kinds/rule-kind.ts`; in LibreOffice truth values are the numbers 1 and 0 besides.
 */

/**
 * The number in each cell, "" where there is none: see `instrument/number.ts`. `text` is the column in the text normal
 * form, `raw` the entries themselves. A text counts when nothing but digits, one point and a minus before them is left
 * of it; a nought goes before the digits because the workbench's engine does not read ".5".
 */
export const numberFormula = (text: string, raw: string): string => {
  const minus = `(LEFT(${text},1)="-")`;
  const digits = `MID(${text},1+${minus},16)`;
  const nothingElse = `(LEN(SUBSTITUTE(${withoutDigits(digits)},".","",1))=0)`;
  const anyDigit = `(LEN(SUBSTITUTE(SUBSTITUTE(${text},"-",""),".",""))>0)`;
  const number = `(1-2*${minus})*NUMBERVALUE("0"&${digits},".",",")`;
  return `=IF(ISNUMBER(${raw}),${raw},IF((LEN(${text})<=16)*${nothingElse}*${anyDigit}>0,${number},""))`;
};

/**
 * Each text with a British day turned round, 14/11/2008 to 2008-11-14, anything else as it is: what `dayFormula` reads, a
 * column of its own since it is read many times.
 */
export const dayTextFormula = (text: string): string => {
  // 1 where the day has one digit; the month has as many as are left between the slashes. No part of it may be an
  // error in any line: LibreOffice then loses other lines, so counts that would be negative are made positive.
  const short = `(MID(${text},2,1)="/")`;
  const monthDigits = `ABS(LEN(${text})-8+${short})`;
  const slashes = `(MID(${text},3-${short},1)="/")*(MID(${text},ABS(LEN(${text})-5)+1,1)="/")`;
  const british = `(LEN(${text})>7)*(${monthDigits}>0)*(${monthDigits}<3)*${slashes}>0`;
  const month = `RIGHT("0"&MID(${text},4-${short},${monthDigits}),2)`;
  const day = `RIGHT("0"&LEFT(${text},2-${short}),2)`;
  return `=IF(${british},RIGHT(${text},4)&"-"&${month}&"-"&${day},${text})`;
};

/**
 * The serial number of the day in each cell, "" where there is none: see `instrument/day.ts`. A day that is not in the
 * calendar is known by the day of the month that DATE makes of it.
 */
export const dayFormula = (dayText: string, raw: string): string => {
  const [year, month, day] = [`LEFT(${dayText},4)`, `MID(${dayText},6,2)`, `RIGHT(${dayText},2)`];
  const date = `DATE(${year},${month},${day})`;
  const shape = `(${withoutDigits(dayText)}="--")*(LEN(${dayText})=10)*(MID(${dayText},5,1)="-")*(MID(${dayText},8,1)="-")`;
  const real = `(${year}*1>1899)*(ABS(${month}-6.5)<6)*(${date}>60)*(DAY(${date})=${day}*1)`;
  const typed = `IF((${raw}>=61)*(${raw}<2958466)>0,INT(${raw}),"")`;
  return `=IF(ISNUMBER(${raw}),${typed},IFERROR(IF(${shape}*${real}>0,${date},""),""))`;
};

/**
 * The parts of cells in which several choices may stand, see `instrument/parts.ts`: lower case, each between
 * semicolons of its own (`;art;;pe;`), so that looking for `;art;` finds whole parts only.
 */
export const partsFormula = (text: string): string => {
  const semicolons = ['","', 'CHAR(13)', 'CHAR(10)'].reduce(
    (so, sign) => `SUBSTITUTE(${so},${sign},";")`,
    `LOWER(${text})`,
  );
  return `=";"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${semicolons},"; ",";")," ;",";"),";",";;")&";"`;
};

/**
 * Which of `choices` choices were made in each cell: a rectangle of 1 and 0, a column for each choice by its place.
 * `parts` is the column of `partsFormula`, `spellings` and `places` the field's list of folded spellings. FIND, unlike
 * SEARCH, reads no sign as a pattern.
 */
export const madeFormula = (parts: string, spellings: string, places: string, choices: number): string => {
  const found = `ISNUMBER(FIND(${betweenSigns(spellings)},${parts}))*1`;
  const byPlace = `(${places}={${Array.from({ length: choices }, (_, at) => at + 1).join(',')}})*1`;
  return `=(MMULT(${found},${byPlace})>0)*1`;
};

/**
 * 1 where something is named and every part of it is a spelling, else 0: the spellings found, each as often as it stands
 * there, make up all that stands between the signs.
 */
export const understoodFormula = (parts: string, spellings: string): string => {
  const long = `LEN(TRANSPOSE(${spellings}))`;
  const times = `(LEN(${parts})-LEN(SUBSTITUTE(${parts},${betweenSigns(spellings)},"")))/(2+${long})`;
  const characters = `LEN(SUBSTITUTE(${parts},";",""))`;
  return `=(${characters}>0)*(MMULT(${times}*${long},LEN(${spellings})^0)=${characters})`;
};

const betweenSigns = (spellings: string): string => `TRANSPOSE(";"&${spellings}&";")`;

const withoutDigits = (text: string): string =>
  Array.from({ length: 10 }, (_, digit) => digit).reduce((so, digit) => `SUBSTITUTE(${so},${digit},"")`, text);
