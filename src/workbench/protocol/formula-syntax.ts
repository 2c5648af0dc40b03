type Token = 'operand' | 'name' | 'prefix' | 'infix' | 'percent' | 'open' | 'close' | 'comma' | 'space';

const shapes: readonly [Token, RegExp][] = [
  ['space', /\s+/y],
  ['operand', /"(?:[^"]|"")*"/y],
  ['operand', /#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/iy],
  ['operand', /\{[^{}]*\}/y],
  ['operand', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])/iy],
  [
    'name',
    /(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?[$\p{L}_\\][$\p{L}\p{N}_.\\?]*(?:\[(?:[^[\]]|\[[^[\]]*\])*\])?#?/uy,
  ],
  ['infix', /<>|<=|>=|[=<>*/^&:]/y],
  ['prefix', /[-+@]/y],
  ['percent', /%/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
];

/**
 * Whether text (with its `=`) has the shape of a formula: Excel refuses to store one that has not (rule 14). Unknown
 * names are no matter of shape; they give `#NAME?`.
 */
export function isFormula(text: string): boolean {
  const tokens = tokensOf(text.slice(1));
  if (!tokens || tokens.length === 0) return false;
  let wantsOperand = true;
  let depth = 0;
  let before: Token | undefined;
  for (const token of tokens) {
    if (token === 'space') continue;
    if (token === 'open') {
      if (!wantsOperand && before !== 'name') return false;
      depth++;
      wantsOperand = true;
    } else if (token === 'close') {
      // Empty brackets and a last empty argument belong to function calls.
      if (depth-- === 0 || (wantsOperand && before !== 'open' && before !== 'comma')) return false;
      wantsOperand = false;
    } else if (token === 'comma') {
      if (depth === 0 || (wantsOperand && before !== 'open' && before !== 'comma')) return false;
      wantsOperand = true;
    } else if (token === 'prefix') {
      wantsOperand = true;
    } else if (token === 'infix') {
      if (wantsOperand) return false;
      wantsOperand = true;
    } else if (token === 'percent') {
      if (wantsOperand) return false;
    } else {
      // Two names side by side are an intersection; two values are a mistake.
      if (!wantsOperand && !(token === 'name' && (before === 'name' || before === 'close'))) return false;
      wantsOperand = false;
    }
    before = token;
  }
  return depth === 0 && !wantsOperand;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = shapes.find(([, shape]) => {
      shape.lastIndex = at;
      return shape.test(text);
    });
    if (!found) return undefined;
    tokens.push(found[0]);
    at = found[1].lastIndex;
  }
  return tokens;
}
