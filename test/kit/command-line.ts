import { join } from 'node:path';

/** What Node is given to run the command line as it stands in `src`: `prepare-jest.cjs` puts it together before any test. */
export const commandLine: readonly string[] = [join(__dirname, '../../artefacts/command-line/main.mjs')];
