// Before jest starts: the grid's drawing part takes three expressions from cjk-regex, which works them out of a thousand
// files of tables. Every test file would load those anew, for nothing without a screen; here they are worked out once.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Where `moduleNameMapper` in package.json finds them. */
const target = join(__dirname, '../../node_modules/.cache/jest/cjk-regex.cjs');

module.exports = async () => {
  const made = await import('cjk-regex');
  const lines = ['letters', 'punctuations', 'all'].map((name) => {
    const { source, flags } = made[name]().toRegExp();
    const expression = `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`;
    return `exports.${name} = () => ({ toRegExp: () => ${expression} });\n`;
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, lines.join(''));
};
