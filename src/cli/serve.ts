import { join } from 'node:path';
import type { Result } from '#core/result.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { start, type Running, type Settings } from '#server/main.ts';
import { dataFolder, version, webFolder } from './own-files.ts';

/** The real thing: no sample, no known codes, neither the workbench nor Microsoft's client for developing. */
export const startServe = async (settings: Settings): Promise<Result<Running, string>> => {
  const file = settings.data ?? join(dataFolder, 'returns.db');
  const running = await start({
    settings,
    file,
    mode: 'real',
    version: version(),
    instruments: instrumentByRef,
    pages: { folder: webFolder },
    logger: true,
  });
  if (running.ok) console.log(`The collection endpoint is at ${running.value.url}, its data in ${file}`);
  return running;
};
