import type { IUnitRange } from '@univerjs/core';
import { DependencyManagerService } from '@univerjs/engine-formula';

/** What is used of the engine's formula: its number, and the cells it reads. */
interface Formula {
  readonly treeId: number;
  readonly rangeList: readonly IUnitRange[];
}

interface Entry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly id: number;
}

interface Read {
  readonly unitId: string;
  readonly sheetId: string;
  readonly entry: Entry;
}

/**
 * The engine's record of which formula reads which cells, kept exact. The engine's own grows: each calculation enters
 * every formula once more, formulas that read whole columns or several places are never quite forgotten, and hiding a
 * row forgets half of what concerns its sheet. The search grows with it, so that typing gets slower and slower, and each
 * search complains of formulas that are no more. Here a formula is entered once, and forgotten with all that it reads.
 */
export class ExactDependencies extends DependencyManagerService {
  readonly #reads = new Map<number, readonly Read[]>();

  override addDependencyRTreeCache(formula: Formula): void {
    const reads = formula.rangeList.map((range) => readOf(formula.treeId, range));
    const before = this.#reads.get(formula.treeId);
    if (before && isSame(before, reads)) return;
    this.#forget(formula.treeId);
    for (const read of reads) {
      if (isCell(read.entry)) this._dependencyRTreeCache.insert(cellOf(read));
      else this._dependencyRTreeCache.getTree(read.unitId, read.sheetId).insert(read.entry);
    }
    this.#reads.set(formula.treeId, reads);
  }

  override removeFormulaDependency(unitId: string, sheetId: string, row: number, column: number): void {
    this.#forget(this.getFormulaDependency(unitId, sheetId, row, column));
    super.removeFormulaDependency(unitId, sheetId, row, column);
  }

  override removeOtherFormulaDependency(unitId: string, sheetId: string, formulaIds: string[]): void {
    const formulas = this._otherFormulaData.get(unitId)?.get(sheetId);
    for (const id of formulaIds) formulas?.get(id)?.forValue((_row, _column, tree) => this.#forget(tree));
    super.removeOtherFormulaDependency(unitId, sheetId, formulaIds);
  }

  override removeFeatureFormulaDependency(unitId: string, sheetId: string, featureIds: string[]): void {
    for (const id of featureIds) this.#forget(this.getFeatureFormulaDependency(unitId, sheetId, id));
    super.removeFeatureFormulaDependency(unitId, sheetId, featureIds);
  }

  override clearFormulaDependency(unitId: string, sheetId?: string): void {
    const sheets = partOf(this._formulaData.get(unitId), sheetId);
    for (const formulas of sheets) formulas.forValue((_row, _column, tree) => this.#forget(tree));
    if (sheets.length > 0) super.clearFormulaDependency(unitId, sheetId);
  }

  override clearOtherFormulaDependency(unitId: string, sheetId?: string): void {
    const sheets = partOf(this._otherFormulaData.get(unitId), sheetId);
    for (const formulas of sheets) {
      for (const trees of formulas.values()) trees.forValue((_row, _column, tree) => this.#forget(tree));
    }
    if (sheets.length > 0) super.clearOtherFormulaDependency(unitId, sheetId);
  }

  override clearFeatureFormulaDependency(unitId: string, sheetId?: string): void {
    const sheets = partOf(this._featureFormulaData.get(unitId), sheetId);
    for (const features of sheets) for (const tree of features.values()) this.#forget(tree);
    if (sheets.length > 0) super.clearFeatureFormulaDependency(unitId, sheetId);
  }

  override reset(): void {
    super.reset();
    this.#reads.clear();
  }

  /** The engine's way of forgetting a sheet also takes what formulas of other sheets read there; ours are exact. */
  protected override _removeDependencyRTreeCacheById(): void {
    // Each formula has been forgotten by itself.
  }

  #forget(tree: number | null | undefined | void): void {
    if (tree === null || tree === undefined) return;
    for (const read of this.#reads.get(tree) ?? []) {
      if (isCell(read.entry)) this._dependencyRTreeCache.remove(cellOf(read));
      else this._dependencyRTreeCache.getTree(read.unitId, read.sheetId).remove(read.entry);
    }
    this.#reads.delete(tree);
  }
}

/** One sheet's part, or all; none where the sheet has no formulas: the engine would then clear the whole workbook. */
function partOf<Part>(sheets: ReadonlyMap<string, Part> | undefined, sheetId: string | undefined): readonly Part[] {
  if (sheetId === undefined) return [...(sheets?.values() ?? [])];
  const part = sheets?.get(sheetId);
  return part === undefined ? [] : [part];
}

/** A range as the search keeps it; a whole column or row (NaN ends) has no bounds. */
function readOf(id: number, { unitId, sheetId, range }: IUnitRange): Read {
  const or = (end: number, bound: number) => (Number.isNaN(end) ? bound : end);
  const entry = {
    minX: or(range.startColumn, 0),
    minY: or(range.startRow, 0),
    maxX: or(range.endColumn, Infinity),
    maxY: or(range.endRow, Infinity),
    id,
  };
  return { unitId, sheetId, entry };
}

const isCell = (entry: Entry): boolean => entry.minX === entry.maxX && entry.minY === entry.maxY;

const cellOf = ({ unitId, sheetId, entry }: Read) => ({
  unitId,
  sheetId,
  id: entry.id,
  range: { startRow: entry.minY, endRow: entry.maxY, startColumn: entry.minX, endColumn: entry.maxX },
});

const isSame = (before: readonly Read[], after: readonly Read[]): boolean =>
  before.length === after.length &&
  before.every((one, index) => {
    const other = after[index];
    return (
      other !== undefined &&
      one.sheetId === other.sheetId &&
      one.unitId === other.unitId &&
      one.entry.minX === other.entry.minX &&
      one.entry.minY === other.entry.minY &&
      one.entry.maxX === other.entry.maxX &&
      one.entry.maxY === other.entry.maxY
    );
  });
