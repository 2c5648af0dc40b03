import { FormulaDataModel } from '@univerjs/engine-formula';

/**
 * The engine's record of formulas, which after each write looks through every cell of every sheet although it asks for
 * those of one: here it looks through that one.
 */
export class FormulasOfSheet extends FormulaDataModel {
  #written: { readonly unit: string; readonly sheet: string } | undefined;

  override updateFormulaData(
    ...[unit, sheet, cells]: Parameters<FormulaDataModel['updateFormulaData']>
  ): ReturnType<FormulaDataModel['updateFormulaData']> {
    this.#written = { unit, sheet };
    try {
      return super.updateFormulaData(unit, sheet, cells);
    } finally {
      this.#written = undefined;
    }
  }

  override getFormulaData(): ReturnType<FormulaDataModel['getFormulaData']> {
    if (!this.#written) return super.getFormulaData();
    const { unit, sheet } = this.#written;
    return { [unit]: { [sheet]: this.getSheetFormulaData(unit, sheet) } };
  }
}
