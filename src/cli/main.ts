import { failed, ok, type Result } from '#core/result.ts';
import type { Running } from '#server/main.ts';
import { help } from './help.ts';

/** What becomes of the process: it ends with a code, or runs until it is stopped. */
type Outcome = number | Running | 'runs-by-itself';

/**
 * What the command line asks for; the failure is a line for the person. Each command loads only what it needs: checking
 * starts processes that have no business with the server.
 */
const run = async (command: string | undefined, args: readonly string[]): Promise<Result<Outcome, string>> => {
  if (command === undefined || command === 'help' || command === '--help' || args.includes('--help')) {
    console.log(help);
    return ok(0);
  }
  switch (command) {
    case 'serve':
    case 'demo': {
      const [argument] = args;
      if (argument !== undefined) {
        return failed(
          `${command} takes no "${argument}", for it is set up by environment. See: stem-returns ${command} --help`,
        );
      }
      const { readSettings } = await import('#server/settings.ts');
      const settings = readSettings();
      if (!settings.ok) return settings;
      if (command === 'serve') return (await import('./serve.ts')).startServe(settings.value);
      return (await import('./demo.ts')).startDemo(settings.value);
    }
    case 'init':
      return (await import('./init.ts')).init(args);
    case 'codes':
      return (await import('./codes.ts')).codes(args);
    case 'audit':
      return (await import('./audit.ts')).audit(args);
    case 'backup':
      return (await import('./backup.ts')).backup(args);
    case 'export':
      return (await import('./export.ts')).exportData(args);
    case 'restore':
      return (await import('./restore.ts')).restore(args);
    case 'manifest':
      return (await import('./manifest.ts')).manifest(args);
    case 'check':
      return (await import('./check.ts')).check(args);
    case 'instrument':
      return (await import('./instrument.ts')).instrument(args);
    case 'workbook':
      return (await import('./workbook.ts')).workbook(args);
    case 'round':
      return (await import('./round.ts')).round(args);
    case 'purge':
      return (await import('./purge.ts')).purge(args);
    case 'sample':
      return (await import('./sample.ts')).sample(args);
    case 'import-register':
      return (await import('./import-register.ts')).importRegisterFiles(args);
    // Started by `check`; not for people, so it stands in no help.
    case 'check-child':
      (await import('./check-child.ts')).runCheckChild(args[0] === 'json' ? 'json' : 'lines', args[1]);
      return ok('runs-by-itself');
    // Started by `serve`, for what is handed in on the page.
    case 'hand-in-child':
      (await import('./hand-in/hand-in-child.ts')).runHandInChild(args[0]);
      return ok('runs-by-itself');
    default:
      return failed(`There is no command "${command}". See: stem-returns --help`);
  }
};

const outcome = await run(process.argv[2], process.argv.slice(3));
if (!outcome.ok) {
  console.error(outcome.failure);
  process.exitCode = 1;
} else if (typeof outcome.value === 'number') {
  process.exitCode = outcome.value;
} else if (outcome.value !== 'runs-by-itself') {
  const { stop } = outcome.value;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}
