// `node bare-read.mjs file.xlsx …`: reads the first sheet of each workbook, row by row, and does nothing with it.
import { readFile } from 'node:fs/promises';
import { streamXlsxRows } from 'hucre/xlsx';

let cells = 0;
for (const file of process.argv.slice(2)) {
  for await (const row of streamXlsxRows(await readFile(file))) cells += row.values.length;
}
console.log(cells);
