import type { RoundId } from '#core/ids.ts';
import { foldedForSearch } from '#core/register/search-text.ts';
import { ok } from '#core/result.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import type { WireState } from '#wire/shapes.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

export type ChaseLine = ProgressAnswer['lines'][number];

/** How far the returns of a round are; `complete` when no line is still to come. */
export interface ChaseList extends Pick<ProgressAnswer, 'round' | 'at' | 'counts' | 'lines'> {
  readonly complete: boolean;
}

/** Lines a page: as many as are sent, read and shown without anybody's waiting. */
const pageOf = 500;

/**
 * Reads the chase list of a round, page by page; `shown` is told of each as it comes, the last one is answered. It is as
 * the round stands now, or stood when a day such as `2009-06-30` was over.
 */
export const readChaseList = async (
  { api }: Pick<Desk, 'api'>,
  round: RoundId,
  shown: (list: ChaseList) => void,
  asAt?: string,
): Promise<FlowResult<ChaseList>> => {
  const lines: ChaseLine[] = [];
  let after: string | undefined;
  for (;;) {
    const page = fromApi(
      await api.programme.progress(round, {
        ...{ limit: pageOf, 'as-at': asAt },
        ...(after === undefined ? {} : { after }),
      }),
    );
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    after = page.value.next;
    const list = { ...page.value, lines: [...lines], complete: after === undefined };
    if (list.complete) return ok(list);
    shown(list);
  }
};

/** Which lines are looked at, and in which order. */
export interface Chase {
  /** Part of a name, or an owner id; blank for all. */
  readonly find: string;
  readonly show: 'all' | 'school' | 'mentor' | WireState;
  readonly order: 'name' | 'waiting';
}

/**
 * The lines that are looked at: those of a state, or of whoever's turn it is; by name, or those first for which somebody
 * has waited longest. Lines for which nobody waits come last.
 */
export const chased = (lines: readonly ChaseLine[], { find, show, order }: Chase): readonly ChaseLine[] => {
  const wanted = foldedForSearch(find);
  const seen = lines.filter(
    (line) =>
      (show === 'all' || line.state === show || line.turn === show) &&
      (wanted === '' || foldedForSearch(`${line.name} ${line.owner}`).includes(wanted)),
  );
  const waited = ({ daysWaiting = -1 }: ChaseLine): number => daysWaiting;
  return order === 'name' ? seen : [...seen].sort((a, b) => waited(b) - waited(a));
};
