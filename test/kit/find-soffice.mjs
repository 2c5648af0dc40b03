// Where a LibreOffice is on this machine. Plain JavaScript: `npm test` asks before anything is compiled.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const elsewhere = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The path of LibreOffice's program (SOFFICE when set, else on the path or a usual place), or `undefined`. */
export function findSoffice() {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'));
  const given = process.env.SOFFICE ? [process.env.SOFFICE] : [];
  return [...given, ...onPath, ...elsewhere].find((path) => existsSync(path));
}
