import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { demoProgramme } from '#definitions/demo-programme.ts';
import { demoReturns } from '#definitions/demo-returns.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { buildServer } from '#server/server.ts';
import { openStore } from '#server/store/store.ts';
import { paths } from '#wire/paths.ts';

/**
 * Makes the demo's data file where there is none yet: the programme is set up, and its returns are submitted and
 * accepted by their people through the endpoint itself, each at its own time, so that nothing in it could not have
 * come about in a real one. Made in memory, copied beside the file and renamed: a file that is there is a whole one.
 */
export const makeDemo = async (file: string): Promise<void> => {
  if (existsSync(file)) return;
  const returns = demoReturns();
  const deeds = returns.flatMap(({ round, owner, by, at, accepted, content }) => {
    const instrument = demoProgramme.rounds.find(({ id }) => id === round)?.instrument ?? '';
    const fingerprint = fingerprintOf({ instrument, round, owner, content });
    const body = { key: `demo-${owner}`, fingerprint, basedOn: 0, content, replies: [], addIn: 'demo' };
    const submit = { at, by, method: 'POST', url: paths.revisions(round, owner), body } as const;
    const accept = { method: 'PUT', url: paths.acceptance(round, owner), body: { revision: 1 } } as const;
    return accepted ? [submit, { ...accepted, ...accept }] : [submit];
  });

  let now = new Date().toISOString();
  const opened = await openStore({ place: { file: ':memory:' }, mode: 'demo', now, programme: demoProgramme });
  if (!opened.ok) throw new Error('an empty database belongs to no mode');
  const app = buildServer({
    store: opened.value,
    world: { now: () => now, random: randomBytes },
    instruments: instrumentByRef,
    version: '0',
  });
  for (const { at, by, method, url, body } of deeds.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    now = new Date(at).toISOString();
    const code = demoProgramme.people.find(({ id }) => id === by)?.code;
    const session = await app.inject({ method: 'POST', url: paths.session, payload: { code } });
    const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
    const answer = await app.inject({ method, url, headers, payload: body });
    if (answer.statusCode >= 400) throw new Error(`the demo does not hold together: ${url}: ${answer.body}`);
  }
  await app.close();
  const making = `${file}.making`;
  rmSync(making, { force: true });
  await opened.value.copyTo(making);
  await opened.value.close();
  renameSync(making, file);
};
