import type { Area } from '../cell.ts';
import { cellName, columnLetters, fixedCell, onSheet, quotedText } from './a1.ts';
import { onceStillCopied, stillCopied } from './copied-answers.ts';
import { columnLabel } from './entry-layout.ts';
import { fieldRuns, onceCell, wholeColumn } from './entry-runs.ts';
import type { PlanContext } from './plan-context.ts';
import type { Highlight } from './sheet-plan.ts';
import { statusWords } from './sheet-words.ts';

/**
 * Errors and warnings as the check sheet gives them, cell by cell; a cell with an open question, known by its column's
 * header at the beginning of a line in the question cell; copied answers; cells that must stay blank; rows that are
 * done. The status column says all of it in words but the questions, which have a column of their own.
 */
export const entryHighlights = (context: PlanContext): readonly Highlight[] => [
  ...fieldRuns(context, () => 'answers').flatMap(({ column, fields }) =>
    answerHighlights(context, wholeColumn(context, column, fields.length)),
  ),
  ...notApplicable(context),
  ...(context.instrument.once ?? []).flatMap(({ id }) => onceHighlights(context, id)),
  done(context),
];

const answerHighlights = (context: PlanContext, area: Area): readonly Highlight[] => {
  const { check, names, copied } = context;
  const { entry } = check;
  const verdict = `${onSheet(names.check)}${cellName(area.row, area.column)}`;
  const asked = `$${columnLetters(entry.column('#question'))}${area.row + 1}`;
  const label = `${columnLetters(area.column)}$${entry.headerRow + 1}`;
  // What must be fixed shows first; then what the mentor asks, which is newer than any warning.
  return [
    { area, formula: `=${verdict}=2`, style: 'error' },
    { area, formula: `=ISNUMBER(FIND(CHAR(10)&${label}&": ",CHAR(10)&${asked}))`, style: 'question' },
    ...(copied.length === 0
      ? []
      : [{ area, formula: `=${stillCopied(context, area.column)}`, style: 'copied' as const }]),
    { area, formula: `=${verdict}=1`, style: 'warning' },
  ];
};

/** Cells that the answers beside them leave nothing to say in. */
const notApplicable = (context: PlanContext): readonly Highlight[] => {
  const { check, instrument, names } = context;
  return instrument.fields.flatMap(({ id }) => {
    const marks = check.notApplicable.get(id);
    if (marks === undefined) return [];
    const formula = `=${onSheet(names.check)}${cellName(marks.row, marks.column)}=1`;
    return [{ area: wholeColumn(context, check.entry.column(id)), formula, style: 'not-applicable' as const }];
  });
};

const onceHighlights = (context: PlanContext, field: string): readonly Highlight[] => {
  const { check, names, instrument, copied } = context;
  const area = onceCell(context, field);
  const verdict = `${onSheet(names.check)}${fixedCell(area.row, area.column)}`;
  const marks = check.notApplicable.get(field);
  const question = fixedCell(check.entry.once[0]?.row ?? area.row, check.entry.column('#question'));
  const label = quotedText(`\n${columnLabel(instrument, field)}: `).replace('\n', '"&CHAR(10)&"');
  return [
    { area, formula: `=${verdict}=2`, style: 'error' },
    { area, formula: `=ISNUMBER(FIND(${label},CHAR(10)&${question}))`, style: 'question' },
    ...(copied.length === 0
      ? []
      : [{ area, formula: `=${onceStillCopied(context, field, area.row)}`, style: 'copied' as const }]),
    { area, formula: `=${verdict}=1`, style: 'warning' },
    ...(marks === undefined
      ? []
      : [
          {
            area,
            formula: `=${onSheet(names.check)}${fixedCell(marks.row, marks.column)}=1`,
            style: 'not-applicable' as const,
          },
        ]),
  ];
};

const done = (context: PlanContext): Highlight => {
  const status = wholeColumn(context, context.check.entry.column('#status'));
  return {
    area: status,
    formula: `=${cellName(status.row, status.column)}=${quotedText(statusWords[3])}`,
    style: 'done',
  };
};
