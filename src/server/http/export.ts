import { Readable } from 'node:stream';
import { setImmediate as others } from 'node:timers/promises';
import { Type } from 'typebox';
import { behindTable, totalsTable } from '#core/consolidation/export-figures.ts';
import { answersTable, ownersTable, type ExportTable as Table } from '#core/consolidation/export-tables.ts';
import type { Instant } from '#core/ids.ts';
import { roundId } from '#core/ids.ts';
import type { FigurePlaces } from '#core/measures/behind.ts';
import { inOrder } from '#core/measures/total.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { ExportForm, ExportTable } from '#wire/exports.ts';
import { paths } from '#wire/paths.ts';
import { programmeLog } from '../store/audit.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { contentsOf } from './contents-of.ts';
import { exportForms, type Outgoing } from './export-forms.ts';
import { FigureNumber, MeasureId, RoundPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { roundThen, type RoundThen } from './round-then.ts';
import { signedIn } from './signed-in.ts';
import { talliesOf } from './tallies-of.ts';
import { totalOf } from './total-of.ts';
import { withoutRows, withoutTallies } from './without-rows.ts';

const Asked = Type.Object(
  {
    ...AsAt.properties,
    format: Type.Optional(ExportForm),
    table: Type.Optional(ExportTable),
    measure: Type.Optional(MeasureId),
    line: Type.Optional(FigureNumber),
    column: Type.Optional(FigureNumber),
  },
  { additionalProperties: false },
);

const file = { type: 'string' } as const;

/** A table of a round as a file, made while it is read: answers, owners, what all comes to, or which returns are behind that. */
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
          'One table: `answers` (the usual one; a line for each row of each accepted return), `owners` (a line for each owner, with what is asked once), `totals` (a line for each figure) or `behind` (return by return, a line for each figure that it gives something to; `measure`, `line` and `column` ask about some of them or one). `csv` (the usual form) is UTF-8 with a byte order mark, as Excel wants it; a text that would be taken for a formula has an apostrophe before it. `json` ends with the number of `rows`: without it, it broke off. A round without rows (`tally-only`, `purged`) has no `answers` and `owners`; one that was purged of each return’s tally has `totals` only. Every export is written into the log of acts.',
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
      const { format = 'csv', table = 'answers', 'as-at': _day, ...figure } = request.query;
      if (table !== 'behind' && Object.keys(figure).length > 0) return refuse(reply, 'invalid-request', onlyBehind);
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const then = await store.read((records) => roundThen(records, instruments, id, before));
      if (!then) return refuse(reply, 'not-found');
      const { measure, line, column } = figure;
      const meant = { measure, line: numberOf(line), column: numberOf(column) };
      const made = await tables[table](given, then, before, meant);
      if (!made.ok) return refuse(reply, made.failure.code, made.failure.details);
      const about = { round: id, table, format, at, ...figure };
      await store.write(({ audit }) => audit.note({ log: programmeLog, at: world.now(), act: 'export', about, by }));
      const form = exportForms[format];
      const pieces = form.pieces({ about: { ...aboutRound(then), table, at }, ...made.value });
      return reply
        .header('content-type', form.type)
        .header(
          'content-disposition',
          `attachment; filename="${[id, table, ...Object.values(figure)].join('-')}.${format}"`,
        )
        .send(Readable.from(pieces, { objectMode: false }) as never);
    },
  );
};

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const onlyBehind = { detail: 'querystring/measure, line and column: only with table=behind' };

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
  Record<
    ExportTable,
    (given: Given, then: RoundThen, before: Instant | undefined, meant: FigurePlaces) => Promise<Made> | Made
  >
> = {
  answers: (given, then) => ownerByOwner(given, then, answersTable(then.instrument, then.circumstances)),
  owners: (given, then) => ownerByOwner(given, then, ownersTable(then.instrument, then.circumstances)),
  totals: async (given, then, before) => {
    const total = await totalOf(given, then, before);
    if (!total.ok) return total;
    const { headings, lines } = totalsTable(then, total.value.tally, then);
    return ok({
      headings,
      lines: (async function* () {
        yield lines;
      })(),
    });
  },
  behind: (given, then, _before, meant) => {
    const refusal = withoutTallies(then.round);
    if (refusal) return failed(refusal);
    const { headings, figures, linesOf } = behindTable(then, meant);
    if (figures === 0) return failed({ code: 'not-found' });
    const names = new Map(then.owners.map(({ owner, name }) => [owner, name]));
    return ok({
      headings,
      lines: (async function* () {
        for await (const { owner, revision, tally } of talliesOf(given, then, inOrder(then.counted))) {
          if (!tally) continue;
          yield linesOf({ owner, name: names.get(owner) ?? owner, revision, tally });
          // All figures of a return take a moment: other requests are served in between.
          await others();
        }
      })(),
    });
  },
};
