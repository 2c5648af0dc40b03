// A server in a process of its own, to be killed: node --import run-typescript.mjs killable-server.ts PLACE OWNERS
import { randomBytes } from 'node:crypto';
import { buildServer } from '../../../src/server/server.ts';
import { openStore, type Place } from '../../../src/server/store/store.ts';
import { numberedSchools } from './numbered-schools.ts';
import { instruments, programme } from './small-programme.ts';

const [place = '', owners = '0'] = process.argv.slice(2);
const opened = await openStore({
  place: JSON.parse(place) as Place,
  mode: 'real',
  now: new Date().toISOString(),
  programme: { ...numberedSchools(Number(owners)), rounds: programme.rounds },
});
if (!opened.ok) throw new Error('not opened');
const app = buildServer({
  store: opened.value,
  instruments,
  world: { now: () => '2009-06-01T12:00:00.000Z', random: (bytes) => randomBytes(bytes) },
  version: '0.0.0',
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
