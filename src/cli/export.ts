import { parseArgs } from 'node:util';
import { failed, type Result } from '#core/result.ts';
import { exportUsage } from './export-words.ts';

/** `stem-returns export`: what leaves the server's data as files. Answers the exit code; the failure is a line for the person. */
export const exportData = async (args: readonly string[]): Promise<Result<number, string>> => {
  if (args.includes('--round')) return await (await import('./export-round.ts')).exportRound(args);
  const asked = ofSchool(args);
  if (asked?.school === undefined || asked.out === undefined) return failed(exportUsage);
  return await (await import('./export-school.ts')).exportSchool(asked.school.toUpperCase(), asked.out);
};

const ofSchool = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { school: text, out: text } }).values;
  } catch {
    return undefined;
  }
};
