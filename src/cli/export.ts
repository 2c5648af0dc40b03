import { parseArgs } from 'node:util';
import { failed, type Result } from '#core/result.ts';
import { exportSchool } from './export-school.ts';

/** `stem-returns export …`: what is taken out of the server's data. Answers the exit code; the failure is a line for the person. */
export const exportData = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = parse(args);
  if (asked?.school === undefined || asked.out === undefined) return failed(usage);
  return await exportSchool(asked.school.toUpperCase(), asked.out);
};

const usage = 'For example: stem-returns export --school 999001 --out everything-999001.json';

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { school: text, out: text } }).values;
  } catch {
    return undefined;
  }
};
