import { failed, ok, type Result } from '#core/result.ts';
import { readSettings, type Running } from '#server/main.ts';
import { check } from './check.ts';
import { runCheckChild } from './check-child.ts';
import { childCommand } from './check-files.ts';
import { startDemo } from './demo.ts';
import { help } from './help.ts';
import { startServe } from './serve.ts';

/** What becomes of the process: it ends with a code, or runs until it is stopped. */
type Outcome = number | Running | 'runs-by-itself';

/** What the command line asks for; the failure is a line for the person. */
const run = async (command: string | undefined, args: readonly string[]): Promise<Result<Outcome, string>> => {
  if (command === undefined || command === 'help' || args.includes('--help') || command === '--help') {
    console.log(help);
    return ok(0);
  }
  switch (command) {
    case 'check':
      return check(args);
    case childCommand:
      runCheckChild();
      return ok('runs-by-itself');
    case 'serve':
    case 'demo': {
      const settings = readSettings();
      return settings.ok ? await { serve: startServe, demo: startDemo }[command](settings.value) : settings;
    }
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
