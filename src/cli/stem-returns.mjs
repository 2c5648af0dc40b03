#!/usr/bin/env node
// `npx stem-returns serve` and its fellows: see `npx stem-returns --help`.
import { withNewEnoughNode } from './node-version.mjs';

withNewEnoughNode(() => import('./ready.mjs').then(({ launch }) => launch(process.argv.slice(2))));
