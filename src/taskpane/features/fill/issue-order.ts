import type { RowKey } from '#core/ids.ts';
import { fixedRows, onceKey, type Instrument } from '#core/instrument/instrument.ts';
import type { Issue } from '#core/rules/issue.ts';
import { isProvisional } from '#core/sheet/row-numbers.ts';
import type { CheckedReturn } from '#flows/check-return.ts';

/** The issues of a return as the list shows them, each part in the order of the sheet. */
export interface IssuesByWish {
  readonly errors: readonly Issue[];
  readonly toExplain: readonly Issue[];
  readonly explained: readonly Issue[];
  readonly advice: readonly Issue[];
}

export const sameIssue = (a: Issue, b: Issue): boolean => a.rule === b.rule && a.row === b.row && a.field === b.field;

/** Names an issue, for keys and drafts. */
export const issueId = ({ row, field, rule }: Issue): string => JSON.stringify([row, field, rule]);

/** Issues by what they ask of the person. */
export const issuesByWish = (
  instrument: Instrument,
  checked: Pick<CheckedReturn, 'issues' | 'openWarnings'>,
): IssuesByWish => {
  const issues = inSheetOrder(instrument, checked.issues);
  const unexplained = new Set(checked.openWarnings.map(issueId));
  const isOpen = (issue: Issue): boolean => unexplained.has(issueId(issue));
  return {
    errors: issues.filter(({ severity }) => severity === 'error'),
    toExplain: issues.filter((issue) => issue.severity === 'warning' && isOpen(issue)),
    explained: issues.filter((issue) => issue.severity === 'warning' && !isOpen(issue)),
    advice: issues.filter(({ severity }) => severity === 'advice'),
  };
};

/** What Next and Previous walk through: all that stands in the way of submitting, in the order of the sheet. */
export const issuesToWalk = (
  instrument: Instrument,
  { errors, openWarnings }: Pick<CheckedReturn, 'errors' | 'openWarnings'>,
): readonly Issue[] => inSheetOrder(instrument, [...errors, ...openWarnings]);

/**
 * The issue after (or before) `from` in sheet order, round the end; the first (or last) when there is no `from`.
 * `from` may have been fixed in the meantime: its place in the sheet still counts. `undefined` when there is none.
 */
export const stepIssue = (
  instrument: Instrument,
  walk: readonly Issue[],
  from: Issue | undefined,
  step: 'next' | 'previous',
): Issue | undefined => {
  const order = placeIn(instrument);
  const way = step === 'next' ? walk : [...walk].reverse();
  if (!from) return way[0];
  const ahead = way.find((issue) => (step === 'next' ? order(issue, from) > 0 : order(issue, from) < 0));
  return ahead ?? way[0];
};

/** What is asked once first; then fixed rows as they are drawn, open ones by number, those without a number last. */
const rowOrderOf = (instrument: Instrument): ((key: RowKey) => number) => {
  const drawn = new Map(fixedRows(instrument).map(({ key }, at) => [key, at]));
  return (key) => {
    if (key === onceKey) return -1;
    if (instrument.rows.kind === 'fixed') return drawn.get(key) ?? drawn.size;
    return isProvisional(key) ? Number.MAX_SAFE_INTEGER : Number(key);
  };
};

const inSheetOrder = (instrument: Instrument, issues: readonly Issue[]): readonly Issue[] =>
  [...issues].sort(placeIn(instrument));

const placeIn = (instrument: Instrument): ((a: Issue, b: Issue) => number) => {
  const rowOrder = rowOrderOf(instrument);
  const fields = new Map([...(instrument.once ?? []), ...instrument.fields].map(({ id }, at) => [id, at]));
  const rules = new Map(instrument.rules.map(({ id }, at) => [id, at]));
  const by = (places: ReadonlyMap<string, number>, key: string): number => places.get(key) ?? places.size;
  return (a, b) =>
    rowOrder(a.row) - rowOrder(b.row) ||
    by(fields, a.field) - by(fields, b.field) ||
    by(rules, a.rule) - by(rules, b.rule);
};
