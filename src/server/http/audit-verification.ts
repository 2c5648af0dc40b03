import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { AuditHash, AuditVerification, WireCheckpoint } from '#wire/audit.ts';
import { paths } from '#wire/paths.ts';
import { verifyAudit } from '../store/verify-audit.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/**
 * Whether the log of acts holds together, and which checkpoints it has. `silence` is for how many milliseconds nothing may
 * move on a connection.
 */
export const auditVerificationRoutes = (app: App, { store, world }: Given, silence: number): void => {
  const verify = oneAtATime(async (): Promise<AuditVerification> => {
    const at = world.now();
    const { faults, brokenCheckpoints, ...verdict } = await verifyAudit(store);
    return { at, ...verdict, faults: [...faults], brokenCheckpoints: [...brokenCheckpoints] };
  });

  app.get(
    paths.auditVerification,
    {
      // Asking whether it is there must not go through it all.
      exposeHeadRoute: false,
      // What says that it is still at it must go out at once.
      compress: false,
      schema: {
        summary: 'Whether the log of acts holds together',
        description:
          'Works every hash of every log and checkpoint out again, which may take minutes; others are served meanwhile. Whoever asks while it is under way is given what that comes to. Until it is there, line breaks come in before it; a connection that ends without it says nothing about the log.',
        response: { 200: AuditVerification },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const verdict = verify();
      const soon = await withTime(verdict, silence / 4);
      if (soon) return soon;
      reply.type('application/json; charset=utf-8');
      return reply.send(Readable.from(dripping(verdict, silence / 4), { objectMode: false }) as never);
    },
  );

  app.get(
    paths.checkpoint(':hash'),
    {
      schema: {
        summary: 'The checkpoint with a hash that was written down',
        description: 'That it is there says nothing of whether the log holds together.',
        params: Type.Object({ hash: AuditHash }),
        response: { 200: WireCheckpoint },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const found = await store.read(({ checkpoints }) => checkpoints.byHash(request.params.hash));
      if (!found) return refuse(reply, 'not-found');
      const { number, at, hash } = found;
      return { number, at, hash };
    },
  );
};

/** Work that is under way once at most: whoever asks meanwhile is given what that one comes to. */
const oneAtATime = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let underWay: Promise<T> | undefined;
  return () =>
    (underWay ??= work().finally(() => {
      underWay = undefined;
    }));
};

/** What comes within some milliseconds; else nothing. */
const withTime = <T>(coming: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  const patience = new AbortController();
  const tooLong = pause(milliseconds, undefined, { signal: patience.signal, ref: false }).catch(() => undefined);
  return Promise.race([coming, tooLong]).finally(() => patience.abort());
};

/** As JSON what is long in coming, after a line break every so many milliseconds, lest the connection be taken for dead. */
async function* dripping(coming: Promise<object>, milliseconds: number): AsyncGenerator<string> {
  for (;;) {
    yield '\n';
    const there = await withTime(coming, milliseconds);
    if (!there) continue;
    yield JSON.stringify(there);
    return;
  }
}
