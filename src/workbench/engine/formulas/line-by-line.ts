import { heightOf, widthOf, type Span } from './span.ts';
import { isKind, nameOf, type Syntax } from './syntax.ts';

/** Functions that answer for each line from that line alone, whatever the argument. */
const eachLine = new Set(
  (
    'IF IFERROR IFNA NOT LEN TRIM SUBSTITUTE ISNUMBER ISTEXT ISNA ISERR ISERROR ISBLANK ISLOGICAL EXACT UPPER LOWER ' +
    'LEFT RIGHT MID FIND SEARCH VALUE NUMBERVALUE CHOOSE INT ROUND ROUNDUP ROUNDDOWN ABS MOD SIGN DATE EDATE EOMONTH YEAR MONTH DAY TEXT REPT UNICHAR ' +
    'UNICODE CHAR CODE CLEAN ROW'
  ).split(' '),
);

/** Functions that answer for each line, but look at some arguments as a whole. */
const looksUp: Readonly<Record<string, (argument: number) => boolean>> = {
  MATCH: (argument) => argument === 0,
  MMULT: (argument) => argument === 0,
  COUNTIF: (argument) => argument === 1,
  COUNTIFS: (argument) => argument % 2 === 1,
  SUMIF: (argument) => argument === 1,
};

/** Functions that answer with one value, whatever they look at. */
const oneValue = new Set('SUM COUNT COUNTA MAX MIN ROWS COLUMNS SUMPRODUCT AVERAGE AND OR'.split(' '));

type Way = 'line' | 'fixed';

/** The ranges that go down with the lines of a formula's result. */
export interface Lines {
  readonly nodes: ReadonlySet<Syntax>;
  readonly height: number;
  /** Parts that are the same for all lines: worked out once where a result is calculated some lines at a time. */
  readonly still: ReadonlySet<Syntax>;
}

/**
 * Whether a formula's nth line is worked out of the nth lines of its ranges, and of others only as a whole. Then a
 * change in some lines changes no others. `spanAt` is the range that a part refers to, if it does. Nothing where the
 * formula does not go line by line, or where that cannot be told.
 */
export function linesOf(root: Syntax, spanAt: (node: Syntax) => Span | undefined): Lines | undefined {
  const nodes = new Set<Syntax>();
  let height = 0;

  const way = (node: Syntax): Way | undefined => {
    const span = spanAt(node);
    if (span) return rangeWay(node, span);
    if (isKind(node, 'value')) return /^\s*\{.*;/s.test(node.getToken()) ? undefined : 'fixed';
    const children = node.getChildren();
    if (isKind(node, 'function')) return functionWay(node, children);
    if (isKind(node, 'root') || isKind(node, 'operator') || isKind(node, 'prefix'))
      return together(children.map(way));
    return undefined;
  };

  const rangeWay = (node: Syntax, span: Span): Way | undefined => {
    if (heightOf(span) === 1) return 'fixed';
    if (widthOf(span) !== 1 || !Number.isFinite(span.endRow)) return undefined;
    if (height !== 0 && height !== heightOf(span)) return undefined;
    height = heightOf(span);
    nodes.add(node);
    return 'line';
  };

  const functionWay = (node: Syntax, children: readonly Syntax[]): Way | undefined => {
    const name = nameOf(node);
    // ROW() alone asks where the formula stands.
    if (name === 'ROW' && children.length === 0) return 'fixed';
    if (eachLine.has(name)) return together(children.map(way));
    const isLine = looksUp[name];
    if (isLine) return together(children.map((child, at) => (isLine(at) ? way(child) : 'fixed')));
    if (name === 'TRANSPOSE') return isColumn(children[0], spanAt) ? 'fixed' : undefined;
    return oneValue.has(name) ? 'fixed' : undefined;
  };

  return way(root) === 'line' && height > 2 ? { nodes, height, still: stillParts(root, nodes) } : undefined;
}

/** The largest parts that are worked out of no line. */
function stillParts(root: Syntax, lines: ReadonlySet<Syntax>): ReadonlySet<Syntax> {
  const still = new Set<Syntax>();
  const hasLines = (node: Syntax): boolean => {
    if (lines.has(node)) return true;
    const children = node.getChildren();
    const are = children.map(hasLines);
    if (are.includes(true)) {
      children.forEach((child, at) => are[at] !== true && isWorkedOut(child) && still.add(child));
    }
    return are.includes(true);
  };
  hasLines(root);
  return still;
}

const isWorkedOut = (node: Syntax): boolean => isKind(node, 'function') || isKind(node, 'operator');

/** What a column becomes when it is laid down as a row stands beside every line alike. */
const isColumn = (node: Syntax | undefined, spanAt: (node: Syntax) => Span | undefined): boolean => {
  const span = node && spanAt(node);
  return span !== undefined && widthOf(span) === 1;
};

const together = (ways: readonly (Way | undefined)[]): Way | undefined => {
  if (ways.includes(undefined)) return undefined;
  return ways.includes('line') ? 'line' : 'fixed';
};
