// The product's own start and stop in a process of its own: node --import run-typescript.mjs stoppable-server.ts PLACE OWNERS
import { start } from '../../../src/server/main.ts';
import { readSettings } from '../../../src/server/settings.ts';
import { openStore, type Place } from '../../../src/server/store/store.ts';
import { numberedSchools } from './numbered-schools.ts';
import { instruments, programme, round } from './small-programme.ts';

const [given = '', owners = '0'] = process.argv.slice(2);
const place = JSON.parse(given) as Place;
// Its clock is the real one, so the round must never close.
const rounds = programme.rounds.filter(({ id }) => id === round).map(({ closes: _never, ...open }) => open);
const seeded = await openStore({
  place,
  mode: 'real',
  now: new Date().toISOString(),
  programme: { ...numberedSchools(Number(owners)), rounds },
});
if (!seeded.ok) throw new Error('not opened');
await seeded.value.close();

const settings = readSettings({ PORT: '0', HOST: '127.0.0.1' });
if (!settings.ok) throw new Error(settings.failure);
const pages = { folder: import.meta.dirname };
const running = await start({ settings: settings.value, place, mode: 'real', version: '0.0.0', instruments, pages });
if (!running.ok) throw new Error(running.failure);
const { url, stop } = running.value;
process.once('SIGTERM', () => void stop());
console.log(url.replace('localhost', '127.0.0.1'));
