// Before jest starts: the grid's drawing part takes three expressions from cjk-regex, which works them out of a thousand
// files of tables. Every test file would load those anew, for nothing without a screen; here they are worked out once.
// And the command line is put together into few files: tests start it some hundred times, each time as a new process.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { promisify } = require('node:util');
const webpack = require('webpack');

/** Where `moduleNameMapper` in package.json finds them. */
const target = join(__dirname, '../../node_modules/.cache/jest/cjk-regex.cjs');

/** Where `command-line.ts` finds it: as deep below the root as in the product, for it looks for its own files from there. */
const commandLine = join(__dirname, '../../artefacts/command-line');

const bundleCommandLine = async () => {
  const { default: configurations } = await import('../../webpack.config.js');
  const [node] = configurations({}, { mode: 'development', configName: ['node'] });
  const compiler = webpack({ ...node, devtool: false, output: { ...node.output, path: commandLine } });
  const stats = await promisify(compiler.run).call(compiler);
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  await promisify(compiler.close).call(compiler);
};

module.exports = async () => {
  await bundleCommandLine();
  const made = await import('cjk-regex');
  const lines = ['letters', 'punctuations', 'all'].map((name) => {
    const { source, flags } = made[name]().toRegExp();
    const expression = `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`;
    return `exports.${name} = () => ({ toRegExp: () => ${expression} });\n`;
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, lines.join(''));
};
