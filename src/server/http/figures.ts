import { Type } from 'typebox';
import { figuresAt, isBehind, partsOf, type FigurePart } from '#core/measures/behind.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { shownOrder } from '#core/measures/shown-places.ts';
import type { FigureTable } from '#core/measures/sums.ts';
import { ownerId, roundId } from '#core/ids.ts';
import { inOrder } from '#core/measures/total.ts';
import { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { countingIn } from './counting.ts';
import { Limit, pageLength } from './paging.ts';
import { FigureNumber, FigurePlace, RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { talliesOf } from './tallies-of.ts';
import { totalOf } from './total-of.ts';
import { withoutTallies } from './without-rows.ts';

const Asked = Type.Object(
  {
    ...AsAt.properties,
    line: FigureNumber,
    column: FigureNumber,
    /** `next` of the page before. */
    after: Type.Optional(FigureAnswer.properties.next),
    limit: Limit,
  },
  { additionalProperties: false },
);

/** What a round comes to, and which returns stand behind each figure. */
export const figureRoutes = (app: App, given: Given): void => {
  app.get(
    paths.figures(':round'),
    {
      schema: {
        summary: 'What a round comes to: the table of each measure',
        description:
          'Each table as it is read: an unknown line or column only where it is not 0, of ranked lines the largest. The numbers of a line and a column name a figure: ask which returns stand behind it.',
        params: RoundPlace,
        querystring: AsAt,
        response: { 200: FiguresAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const moment = momentOf(request.query, given.world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const counting = await given.store.read((records) =>
        countingIn(records, given.instruments, roundId(request.params.round), before),
      );
      if (!counting) return refuse(reply, 'not-found');
      const total = await totalOf(given, counting, before);
      if (!total.ok) return refuse(reply, total.failure.code, total.failure.details);
      const { tally, leftOut } = total.value;
      const tables = compileMeasures(counting.instrument, counting.circumstances);
      return {
        ...{ at, returns: tally.returns, leftOut },
        tables: tables.map((table) => wireTable(figuresOf(table, counting.tallier.sums, tally.sums))),
      };
    },
  );
  app.get(
    paths.figure(':round', ':measure'),
    {
      schema: {
        summary: 'The returns behind one figure of a round',
        description:
          'The figure in a `line` and a `column` of a measure’s table, both counted from 1, and every return that gives something to it, with its part. At most `limit` returns (500 when not given); `next` of one page is `after` of the next.',
        params: FigurePlace,
        querystring: Asked,
        response: { 200: FigureAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const { line, column, after, limit } = request.query;
      const moment = momentOf(request.query, given.world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const { round, measure } = request.params;
      const counting = await given.store.read((records) =>
        countingIn(records, given.instruments, roundId(round), before),
      );
      if (!counting) return refuse(reply, 'not-found');
      const [placed] = figuresAt(compileMeasures(counting.instrument, counting.circumstances), {
        ...{ measure, line: Number(line), column: Number(column) },
      });
      if (!placed) return refuse(reply, 'not-found');
      const total = await totalOf(given, counting, before);
      if (!total.ok) return refuse(reply, total.failure.code, total.failure.details);
      const unknown = withoutTallies(counting.round);
      if (unknown) return refuse(reply, unknown.code);
      const part = partsOf(counting.tallier.sums)(placed.figure);
      const behind: Omit<FigureAnswer['returns'][number], 'name'>[] = [];
      for await (const { owner, revision, tally } of talliesOf(given, counting, inOrder(counting.counted))) {
        const its = tally && part(tally.sums);
        if (!its || !isBehind(its)) continue;
        behind.push({ owner, revision, ...wirePart(its) });
      }
      const left = behind.filter(({ owner }) => after === undefined || owner > after);
      const page = left.slice(0, pageLength(limit));
      const last = page.at(-1);
      const shown = page.map(({ owner }) => ownerId(owner));
      const owners = await given.store.read(({ people }) => people.owners(shown, before));
      const names = new Map<string, string>(owners.map(({ owner, name }) => [owner, name]));
      return {
        ...{ at, measure, title: placed.title, line: placed.line, column: placed.column, unit: placed.unit },
        ...{ ...wirePart(part(total.value.tally.sums)), behind: behind.length },
        returns: page.map((one) => ({ ...one, name: names.get(one.owner) ?? one.owner })),
        ...(last && left.length > page.length ? { next: last.owner } : {}),
      };
    },
  );
};

const wireTable = (table: FigureTable<number | undefined>): FiguresAnswer['tables'][number] => {
  const { lines, columns } = shownOrder(table);
  return {
    ...{ measure: table.measure, title: table.title, corner: table.corner },
    columns: columns.flatMap((at) =>
      table.columns.slice(at, at + 1).map(({ label, unit }) => ({ column: at + 1, label, unit })),
    ),
    lines: lines.flatMap((at) =>
      table.lines.slice(at, at + 1).map(({ label, cells }) => ({
        ...{ line: at + 1, label },
        values: columns.map((column) => cells[column] ?? null),
      })),
    ),
  };
};

const wirePart = ({ value, terms }: FigurePart) => ({
  ...(value === undefined ? {} : { value }),
  terms: [...terms],
});
