import type { Cell } from '../cell.ts';
import type { FieldId, QuestionId, RowKey } from '../ids.ts';

/** One row of answers, values exactly as typed; blank cells are left out. */
export interface AnswerRow {
  readonly key: RowKey;
  readonly values: Readonly<Record<FieldId, Cell>>;
}

/** Why a warning stands: stays with the value it explains and reopens when that value changes. */
export interface Explanation {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly rule: string;
  /** The value of the cell when it was explained. */
  readonly value: Cell;
  readonly text: string;
}

/** The owner's answer to a question of the mentor; travels with the next submission. */
export interface Reply {
  readonly question: QuestionId;
  readonly text: string;
}

/** What a revision holds. The fingerprint is made over it, rows ordered by key; `replies` are not part of it. */
export interface ReturnContent {
  readonly rows: readonly AnswerRow[];
  readonly explanations: readonly Explanation[];
}
