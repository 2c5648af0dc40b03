import type { Area, Cell } from '#core/cell.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { createModel } from '#workbench/engine/univer-model.ts';
import type { Model, ModelWrite } from '#workbench/engine/model.ts';

/** Plans whose formulas are calculated by the workbench's engine. */
export interface CalculatedPlans {
  readonly model: Model;
  /** Values on the sheet of a name, after everything has settled. */
  values(sheet: string, area: Area): Promise<readonly (readonly Cell[])[]>;
  value(sheet: string, row: number, column: number): Promise<Cell>;
  /** Types values into cells; text stays text. */
  type(sheet: string, row: number, column: number, cells: readonly (readonly Cell[])[]): void;
  id(sheet: string): string;
  close(): void;
}

/** Writes the cells and formulas of plans into a new workbook, all sheets first. Looks are left out. */
export const calculatePlans = async (plans: readonly SheetPlan[]): Promise<CalculatedPlans> => {
  const model = createModel();
  const ids = new Map(plans.map(({ name }) => [name, model.sheets.add(name)]));
  const id = (sheet: string): string => {
    const found = ids.get(sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    return found;
  };
  for (const { name, blocks } of plans)
    for (const { area, content, asText } of blocks) {
      if (asText) model.cells.setFormat(id(name), area, '@');
      model.cells.write(
        id(name),
        area,
        content.map((line) =>
          line.map((cell): ModelWrite => {
            if (cell === null) return undefined;
            return typeof cell === 'object' ? cell : { value: cell };
          }),
        ),
      );
    }
  await model.settled();
  const values: CalculatedPlans['values'] = async (sheet, area) => {
    await model.settled();
    return model.cells.read(id(sheet), area).map((line) => line.map(({ value }) => value));
  };
  return {
    model,
    id,
    values,
    value: async (sheet, row, column) => (await values(sheet, { row, column, rows: 1, columns: 1 }))[0]?.[0] ?? null,
    type: (sheet, row, column, cells) =>
      model.cells.write(
        id(sheet),
        { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 },
        cells.map((line) => line.map((value) => ({ value }))),
      ),
    close: () => model.dispose(),
  };
};
