import type { RoundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { FigureAnswer } from '#wire/figures.ts';
import type { FigurePlace } from '../api/programme-api.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

export type ReturnBehind = FigureAnswer['returns'][number];

/** A figure of a round with the returns behind it, as far as they have come. */
export type FigureBehind = Omit<FigureAnswer, 'next'>;

/** Returns a page: as many as are sent, read and shown without anybody's waiting. */
const pageOf = 500;

/**
 * Reads a figure with the returns behind it, page by page; `shown` is told of each as it comes, the last one is answered. It is as
 * it stands now, or stood when a day such as `2009-06-30` was over.
 */
export const readReturnsBehind = async (
  { api }: Pick<Desk, 'api'>,
  round: RoundId,
  place: FigurePlace,
  shown: (figure: FigureBehind) => void,
  asAt?: string,
): Promise<FlowResult<FigureBehind>> => {
  const returns: ReturnBehind[] = [];
  let after: string | undefined;
  for (;;) {
    const page = fromApi(
      await api.programme.figure(round, place, {
        ...{ limit: pageOf, 'as-at': asAt },
        ...(after === undefined ? {} : { after }),
      }),
    );
    if (!page.ok) return page;
    const { next, ...figure } = page.value;
    returns.push(...figure.returns);
    const behind = { ...figure, returns: [...returns] };
    if (next === undefined) return ok(behind);
    shown(behind);
    after = next;
  }
};
