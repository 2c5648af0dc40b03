import type { Workbook } from '@univerjs/core';
import type {
  AstTreeBuilder,
  FormulaDataModel,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  IOtherFormulaManagerService,
  Lexer,
} from '@univerjs/engine-formula';
import type { Band } from './formula-runner.ts';
import type { Written } from './kept-formula.ts';

/** A formula that is calculated, and which of its lines. */
export interface Run {
  readonly written: Written;
  readonly lines: Band | 'all';
}

/** What of the engine a recalculation works with. */
export interface Parts {
  readonly workbook: Workbook;
  readonly config: IFormulaCurrentConfigService;
  readonly runtime: IFormulaRuntimeService;
  readonly lexer: Lexer;
  readonly parser: AstTreeBuilder;
  readonly interpreter: Interpreter;
  readonly model: FormulaDataModel;
  readonly others: IOtherFormulaManagerService;
  readonly ran: (run: Run) => void;
}
