import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { failed, ok, type Result } from '#core/result.ts';
import { readRegisterFile, type RegisterFile } from '#server/register/read-register-file.ts';
import { fileFaultWords } from './register-words.ts';

/**
 * The schools that `--enlist` names, as a file that says of each only that it takes part: URNs parted by commas, or a
 * file with a column URN, or with nothing but URNs, one a line. Of what else the file holds nothing is taken.
 */
export const enlistedList = async (given: string): Promise<Result<RegisterFile, string>> => {
  const bytes = /^[\d,\s]+$/.test(given)
    ? Buffer.from(given.split(',').join('\n'))
    : await readFile(given).catch(() => undefined);
  if (!bytes) return failed(`--enlist ${given}: there is no such file, or it cannot be read.`);
  const headed = !/^\s*\d{4,8}\s*($|[\r\n,;])/.test(bytes.subarray(0, 100).toString('latin1'));
  // Without headings the first URN stands in row 1.
  const above = headed ? 0 : 1;
  const read = await readRegisterFile(Readable.from(headed ? [bytes] : [Buffer.from('URN\n'), bytes]), []);
  if (!read.ok) return failed(`--enlist ${given}: ${fileFaultWords(read.failure)}`);
  const file = read.value;
  if (file.kind === 'links') return failed(`--enlist ${given}: this is a file of links, not a list of schools.`);
  return ok({
    ...file,
    kind: 'list',
    rows: file.rows.map(({ row, urn }) => ({ row: row - above, urn, says: { enlisted: true } })),
    problems: file.problems.map((problem) => ({ ...problem, row: problem.row - above })),
  });
};
