import {
  ICommandService,
  IConfigService,
  IUniverInstanceService,
  requestImmediateMacroTask,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import {
  AstTreeBuilder,
  CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  FormulaDataModel,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  Interpreter,
  IOtherFormulaManagerService,
  Lexer,
  type IFormulaDatasetConfig,
} from '@univerjs/engine-formula';
import { SetWorksheetRowCountMutation } from '@univerjs/sheets';
import type { Run } from './parts.ts';
import { Recalculation } from './recalculation.ts';
import type { Place } from './span.ts';

/** How long formulas are calculated before the page may do something else, in milliseconds. */
const slice = 16;

/** Ended when it has come: what is not ended keeps its channel for ever. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const end = requestImmediateMacroTask(() => {
      end();
      resolve();
    });
  });

/**
 * Calculates what has to be calculated, and nothing else. The engine's own way calculates, after each edit, every
 * formula that reads anything changed, and all that read those, twice where results spill, in long tasks. Here
 * - a formula whose result is the old one wakes no other;
 * - of a formula that goes line by line only the lines that changed are calculated;
 * - formulas are kept, with what they read, from one calculation to the next;
 * - the page breathes between formulas.
 * Parser and functions are the engine's.
 */
export class SparingCalculation extends CalculateFormulaService {
  readonly #injector: Injector;
  #kept: Recalculation | undefined;
  readonly #listeners = new Set<(changed: readonly Place[]) => void>();
  /** Told each time a formula is calculated: for tests and measurements. */
  onRun: ((run: Run) => void) | undefined;

  constructor(injector: Injector) {
    super(
      injector.get(IConfigService),
      injector.get(Lexer),
      injector.get(IFormulaCurrentConfigService),
      injector.get(IFormulaRuntimeService),
      injector.get(IFormulaDependencyGenerator),
      injector.get(Interpreter),
      injector.get(AstTreeBuilder),
    );
    this.#injector = injector;
  }

  /** Told which cells changed, typed and calculated ones, after each calculation. */
  onChanged(listener: (changed: readonly Place[]) => void): void {
    this.#listeners.add(listener);
  }

  override async execute(config: IFormulaDatasetConfig): Promise<void> {
    await this._executeLock.acquire('calculation', () => this.#calculate(config));
  }

  /** What is kept of the workbook; made when first asked for. */
  kept(): Recalculation {
    const workbook = this.#injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error('There is no workbook to calculate');
    this.#kept ??= new Recalculation({
      workbook,
      config: this._currentConfigService,
      runtime: this._runtimeService,
      lexer: this._lexer,
      parser: this._astTreeBuilder,
      interpreter: this._interpreter,
      model: this.#injector.get(FormulaDataModel),
      others: this.#injector.get(IOtherFormulaManagerService),
      ran: (run) => this.onRun?.(run),
    });
    return this.#kept;
  }

  async #calculate(config: IFormulaDatasetConfig): Promise<void> {
    const kept = this.kept();
    this._currentConfigService.load({ ...config, arrayFormulaCellData: {}, arrayFormulaRange: {} });
    this._runtimeService.reset();
    kept.begin(config);
    let started = performance.now();
    while (await kept.step()) {
      if (performance.now() - started < slice) continue;
      await nextTask();
      started = performance.now();
    }
    const { unitData, unitOtherData, changed, short } = kept.end();
    for (const [subUnitId, rowCount] of short) {
      const params = { unitId: kept.unit, subUnitId, rowCount };
      this.#injector
        .get(ICommandService)
        .syncExecuteCommand(SetWorksheetRowCountMutation.id, params, { onlyLocal: true });
    }
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    CELL_INVERTED_INDEX_CACHE.clear();
    this._runtimeService.markedAsSuccessfullyExecuted();
    const { arrayFormulaRange: _, arrayFormulaEmbedded: __, ...data } = this._runtimeService.getAllRuntimeData();
    // Without the engine's own record of arrays: what spilled stands in its place already.
    this._executionCompleteListener$.next({ ...data, unitData, unitOtherData } as unknown as typeof data & {
      arrayFormulaRange: never;
      arrayFormulaEmbedded: never;
    });
    this._runtimeService.reset();
    for (const listener of this.#listeners) listener(changed);
  }
}
