import { Type } from 'typebox';
import { compileMeasures } from '#core/measures/compile.ts';
import { figureAt, partOf, type PlacedFigure } from '#core/measures/behind.ts';
import { roundId } from '#core/ids.ts';
import { inOrder } from '#core/measures/total.ts';
import { FigureAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { countingIn, type Counting } from './counting.ts';
import { Limit, pageLength } from './paging.ts';
import { FigurePlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { talliesOf } from './tallies-of.ts';
import { totalOf } from './total-of.ts';

const Place = Type.String({ pattern: '^[1-9][0-9]{0,3}$' });

const Asked = Type.Object(
  {
    ...AsAt.properties,
    /** Counted from 1, as the measure's table is compiled: all lines and columns, shown or not. */
    line: Place,
    column: Place,
    /** `next` of the page before. */
    after: Type.Optional(FigureAnswer.properties.next),
    limit: Limit,
  },
  { additionalProperties: false },
);

/** Which returns stand behind a figure, each with its part. */
export const figureRoutes = (app: App, given: Given): void => {
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
      const seen = await given.store.read(async (records) => {
        const counting = await countingIn(records, given.instruments, roundId(round), before);
        return counting && { counting, names: await records.people.names(counting.instrument.owner) };
      });
      const placed = seen && placedFigure(seen.counting, measure, Number(line), Number(column));
      if (!placed) return refuse(reply, 'not-found');
      const { counting, names } = seen;
      const { figure, ...headings } = placed;
      const part = partOf(figure, counting.tallier.sums);
      const total = await totalOf(given, counting, before);
      if (!total.ok) return refuse(reply, total.failure.code, total.failure.details);
      const whole = part(total.value.tally.sums);
      const behind: FigureAnswer['returns'] = [];
      for await (const { owner, revision, tally } of talliesOf(given, counting, inOrder(counting.counted))) {
        const its = tally && part(tally.sums);
        if (!its || its.terms.every((term) => term === 0)) continue;
        behind.push({ owner, name: names.get(owner) ?? owner, revision, ...wirePart(its) });
      }
      const left = behind.filter(({ owner }) => after === undefined || owner > after);
      const page = left.slice(0, pageLength(limit));
      const last = page.at(-1);
      return {
        ...{ at, measure, ...headings, ...wirePart(whole), behind: behind.length, returns: page },
        ...(last && left.length > page.length ? { next: last.owner } : {}),
      };
    },
  );
};

const placedFigure = (
  { instrument, circumstances }: Counting,
  measure: string,
  line: number,
  column: number,
): PlacedFigure | undefined => {
  const table = compileMeasures(instrument, circumstances).find((one) => one.measure === measure);
  return table && figureAt(table, line, column);
};

const wirePart = ({ value, terms }: ReturnType<ReturnType<typeof partOf>>) => ({
  ...(value === undefined ? {} : { value }),
  terms: [...terms],
});
