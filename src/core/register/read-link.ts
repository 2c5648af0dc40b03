import { failed, ok } from '../result.ts';
import type { OwnerId } from '../ids.ts';
import type { Cells, Headings } from './headings.ts';
import type { RowReader } from './read-school.ts';
import type { RowFault, RowProblem } from './row-problem.ts';
import { mostCharacters } from './school.ts';
import { readIsoDay, readUrn } from './school-values.ts';

/** That one school took the place of another, wholly or in part. */
export interface Succession {
  readonly urn: OwnerId;
  readonly successor: OwnerId;
  /** The successor's name; the register may not have that school. */
  readonly name: string | null;
  readonly since: string | null;
}

export interface LinkRow extends Succession {
  readonly row: number;
}

/** Where the columns of the government's links file stand. */
export interface LinkColumns {
  readonly urn: number;
  readonly link: number;
  readonly type: number;
  readonly name: number | undefined;
  readonly since: number | undefined;
}

/**
 * A reader of rows of the links file: `URN` has `LinkURN` as its successor, or as its predecessor. Links of other
 * kinds (sixth form centres, expansions) say nothing here.
 */
export const linkReader =
  ({ urn, link, type, name, since }: LinkColumns, headings: Headings): RowReader<LinkRow> =>
  (row, cells: Cells) => {
    const kind = /^(successor|predecessor)\b/i.exec(cells.text(type))?.[1]?.toLowerCase();
    if (kind === undefined) return ok(undefined);
    const problems: RowProblem[] = [];
    const refuse = (at: number, fault: RowFault) =>
      void problems.push({ row, column: headings.written[at] ?? '', fault, value: cells.text(at).slice(0, 200) });
    const [one, other] = [readUrn(cells.text(urn)), readUrn(cells.text(link))];
    if (one === undefined) refuse(urn, 'urn-wrong');
    if (other === undefined) refuse(link, 'urn-wrong');
    const [called, day] = [name, since].map((at) => (at === undefined ? '' : cells.text(at)));
    const iso = day ? readIsoDay(day) : null;
    if (since !== undefined && iso === undefined) refuse(since, 'day-wrong');
    if (name !== undefined && (called?.length ?? 0) > mostCharacters.name) refuse(name, 'too-long');
    if (one === undefined || other === undefined || problems.length > 0) return failed(problems);
    return ok(
      kind === 'successor'
        ? { row, urn: one, successor: other, name: called || null, since: iso ?? null }
        : { row, urn: other, successor: one, name: null, since: iso ?? null },
    );
  };
