import { headlessUniver } from '#workbench/engine/univer-app.ts';
import { createModel } from '#workbench/engine/univer-model.ts';
import type { Figure } from './figure.ts';

const rows = 5000;
const names = ['COUNTIFS', 'SUMIFS', 'AVERAGEIFS', 'MAXIFS'];

/** 300 formulas with two criteria over 5,000 rows: ours against the engine's own, in the same run. */
export const criteriaFunctions = async (): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const name of names) {
    const [ours, stock] = [await calculated(name, true), await calculated(name, false)];
    figures.push({ what: `300 × ${name} over 5,000 rows`, value: ours, unit: 'ms' });
    figures.push({ what: `300 × ${name}: the engine's own time over ours`, value: stock / ours, unit: 'times' });
  }
  return figures;
};

async function calculated(name: string, ours: boolean): Promise<number> {
  const model = createModel(ours ? {} : { univer: headlessUniver([]) });
  const sheet = model.sheets.active();
  model.cells.write(
    sheet,
    { row: 0, column: 0, rows, columns: 3 },
    Array.from({ length: rows }, (_, row) => [
      { value: `Meadow ${'abcdefg'[row % 7] ?? ''}` },
      { value: row % 11 },
      { value: row % 97 },
    ]),
  );
  await model.settled();
  const numbers = name === 'COUNTIFS' ? '' : 'C$1:C$5000,';
  const formulas = Array.from({ length: 300 }, (_, at) => [
    { formula: `=${name}(${numbers}A$1:A$5000,"Meadow ${'abcdefg'[at % 7] ?? ''}",B$1:B$5000,${at % 11})` },
  ]);
  const started = performance.now();
  model.cells.write(sheet, { row: 0, column: 9, rows: 300, columns: 1 }, formulas);
  await model.settled();
  const taken = performance.now() - started;
  model.dispose();
  return taken;
}
