import { readSettings, type Running } from '#server/main.ts';
import { failed, type Result } from '#core/result.ts';
import { startDemo } from './demo.ts';
import { startServe } from './serve.ts';

const help = `stem-returns serve   the collection endpoint and the task pane, for a real programme
stem-returns demo    the same with an invented programme, and a spreadsheet in the browser to try it

Settings, by environment:
  PORT                port to listen on (3000)
  HOST                address to listen on (localhost: only this machine)
  STEM_DATA           data file (data/returns.db, or data/demo.db for the demo)
  STEM_ADDIN_ORIGINS  origins of add-ins served from elsewhere, parted by commas (none)
  STEM_TRUST_PROXY    addresses of reverse proxies, parted by commas (none)
  STEM_CERT, STEM_KEY certificate and key, PEM files, for https without a reverse proxy (none)
`;

/** What the command line asks for, run until it is stopped; the failure is a line for the person. */
const run = async (command: string | undefined): Promise<Result<Running, string> | 'told'> => {
  if (command === undefined || command === 'help' || process.argv.includes('--help')) {
    console.log(help);
    return 'told';
  }
  const start = { serve: startServe, demo: startDemo }[command];
  if (!start) return failed(`There is no command "${command}". See: stem-returns --help`);
  const settings = readSettings();
  return settings.ok ? await start(settings.value) : settings;
};

const outcome = await run(process.argv[2]);
if (outcome !== 'told') {
  if (outcome.ok) {
    const { stop } = outcome.value;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  } else {
    console.error(outcome.failure);
    process.exitCode = 1;
  }
}
