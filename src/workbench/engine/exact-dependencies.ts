import { DependencyManagerService } from '@univerjs/engine-formula';

/**
 * The engine's record of which formula reads which cells, made to forget whole. When rows of a sheet are hidden or moved
 * the engine forgets the sheet's formulas, but not what those read on other sheets: each later calculation then finds
 * formulas that are no more, and complains of every one of them. Here a formula is forgotten with all that it reads.
 */
export class ExactDependencies extends DependencyManagerService {
  override clearFormulaDependency(unitId: string, sheetId?: string): void {
    const sheets = this._formulaData.get(unitId);
    for (const [id, formulas] of sheets ?? []) {
      if (sheetId === undefined || sheetId === id) formulas.forValue((_row, _column, tree) => this.#forget(tree));
    }
    super.clearFormulaDependency(unitId, sheetId);
  }

  override clearOtherFormulaDependency(unitId: string, sheetId?: string): void {
    const sheets = this._otherFormulaData.get(unitId);
    for (const [id, formulas] of sheets ?? []) {
      if (sheetId !== undefined && sheetId !== id) continue;
      for (const trees of formulas.values()) trees.forValue((_row, _column, tree) => this.#forget(tree));
    }
    super.clearOtherFormulaDependency(unitId, sheetId);
  }

  #forget(tree: number): void {
    const read = [];
    for (const [unitId, sheets] of this._allTreeMap.get(tree) ?? []) {
      for (const [sheetId, range] of sheets) read.push({ unitId, sheetId, range, id: tree });
    }
    this._dependencyRTreeCache.bulkRemove(read);
  }
}
