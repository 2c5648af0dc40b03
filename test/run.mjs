// `npm test`: installs what it needs, then runs everything. Plain JavaScript, because on a bare clone there is nothing else.
//   npm test             everything
//   npm test -- lint     one step, or several, by name
// A step is one line; what it printed is shown when it fails and kept in artefacts/. The last line counts.
import { withNewEnoughNode } from '../src/cli/node-version.mjs';

withNewEnoughNode(() => import('./run-steps.mjs').then(({ runAll }) => runAll(process.argv.slice(2))));
