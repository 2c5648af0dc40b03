// `node --import ./test/kit/run-typescript.mjs --import ./test/bench/load-univer.mjs file.ts`: the grid's packages have
// modules that Node cannot load; their CommonJS form it can. Each import of one becomes a module that requires it.
import { createRequire, register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const ours = 'univer:';

if (isMainThread) register(import.meta.url);

/** Node's resolver hook: a package of the grid gets an address of ours. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('@univerjs/')) return { url: ours + specifier, shortCircuit: true };
  return next(specifier, context);
}

/** Node's loader hook: such an address is a module with what the package exports. */
export async function load(url, context, next) {
  if (!url.startsWith(ours)) return next(url, context);
  const name = url.slice(ours.length);
  const names = Object.keys(require(name)).filter((one) => one !== 'default');
  const source = `import { createRequire } from 'node:module';
const all = createRequire(${JSON.stringify(import.meta.url)})(${JSON.stringify(name)});
export const { ${names.join(', ')} } = all;`;
  return { format: 'module', source, shortCircuit: true };
}
