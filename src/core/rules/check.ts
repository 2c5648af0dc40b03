import type { RowKey } from '../ids.ts';
import type { Field, Instrument, Rule } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { AnswerRow, ReturnContent } from '../returns/content.ts';
import { type CellFindings, cellFindings } from './cell-findings.ts';
import type { Finding } from './follow-ons.ts';
import { identifierGuard } from './identifiers/identifier-guard.ts';
import type { Issue } from './issue.ts';
import { readyRule, type ReadyRule } from './kinds/all-kinds.ts';
import type { AllInHand } from './kinds/rule-kind.ts';
import { countedRows, offerOf, onceInHand, rowInHand, type RowInHand } from './row-in-hand.ts';

/** Checks a return again and again while it is being filled. */
export interface Checker {
  /**
   * All issues: of what is asked once first, then of the rows in their order; in a row in the order of fields, then
   * rules. What was found in a row is kept while its cells stay the same, so that an edit costs one row and the rules
   * that look across rows.
   */
  check(content: Pick<ReturnContent, 'rows'>): Issue[];
}

/** A row as it was checked last, and which rules across rows found something in it. */
interface KnownRow {
  readonly answer: AnswerRow;
  readonly row: RowInHand;
  readonly across: readonly Rule[];
  readonly issues: readonly Issue[];
}

/** All issues of a return, in the order that `Checker` tells. */
export const checkContent = (
  instrument: Instrument,
  circumstances: Circumstances,
  content: Pick<ReturnContent, 'rows'>,
): Issue[] => checkerOf(instrument, circumstances).check(content);

/**
 * Rules bite on started rows only: a row with nothing typed is still to do, not wrong; rules of fields asked once as
 * soon as anything is filled. A cell that holds an error value (`#N/A`) gets the one issue `cell-error` and no other.
 * Rows and fields that the instrument does not have are left out; of two rows with one key the first counts.
 */
export const checkerOf = (instrument: Instrument, circumstances: Circumstances): Checker => {
  const { fields, once = [] } = instrument;
  const offer = offerOf(instrument, circumstances);
  const ready = instrument.rules.map((rule) => readyRule(rule, { instrument, circumstances, offer }));
  const guard = identifierGuard(instrument, circumstances);
  const rulesOf = (asked: readonly Field[]): RulesOfFields =>
    asked.map((field) => {
      const rules = ready.filter(({ rule }) => rule.field === field.id);
      return { field, rules, findings: cellFindings(field, rules, guard) };
    });
  const [table, above] = [rulesOf(fields), rulesOf(once)];
  let known: ReadonlyMap<RowKey, KnownRow> = new Map();

  const issuesIn = (row: RowInHand, asked: RulesOfFields, across: readonly Rule[]): readonly Issue[] => {
    let issues: Issue[] | undefined;
    for (const { field, findings } of asked) {
      const found = findings(row, across);
      // A survey holds tens of thousands of cells, nearly all of them right: nothing is made for those.
      if (found.length > 0) (issues ??= []).push(...found.map((finding) => issueAt(row, field, finding)));
    }
    return issues ?? nothing;
  };

  return {
    check: ({ rows: answers }) => {
      const current = countedRows(instrument, answers).map((answer) => {
        const before = known.get(answer.key);
        const same = before !== undefined && sameCells(fields, before.answer, answer) ? before : undefined;
        return { answer, before: same, row: same?.row ?? rowInHand(answer, offer, fields) };
      });
      const rows = current.map(({ row }) => row);
      const asked = onceInHand(instrument, answers, offer);
      const all: AllInHand = {
        rows,
        once: { ...asked, started: asked.started || rows.some(({ started }) => started) },
      };
      const acrossTable = acrossIn(table, all);
      const checked = current.map(({ answer, before, row }): KnownRow => {
        if (!row.started) return { answer, row, across: nothing, issues: nothing };
        const across = acrossTable(row);
        if (before !== undefined && sameRules(before.across, across))
          return before.answer === answer ? before : { ...before, answer };
        return { answer, row, across, issues: issuesIn(row, table, across) };
      });
      known = new Map(checked.map((row) => [row.answer.key, row]));
      const first = all.once.started ? issuesIn(all.once, above, acrossIn(above, all)(all.once)) : nothing;
      return [...first, ...checked.flatMap(({ issues }) => issues)];
    },
  };
};

type RulesOfFields = readonly {
  readonly field: Field;
  readonly rules: readonly ReadyRule[];
  readonly findings: CellFindings;
}[];

const nothing: readonly never[] = [];

/** Which rules across rows find something in a row, as all rows stand now. */
const acrossIn = (asked: RulesOfFields, all: AllInHand): ((row: RowInHand) => readonly Rule[]) => {
  const finders = asked.flatMap(({ rules }) =>
    rules.flatMap(({ rule, across }) => (across === undefined ? [] : [{ rule, finds: across(all) }])),
  );
  if (finders.length === 0) return () => nothing;
  return (row) => {
    const found = finders.filter(({ finds }) => finds(row));
    return found.length === 0 ? nothing : found.map(({ rule }) => rule);
  };
};

const sameRules = (a: readonly Rule[], b: readonly Rule[]): boolean =>
  a.length === b.length && a.every((rule, at) => rule === b[at]);

/** Whether two rows hold the same cells: the same object, or one that was read anew and says the same. */
const sameCells = (fields: readonly Field[], { values: a }: AnswerRow, { values: b }: AnswerRow): boolean =>
  a === b || fields.every(({ id }) => a[id] === b[id]);

const issueAt = (row: RowInHand, field: Field, { id, severity }: Finding): Issue => ({
  kind: 'rule',
  row: row.key,
  field: field.id,
  value: row.cell(field.id),
  rule: id,
  severity,
});
