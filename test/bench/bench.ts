// `npm run bench [part …]`: measures and prints, and keeps the numbers in artefacts/bench.json. Never part of `npm test`:
// a machine that is busy is slow, and no test may fail for that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { browserTyping } from './browser-typing.ts';
import { checkedFiles } from './checked-files.ts';
import { coreCheck } from './core-check.ts';
import { criteriaFunctions } from './criteria-functions.ts';
import { engineTyping } from './engine-typing.ts';
import { excelDrawing } from './excel-drawing.ts';
import type { Figure } from './figure.ts';
import { serverDeadline } from './server-deadline.ts';
import { serverHandIn } from './server-hand-in.ts';
import { serverNation } from './server-nation.ts';
import { serverRegister } from './server-register.ts';
import { serverSubmissions } from './server-submissions.ts';

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  core: coreCheck,
  excel: excelDrawing,
  criteria: criteriaFunctions,
  engine: engineTyping,
  browser: browserTyping,
  files: checkedFiles,
  server: serverSubmissions,
  deadline: serverDeadline,
  nation: serverNation,
  'hand-in': serverHandIn,
  register: serverRegister,
};

const asked = process.argv.slice(2);
const wanted = Object.keys(parts).filter((part) => asked.length === 0 || asked.includes(part));
const figures: Figure[] = [];
for (const part of wanted) {
  const measured = (await parts[part]?.()) ?? [];
  if (measured.length === 0) console.log(`${part}: not measured here; it needs \`npm run build\` and a Chromium`);
  for (const figure of measured) console.log(line(figure));
  figures.push(...measured);
}
const folder = fileURLToPath(new URL('../../artefacts', import.meta.url));
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, processor: cpus()[0]?.model ?? '', cores: cpus().length };
const asJson = JSON.stringify({ machine, figures }, null, 2);
console.log(asJson);
writeFileSync(`${folder}/bench.json`, `${asJson}\n`);
process.exit(0);

function line({ what, value, unit, promised }: Figure): string {
  const number = value >= 100 ? value.toFixed(0) : value.toFixed(1);
  const promise = promised === undefined ? '' : `  (promised: at most ${promised})`;
  return `${what.padEnd(72)} ${number.padStart(8)} ${unit}${promise}`;
}
