import { Type } from 'typebox';
import type { KeptEntry } from '#core/audit/audit-faults.ts';
import { ownerId } from '#core/ids.ts';
import { AuditAnswer, type WireAuditEntry } from '#wire/audit.ts';
import { paths } from '#wire/paths.ts';
import { programmeLog } from '../store/audit.ts';
import type { App, Given } from './app.ts';
import { Limit, pageLength } from './paging.ts';
import { LogPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

const Page = Type.Object(
  {
    /** `next` of the page before. */
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
    limit: Limit,
  },
  { additionalProperties: false },
);

/** The log of acts, of one owner or of the programme: what was done, when, by whom and why. */
export const auditRoutes = (app: App, { store }: Given): void => {
  app.get(
    paths.audit(':log'),
    {
      schema: {
        summary: 'The log of acts about one owner, or about the programme',
        description:
          'At most `limit` entries (500 when not given), the first act first; none where nothing was done about her yet.',
        params: LogPlace,
        querystring: Page,
        response: { 200: AuditAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const { after = '0', limit } = request.query;
      const most = pageLength(limit);
      const { log } = request.params;
      const found = await store.read(async ({ audit, people }) => {
        const entries = await audit.entries(log, Number(after), most + 1);
        const isLog = entries.length > 0 || log === programmeLog || (await people.owner(ownerId(log))) !== undefined;
        return isLog ? entries : undefined;
      });
      if (!found) return refuse(reply, 'not-found');
      const page = found.slice(0, most);
      const last = page.at(-1)?.entry.number;
      return { entries: page.map(wireEntry), ...(found.length > most && last !== undefined ? { next: last } : {}) };
    },
  );
};

export const wireEntry = ({ entry: { number, at, act, about, hash }, kept }: KeptEntry): WireAuditEntry => ({
  number,
  at,
  act,
  about: { ...about },
  ...(kept ? { by: kept.detail.name } : {}),
  ...(kept?.detail.reason === undefined ? {} : { reason: kept.detail.reason }),
  hash,
});
