import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { readSettings } from '#server/settings.ts';
import { checkFiles } from './check-files.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import type { ToldReport } from './told-report.ts';

/**
 * `stem-returns check FILES… [--json]`: checks the returns in workbook files and prints what there is to do, file by
 * file in the order given. Answers the exit code.
 */
export const check = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  const { files, json, processes } = asked.value;
  const settings = readSettings();
  if (!settings.ok) return settings;
  const folder = settings.value.instruments;
  const instruments = await instrumentsAtHand(folder);
  if (!instruments.ok) return instruments;
  const waiting = new Map<number, ToldReport>();
  let printed = 0;
  let worst = 0;
  if (json) console.log('[');
  await checkFiles({ files, processes, instruments: folder, as: json ? 'json' : 'lines' }, (report, at) => {
    waiting.set(at, report);
    for (let ready = waiting.get(printed); ready; ready = waiting.get(printed)) {
      waiting.delete(printed);
      printed += 1;
      worst = Math.max(worst, ready.code);
      console.log(json && printed < files.length ? `${ready.text},` : ready.text);
    }
  });
  if (json) console.log(']');
  return ok(worst);
};

const readArgs = (
  args: readonly string[],
): Result<{ readonly files: readonly string[]; readonly json: boolean; readonly processes: number }, string> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, processes: { type: 'string' } },
    });
    if (positionals.length === 0) return failed('Which files? For example: stem-returns check returns/*.xlsx');
    const processes = Number(values.processes ?? Math.min(4, availableParallelism()));
    if (!Number.isInteger(processes) || processes < 1) return failed('--processes must be a whole number from 1 on.');
    return ok({ files: positionals, json: values.json ?? false, processes });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
};
