import { Disposable, type ICommandInfo } from '@univerjs/core';
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  RegisterOtherFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  type FormulaExecutedStateType,
  type IFormulaDirtyData,
} from '@univerjs/engine-formula';
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
} from '@univerjs/sheets';
import { TriggerCalculationController } from '@univerjs/sheets-formula';
import type { Book } from './book.ts';

/** How long typing may rest before the sheet is calculated, in milliseconds. */
const pause = 30;
const patience = 30_000;

export interface Calculation {
  /** Resolves when all formulas that earlier writes touched have their values; rejects after 30 seconds. */
  settled(): Promise<void>;
  /** Asks for every formula to be calculated anew. */
  recalculateAll(): void;
  dispose(): void;
}

/**
 * Decides when formulas are calculated. The engine's own trigger waits 100 ms after each edit, and loses an edit made
 * while an array is being calculated: it is retired here. Ours calculates one batch of edits after the other, never
 * two at once, and at once when somebody waits for the result.
 */
export function startCalculation(book: Book): Calculation {
  const { injector, commands } = book;
  // Its listeners go; its own `dispose` would also end its progress report, which the visible grid goes on reading.
  Disposable.prototype.dispose.call(injector.get(TriggerCalculationController));
  injector.get(RegisterOtherFormulaService).calculateStarted$.next(true);
  const dirtyOf = injector.get(IActiveDirtyManagerService);
  const formulas = injector.get(FormulaDataModel);
  let waiting: ICommandInfo[] = [];
  let all = false;
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiters: (() => void)[] = [];

  const touched = commands.onCommandExecuted((command, options) => {
    if (dirtyOf.get(command.id) && !isOnlyLook(command, options?.onlyLocal === true)) {
      waiting.push(command);
      schedule(pause);
    } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const state = (command.params as { functionsExecutedState?: FormulaExecutedStateType }).functionsExecutedState;
      // The results are written by listeners of the same turn: look again in the next one.
      if (state !== undefined && running) setTimeout(finished, 0);
    }
  });

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(start, delay);
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    if (running || (waiting.length === 0 && !all)) return;
    const dirty = mergeDirty(waiting.map((command) => dirtyOf.get(command.id)?.getDirtyData(command) ?? {}));
    if (all) dirty.forceCalculation = true;
    waiting = [];
    all = false;
    running = true;
    const params = {
      ...dirty,
      rowData: formulas.getHiddenRowsFiltered(),
      maxIteration: 1,
      isCalculateTreeModel: false,
    };
    void commands.executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  function finished(): void {
    if (!running) return;
    running = false;
    // Highlights register their formulas a turn later than they are added: give them that turn.
    if (waiting.length > 0 || all) start();
    else if (waiters.length > 0) setTimeout(() => (isIdle() ? release() : start()), 0);
  }

  const isIdle = (): boolean => !running && waiting.length === 0 && !all;

  function release(): void {
    const ready = waiters;
    waiters = [];
    for (const go of ready) go();
  }

  return {
    async settled() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (isIdle()) return;
      await new Promise<void>((resolve, reject) => {
        const bell = setTimeout(() => reject(new Error('The sheet was not calculated within 30 seconds')), patience);
        waiters.push(() => {
          clearTimeout(bell);
          resolve();
        });
        start();
      });
    },
    recalculateAll() {
      all = true;
      schedule(pause);
    },
    dispose() {
      clearTimeout(timer);
      touched.dispose();
      waiting = [];
      all = false;
      release();
    },
  };
}

/** Styles change no value; results that the calculation itself writes must not start the next one. */
function isOnlyLook(command: ICommandInfo, onlyLocal: boolean): boolean {
  if (command.id !== SetRangeValuesMutation.id) return false;
  const trigger = (command.params as { trigger?: string }).trigger;
  const looks: (string | undefined)[] = [SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id];
  return onlyLocal || (trigger !== undefined && looks.includes(trigger));
}

type Dirty = Partial<IFormulaDirtyData>;

const maps = [
  'dirtyNameMap',
  'dirtyDefinedNameMap',
  'dirtySuperTableMap',
  'dirtyUnitFeatureMap',
  'dirtyUnitOtherFormulaMap',
  'clearDependencyTreeCache',
] as const;

function mergeDirty(parts: readonly Dirty[]): IFormulaDirtyData {
  const merged: Record<string, Record<string, unknown>> = Object.fromEntries(maps.map((name) => [name, {}]));
  for (const part of parts) for (const name of maps) mergeInto(merged[name] ?? {}, part[name] ?? {});
  return {
    ...(merged as unknown as IFormulaDirtyData),
    dirtyRanges: parts.flatMap((part) => part.dirtyRanges ?? []),
    forceCalculation: parts.some((part) => part.forceCalculation === true),
  };
}

/** Maps of maps; a `true` or an id at the end wins over nothing. */
function mergeInto(target: Record<string, unknown>, source: object): void {
  for (const [key, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null) {
      const inner = (target[key] ??= {}) as Record<string, unknown>;
      mergeInto(inner, value as object);
    } else if (value !== undefined && value !== null && value !== '') target[key] = value;
  }
}
