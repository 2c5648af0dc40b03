import { join } from 'node:path';

/**
 * What Node is given to run the command line as it stands in `src`: `prepare-jest.cjs` puts it together before any test. Tests
 * and benches are started in the project's folder.
 */
export const commandLine: readonly string[] = [join(process.cwd(), 'artefacts/command-line/main.mjs')];
