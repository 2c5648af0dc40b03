import type { IFormulaRuntimeService } from '@univerjs/engine-formula';
import {
  ErrorValueObject,
  ErrorType,
  LexerNode,
  RangeReferenceObject,
  type AstTreeBuilder,
  type BaseReferenceObject,
  type FunctionVariantType,
  type Interpreter,
  type Lexer,
} from '@univerjs/engine-formula';
import type { Written } from './kept-formula.ts';
import { planFormula, type FormulaPlan } from './formula-plan.ts';
import type { SheetValues } from './sheet-values.ts';
import { isKind, type Syntax } from './syntax.ts';

interface Parts {
  readonly unit: string;
  readonly values: SheetValues;
  readonly lexer: Lexer;
  readonly parser: AstTreeBuilder;
  readonly interpreter: Interpreter;
  readonly runtime: IFormulaRuntimeService;
}

/** Values of parts that are the same for all lines of a result. */
export type Still = Map<Syntax, FunctionVariantType>;

/** Lines of a result, counted from 0, ends included. */
export type Band = readonly [number, number];

/** Parses, plans and executes single formulas with the engine's parser and functions. */
export class FormulaRunner {
  readonly #parts: Parts;
  readonly #parsed = new Map<string, Syntax | undefined>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Names and tables have another meaning now. */
  forgetParsed(): void {
    this.#parsed.clear();
  }

  /** What the formula reads; `undefined` where it cannot be parsed. */
  plan(written: Written): FormulaPlan | undefined {
    const root = this.#parse(written.text);
    if (!root) return undefined;
    this.#standAt(written);
    const { values, interpreter } = this.#parts;
    const refer = (node: Syntax): FunctionVariantType | null | undefined => {
      const nodeData = { node, refOffsetX: written.x, refOffsetY: written.y };
      const value = interpreter.execute(nodeData);
      node.resetCalculationState();
      return value;
    };
    const plan = values.asLongAsCanBe(() => planFormula(root, refer));
    for (const { sheet, span } of [...plan.lineReads, ...plan.wholeReads]) values.reach(sheet, span.endRow + 1);
    return plan;
  }

  /**
   * The formula's value where it stands; of one that goes line by line, of some lines only. What is the same for all
   * lines is put into `still`, and taken from there.
   */
  async run(
    written: Written,
    plan: FormulaPlan,
    band?: Band,
    still: Still = new Map(),
  ): Promise<FunctionVariantType> {
    const { values, interpreter } = this.#parts;
    values.handOver(band ? plan.wholeReads : [...plan.lineReads, ...plan.wholeReads]);
    this.#standAt(written);
    try {
      const nodeData = { node: plan.root, refOffsetX: written.x, refOffsetY: written.y };
      if (band) this.#runLines(plan.root, written, plan, band, still);
      else if (interpreter.checkAsyncNode(plan.root)) return await interpreter.executeAsync(nodeData);
      else return interpreter.execute(nodeData);
      return plan.root.getValue() ?? ErrorValueObject.create(ErrorType.VALUE);
    } finally {
      plan.root.resetCalculationState();
    }
  }

  /** The value for one cell at once, for what is asked while drawing. */
  value(written: Written, plan: FormulaPlan): FunctionVariantType {
    this.#parts.values.handOver([]);
    this.#standAt(written);
    const value = this.#parts.interpreter.execute({ node: plan.root, refOffsetX: written.x, refOffsetY: written.y });
    plan.root.resetCalculationState();
    return value;
  }

  #runLines(node: Syntax, written: Written, plan: FormulaPlan, band: Band, still: Still): void {
    const known = still.get(node);
    if (known) return node.setValue(known);
    for (const child of node.getChildren()) this.#runLines(child, written, plan, band, still);
    if (isKind(node, 'reference')) (node as unknown as Moved).setRefOffset(written.x, written.y);
    node.execute();
    const value = node.getValue();
    if (!value) return;
    if (plan.lines?.nodes.has(node) && value.isReferenceObject()) {
      node.setValue(linesOf(value as BaseReferenceObject, band));
    } else if (plan.lines?.still.has(node)) still.set(node, value);
  }

  #standAt({ sheet, row, column }: Written): void {
    const { runtime, values, unit } = this.#parts;
    runtime.setCurrent(row, column, values.rows(sheet), Infinity, sheet, unit);
  }

  #parse(text: string): Syntax | undefined {
    if (!this.#parsed.has(text)) {
      const tokens = this.#parts.lexer.treeBuilder(text);
      const root = tokens instanceof LexerNode ? this.#parts.parser.parse(tokens) : null;
      this.#parsed.set(text, root ?? undefined);
    }
    return this.#parsed.get(text);
  }
}

interface Moved {
  setRefOffset(x: number, y: number): void;
}

/** Some lines of a range. */
function linesOf(whole: BaseReferenceObject, [from, to]: Band): BaseReferenceObject {
  const { startRow, startColumn, endColumn } = whole.getRangePosition();
  const range = { startRow: startRow + from, endRow: startRow + to, startColumn, endColumn };
  const part = new RangeReferenceObject(range, whole.getSheetId(), whole.getUnitId());
  part.setUnitData(whole.getUnitData());
  part.setUnitStylesData(whole.getUnitStylesData());
  return part;
}
