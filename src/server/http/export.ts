import { Readable } from 'node:stream';
import { Type } from 'typebox';
import {
  answersTable,
  ownersTable,
  totalsTable,
  type ExportTable as Table,
} from '#core/consolidation/export-tables.ts';
import type { Instant } from '#core/ids.ts';
import { roundId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { ExportForm, ExportTable } from '#wire/exports.ts';
import { paths } from '#wire/paths.ts';
import { programmeLog } from '../store/audit.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { contentsOf } from './contents-of.ts';
import { exportForms, type Outgoing } from './export-forms.ts';
import { RoundPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { roundThen, type RoundThen } from './round-then.ts';
import { signedIn } from './signed-in.ts';
import { totalOf } from './total-of.ts';
import { withoutRows } from './without-rows.ts';

const Asked = Type.Object(
  { ...AsAt.properties, format: Type.Optional(ExportForm), table: Type.Optional(ExportTable) },
  { additionalProperties: false },
);

const file = { type: 'string' } as const;

/** A table of a round as a file, made while it is read: answers, owners, or what all comes to. */
export const exportRoutes = (app: App, given: Given): void => {
  const { store, world, instruments } = given;
  app.get(
    paths.export(':round'),
    {
      // Asking whether it is there must not be written down as having taken it.
      exposeHeadRoute: false,
      schema: {
        summary: 'All that counts in a round, as a file',
        description:
          'One table: `answers` (the usual one; a line for each row of each accepted return), `owners` (a line for each owner, with what is asked once) or `totals` (a line for each figure). `csv` (the usual form) is UTF-8 with a byte order mark, as Excel wants it; a text that would be taken for a formula has an apostrophe before it. `json` ends with the number of `rows`: without it, it broke off. A round without rows (`tally-only`, `purged`) has `totals` only. Every export is written into the log of acts.',
        params: RoundPlace,
        querystring: Asked,
        response: {
          200: {
            description: 'The file',
            content: { 'text/csv': { schema: file }, 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const { format = 'csv', table = 'answers' } = request.query;
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const then = await store.read((records) => roundThen(records, instruments, id, before));
      if (!then) return refuse(reply, 'not-found');
      const made = await tables[table](given, then, before);
      if (!made.ok) return refuse(reply, made.failure.code, made.failure.details);
      const about = { round: id, table, format, at };
      await store.write(({ audit }) => audit.note({ log: programmeLog, at: world.now(), act: 'export', about, by }));
      const form = exportForms[format];
      const pieces = form.pieces({ about: { ...aboutRound(then), table, at }, ...made.value });
      return reply
        .header('content-type', form.type)
        .header('content-disposition', `attachment; filename="${id}-${table}.${format}"`)
        .send(Readable.from(pieces, { objectMode: false }) as never);
    },
  );
};

const aboutRound = ({ round: { id, title, instrument, academicYear } }: RoundThen) => ({
  ...{ round: id, title, instrument, academicYear },
});

/** Owner by owner, so that no more than a few returns are in memory. */
const ownerByOwner = (given: Given, then: RoundThen, { headings, linesOf }: Table): Made => {
  const refusal = withoutRows(then.round);
  if (refusal) return failed(refusal);
  return ok({
    headings,
    lines: (async function* () {
      for await (const owner of contentsOf(given, then)) yield linesOf(owner);
    })(),
  });
};

type Made = Result<Pick<Outgoing, 'headings' | 'lines'>, Refusal>;

/** How each table is made. */
const tables: Readonly<
  Record<ExportTable, (given: Given, then: RoundThen, before: Instant | undefined) => Promise<Made> | Made>
> = {
  answers: (given, then) => ownerByOwner(given, then, answersTable(then.instrument, then.circumstances)),
  owners: (given, then) => ownerByOwner(given, then, ownersTable(then.instrument, then.circumstances)),
  totals: async (given, then, before) => {
    const { instrument, circumstances, tallier } = then;
    const total = await totalOf(given, then, before);
    if (!total.ok) return total;
    const { headings, lines } = totalsTable(instrument, circumstances, tallier, total.value.tally, then);
    return ok({
      headings,
      lines: (async function* () {
        yield lines;
      })(),
    });
  },
};
