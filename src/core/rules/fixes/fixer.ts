import type { Cell } from '../../cell.ts';
import type { FieldId, RowKey } from '../../ids.ts';
import { onceKey, type Field, type Instrument } from '../../instrument/instrument.ts';
import type { Circumstances } from '../../returns/circumstances.ts';
import type { AnswerRow, ReturnContent } from '../../returns/content.ts';
import { isCellError } from '../cell-error.ts';
import { isIdentifierRule } from '../identifiers/identifier-guard.ts';
import type { Issue } from '../issue.ts';
import { readyRule } from '../kinds/all-kinds.ts';
import { countedRows, offerOf, rowInHand } from '../row-in-hand.ts';
import type { Fix } from './fix.ts';
import { suggestion, tidying } from './suggestion.ts';

/** A cell that is understood, and how its field would write the same. */
export interface Tidying {
  readonly row: RowKey;
  readonly field: FieldId;
  /** What stands there now. */
  readonly before: Cell;
  readonly fix: Fix;
}

export interface Fixer {
  /**
   * What would put an issue right, for a button beside it; `row` is the whole row. Only what takes the issue away and
   * leaves no error of the cell's own in its place is suggested; rules across rows are asked again after it is applied.
   * Never for a cell that could tell who a pupil is: it must be thought about.
   */
  fixOf(issue: Issue, row: AnswerRow): Fix | undefined;
  /** Cells that are understood but written otherwise than their field would, in the order of rows and fields. */
  tidyings(content: Pick<ReturnContent, 'rows'>): readonly Tidying[];
}

export const fixerOf = (instrument: Instrument, circumstances: Circumstances): Fixer => {
  const { fields, once = [] } = instrument;
  const offer = offerOf(instrument, circumstances);
  const rules = instrument.rules.map((rule) => readyRule(rule, { instrument, circumstances, offer }));
  const asked = (key: RowKey): readonly Field[] => (key === onceKey ? once : fields);

  return {
    fixOf: (issue, row) => {
      const field = asked(row.key).find(({ id }) => id === issue.field);
      const value = row.values[issue.field] ?? null;
      if (field === undefined || isCellError(value) || isIdentifierRule(issue.rule)) return undefined;
      const reader = offer.get(field.id);
      if (reader === undefined || !reader.read(value).filled) return undefined;
      const open = reader.choices.filter(({ rows }) => rows === undefined || rows.includes(row.key));
      const fix = reader.read(value).understood ? tidying(field, reader, value) : suggestion(field, open, value);
      if (fix === undefined) return undefined;
      const fixed = rowInHand({ ...row, values: { ...row.values, [field.id]: fix.value } }, offer, asked(row.key));
      const wrong = rules.some(
        (one) =>
          one.rule.field === field.id &&
          (one.rule.id === issue.rule || one.rule.severity === 'error') &&
          (one.alone === undefined ? one.rule.id === issue.rule : one.alone(fixed)),
      );
      return wrong ? undefined : fix;
    },
    tidyings: ({ rows }) => {
      const once = rows.filter(({ key }) => key === onceKey).slice(0, 1);
      return [...once, ...countedRows(instrument, rows)].flatMap(({ key, values }) =>
        asked(key).flatMap((field): readonly Tidying[] => {
          const [before, reader] = [values[field.id] ?? null, offer.get(field.id)];
          const fix = reader === undefined || isCellError(before) ? undefined : tidying(field, reader, before);
          return fix === undefined ? [] : [{ row: key, field: field.id, before, fix }];
        }),
      );
    },
  };
};
