import { join, resolve } from 'node:path';
import { failed, ok, type Result } from '#core/result.ts';
import { demoCodes, demoProgramme } from '#definitions/demo-programme.ts';
import { start, type Running } from '#server/main.ts';
import type { Settings } from '#server/settings.ts';
import { codeOf } from '#server/store/engine.ts';
import { makeFolderOf } from '#server/store/place-folder.ts';
import { handInByChild, usualChild } from './hand-in/hand-in-by-child.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import { makeDemo } from './make-demo.ts';
import { dataFolder, officeJsFolder, version, webFolder } from './own-files.ts';

/** One person of each kind, with her code, as the terminal and the workbench show them. */
const shownPeople = [demoCodes.school, demoCodes.mentor, demoCodes.projectTeam].flatMap((code) =>
  demoProgramme.people.filter((person) => person.code === code).map(({ role, name }) => ({ role, name, code })),
);

const words = { school: 'school', mentor: 'mentor', 'project-team': 'project team' } as const;

/** The invented programme, with a spreadsheet in the browser; its data are kept between starts. */
export const startDemo = async (settings: Settings): Promise<Result<Running, string>> => {
  const instruments = await instrumentsAtHand(settings.instruments);
  if (!instruments.ok) return instruments;
  if (settings.databaseUrl !== undefined)
    return failed('The demo keeps its data in a file: start it without DATABASE_URL.');
  const file = resolve(settings.data ?? join(dataFolder, 'demo.db'));
  const folder = makeFolderOf({ file });
  if (!folder.ok) return folder;
  const made = await madeDemo(file);
  if (!made.ok) return made;
  const running = await start({
    settings,
    place: { file },
    mode: 'demo',
    version: version(),
    instruments: instruments.value,
    offered: instruments.value.all,
    handIn: handInByChild(usualChild(settings.instruments)),
    pages: {
      folder: webFolder,
      demo: { officeJs: officeJsFolder, codes: { notice: demoProgramme.notice, people: shownPeople } },
    },
  });
  if (running.ok) {
    const codes = shownPeople.map(
      ({ role, name, code }) => `  ${words[role].padEnd(13)} ${code.padEnd(24)}  ${name}`,
    );
    const address = `STEM Timeline Returns, demo programme: ${running.value.url}`;
    console.log([address, '', ...codes, '', demoProgramme.notice, 'Stop with Ctrl+C.'].join('\n'));
  }
  return running;
};

/** Makes the demo's data where there are none; the failure is a line for the person. */
const madeDemo = async (file: string): Promise<Result<void, string>> => {
  try {
    return ok(await makeDemo(file));
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    return failed(`The demo’s data cannot be written to ${file} (${code}): name another place in STEM_DATA.`);
  }
};
