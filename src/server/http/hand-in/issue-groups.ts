import type { HandInIssue, HandInReport } from '../../hand-in.ts';
import { count, list } from '#core/words/count-words.ts';
import type { Words } from './words.ts';

/** What one rule finds in more cells than this is told once for all of them, as in the pane. */
const mostAlone = 3;

/** A cell, or all that one rule found where that is many: said once, and explained once. */
export interface IssueGroup {
  /** Its place among all groups of a report: names its text box. */
  readonly number: number;
  readonly message: string;
  readonly cells: readonly HandInIssue[];
}

/** The issues of a report by what they ask of the person, each part by rule. */
export interface IssueParts {
  readonly errors: readonly IssueGroup[];
  readonly toExplain: readonly IssueGroup[];
  readonly explained: readonly IssueGroup[];
  readonly advice: readonly IssueGroup[];
}

/** Sorts the issues of a report; the same report gives the same numbers. */
export const issueParts = ({ issues }: Pick<HandInReport, 'issues'>): IssueParts => {
  let number = 0;
  const groups = (belongs: (issue: HandInIssue) => boolean): readonly IssueGroup[] => {
    const byRule = new Map<string, HandInIssue[]>();
    for (const issue of issues.filter(belongs)) {
      // Cells that were explained otherwise stand apart, so that each keeps its own words.
      const key = `${issue.rule} ${issue.explanation ?? ''}`;
      byRule.set(key, [...(byRule.get(key) ?? []), issue]);
    }
    const all = [...byRule.values()];
    const told = [
      ...all.filter((cells) => cells.length > mostAlone),
      ...all.filter((cells) => cells.length <= mostAlone).flatMap((cells) => cells.map((cell) => [cell])),
    ];
    return told.map((cells) => ({ number: (number += 1), message: cells[0]?.message ?? '', cells }));
  };
  const isWarning = ({ severity }: HandInIssue): boolean => severity === 'warning';
  return {
    errors: groups(({ severity }) => severity === 'error'),
    toExplain: groups((issue) => isWarning(issue) && issue.explanation === undefined),
    explained: groups((issue) => isWarning(issue) && issue.explanation !== undefined),
    advice: groups(({ severity }) => severity === 'advice'),
  };
};

/** How many cells the groups have. */
export const cellsIn = (groups: readonly IssueGroup[]): number =>
  groups.reduce((sum, { cells }) => sum + cells.length, 0);

/** How a return that was read stands, in one line; `isReady` when it may be handed in as it is. */
export const verdictOf = (report: HandInReport): Words & { readonly isReady: boolean; readonly mayTry: boolean } => {
  const { errors, toExplain } = issueParts(report);
  const soFar = `${count(report.rowsAnswered, 'row')} of ${report.rows} answered.`;
  const verdict = (title: string, todo: string, isReady: boolean, mayTry = isReady) => ({
    ...{ title, todo, isReady, mayTry },
  });
  const mustFix = report.damage.length + cellsIn(errors);
  const inTheWay = list([
    ...(report.damage.length > 0 ? [`${report.damage.length} to mend in the sheet`] : []),
    ...(errors.length > 0 ? [`${cellsIn(errors)} to fix`] : []),
    ...(toExplain.length > 0 ? [`${cellsIn(toExplain)} to fix or explain`] : []),
  ]);
  if (report.unchanged !== undefined) {
    const receipt = `Your receipt is ${report.unchanged.receipt}.`;
    return verdict('The server already holds exactly this.', `Nothing needs to be handed in. ${receipt}`, false);
  }
  if (report.newer)
    return verdict(
      `Revision ${report.newer.revision} was submitted by ${report.newer.by} in the meantime.`,
      'Say below which answers count where both of you changed a cell. Nothing was taken yet.',
      false,
    );
  if (mustFix > 0)
    return verdict(
      `Not ready yet: ${inTheWay}.`,
      'Put right what is listed in your own file, save it, and choose it again at the end of this page.',
      false,
    );
  if (report.rowsAnswered === 0)
    return verdict(
      'Nothing is answered yet.',
      'Fill in at least one row, save the file, and choose it again.',
      false,
    );
  if (toExplain.length > 0)
    return verdict(
      `Nearly ready: ${inTheWay}.`,
      'Say below why each is right, or change it in your file and choose the file again.',
      false,
      true,
    );
  if (report.unconfirmed.length > 0)
    return verdict(
      'Nearly ready: some answers are still those of last time.',
      'Change in your file what is different now, or say below that they still hold.',
      false,
      true,
    );
  return verdict('Ready to hand in.', `${soFar} Nothing is sent before you press “Hand in”.`, true);
};
