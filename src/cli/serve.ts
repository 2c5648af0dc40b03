import { join } from 'node:path';
import type { Result } from '#core/result.ts';
import { start, type Running } from '#server/main.ts';
import { placeInWords, placeOf, type Settings } from '#server/settings.ts';
import { handInByChild, usualChild } from './hand-in/hand-in-by-child.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import { dataFolder, manifestAt, version, webFolder } from './own-files.ts';
import { setUpWords } from './set-up-words.ts';

/** The real thing: no sample, no known codes, neither the workbench nor Microsoft's client for developing. */
export const startServe = async (settings: Settings): Promise<Result<Running, string>> => {
  const instruments = await instrumentsAtHand(settings.instruments);
  if (!instruments.ok) return instruments;
  const place = placeOf(settings, join(dataFolder, 'returns.db'));
  const running = await start({
    settings,
    place,
    mode: 'real',
    version: version(),
    instruments: instruments.value,
    offered: instruments.value.all,
    handIn: handInByChild(usualChild(settings.instruments)),
    pages: {
      folder: webFolder,
      ...(settings.publicUrl === undefined ? {} : { manifest: manifestAt(settings.publicUrl) }),
    },
    logger: true,
  });
  if (!running.ok) return running;
  const { url, setUp } = running.value;
  console.log(`The collection endpoint is at ${url}, its data in ${placeInWords(place)}`);
  if (setUp) console.log(setUpWords(setUp));
  return running;
};
