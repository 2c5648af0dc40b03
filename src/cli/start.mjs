// `npm start`: the demo programme, from a bare clone to one address to open.
import { withNewEnoughNode } from './node-version.mjs';

withNewEnoughNode(() => import('./ready.mjs').then(({ launch }) => launch(['demo'].concat(process.argv.slice(2)))));
