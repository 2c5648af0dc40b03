import {
  condition,
  day,
  list,
  name,
  number,
  numberOrName,
  rateLines,
  words,
  yesOrNo,
  type CellForm,
} from './cell-forms.ts';
import type { Column } from './column.ts';

const column = (heading: string, member: string, form: CellForm, help: string, otherwise?: unknown): Column => ({
  heading,
  member,
  form,
  help,
  ...(otherwise === undefined ? {} : { otherwise }),
});

const ofKind = (kind: string, ...rest: Parameters<typeof column>): Column => ({ ...column(...rest), kind });

/** A width that fits most answers. */
const usualWidth = 14;

export const rowColumns: readonly Column[] = [
  column('group', 'group', name, 'Code of the group the row belongs to.'),
  column(
    'key',
    'key',
    name,
    'Short code of the row, such as A1. Leave key and text blank in a line that only names a group.',
  ),
  column('text', 'text', words, 'What the row says.'),
];

export const groupColumns: readonly Column[] = [
  column('group', 'id', name, 'Code of the group the row belongs to.'),
  column('group title', 'title', words, 'The group in words; in the first line of the group is enough.'),
];

/** Headings of the rows' sheet that begin so end in the code of a choice: the descriptor of that level, row by row. */
export const descriptorHeading = 'descriptor ';

export const fieldColumns: readonly Column[] = [
  column('id', 'id', name, 'Small letters, digits and hyphens: next-action. Never changes.'),
  column('label', 'label', words, 'The heading of the column, at most 32 characters.'),
  column('help', 'help', words, 'What to write there, at most 255 characters.'),
  column(
    'kind',
    'kind',
    name,
    'choice, choices (several), scale, integer, decimal, date, text, term, school, or item (a row of another instrument).',
  ),
  column('width', 'width', number, `Width of the column in characters; ${usualWidth} when blank.`, usualWidth),
  column('of', 'of', name, 'For item: the id of the other instrument.'),
  column('question', 'question', words, 'What the questionnaire asks, where it is not the label.'),
  column('part', 'part', words, 'Heading of the part of the questionnaire.'),
  column('also called', 'alsoCalled', list, 'Other headings of pasted columns, parted by semicolons.'),
];

/** Where a field is asked: a word of its own, since it decides in which list the field stands. */
export const askedColumn = {
  heading: 'asked',
  help: 'once: asked once for the whole return. Blank: in every row.',
  once: 'once',
} as const;

/** Whose choice it is, in the choices' sheet. */
export const choiceOfColumn = { heading: 'field', help: 'Id of the field that offers the choice.' } as const;

export const choiceColumns: readonly Column[] = [
  column('code', 'code', name, 'Small letters, digits and hyphens. Never changes.'),
  column('label', 'label', words, 'What the drop-down list shows. No commas.'),
  column('accepts', 'accepts', list, 'Other spellings that are understood, parted by semicolons.', []),
  column('value', 'value', number, 'Its place on a scale, as a number.'),
  column('rows', 'rows', list, 'Only on these rows: their keys, parted by semicolons.'),
  column('says', 'says', words, 'What the questionnaire prints beside a bare number.'),
  column('in tables', 'inTables', words, 'Its name in tables, where it is not the label.'),
  column('unknown', 'unknown', yesOrNo, 'yes: tables count it as unknown, with the blank ones.'),
];

export const derivedColumns: readonly Column[] = [
  column('id', 'id', name, 'Small letters, digits and hyphens.'),
  column('label', 'label', words, 'Its name in tables.'),
  column('yes', 'yes', condition, 'When it is yes: a condition, such as interest >= 4 or maths is "yes".'),
  column('base', 'base', condition, 'When it can be told at all, such as interest is answered.'),
];

export const ruleColumns: readonly Column[] = [
  column('id', 'id', name, 'Small letters, digits and hyphens.'),
  column('field', 'field', name, 'Id of the field that is marked.'),
  column(
    'kind',
    'kind',
    name,
    'required, one-of, at-most, number, date, length, pattern, unlikely, not-applicable, date-order, unique, duplicate-row, row-count, sum, share, expected-year, expected-rows, cross-row, cross-sheet or change.',
  ),
  column('severity', 'severity', name, 'error, warning or advice.'),
  column(
    'message',
    'message',
    words,
    'What is wrong and what to do, in plain words. {years} stands for the year groups that the round expects.',
  ),
  column(
    'when',
    'when',
    condition,
    'A condition: level >= 3 and evidence is blank. Words: is, blank, filled, answered, and, or, not, started, row is A1.',
  ),
  column('min', 'min', number, 'number, length: the least.'),
  column('max', 'max', number, 'number, length: the most.'),
  column('whole', 'whole', yesOrNo, 'number: yes for whole numbers only.'),
  column('from', 'from', day, 'date: the first day, as 2008-09-01.'),
  column('until', 'until', day, 'date: the last day.'),
  column('masks', 'masks', list, 'pattern: # is a digit, @ a letter; several parted by semicolons.'),
  column(
    'least',
    'least',
    number,
    'row-count: at least so many times the number in the field. share: at least this part, as 30% or 0.3.',
  ),
  column(
    'most',
    'most',
    number,
    'at-most: how many. row-count: at most so many times the number in the field. share: at most this part, as 30% or 0.3.',
  ),
  column('not before', 'notBefore', name, 'date-order: id of the earlier date.'),
  column('fields', 'fields', list, 'duplicate-row, sum, share: ids, parted by semicolons.'),
  column(
    'rows where',
    'rows',
    condition,
    'row-count: which rows are counted, as a condition. expected-rows: which rows are of the year.',
  ),
  column(
    'year',
    'year',
    number,
    'expected-rows: the year group, 0 to 14, of which there must be a row if a round expects it.',
  ),
  column('equals', 'equals', numberOrName, 'sum: a number, or the id of a field.'),
  column('at most', 'atMost', numberOrName, 'sum: a number, or the id of a field.'),
  column('out of', 'outOf', list, 'share: ids of the fields that make up the whole, parted by semicolons.'),
  ofKind('cross-row', 'other row', 'other/row', name, 'cross-row: key of the other row.'),
  ofKind('cross-row', 'other row when', 'other/when', condition, 'cross-row: what holds there, as a condition.'),
  column('of', 'of', name, 'cross-sheet: id of the other instrument.'),
  ofKind('cross-sheet', 'any row there', 'other', condition, 'cross-sheet: what holds there, as a condition.'),
  column('by', 'by', number, 'change: by more than this.'),
];

export const measureColumns: readonly Column[] = [
  column('id', 'id', name, 'Small letters, digits and hyphens.'),
  column('kind', 'kind', name, 'distribution, count, share, mean, top, gap, rate or finding.'),
  column('title', 'title', words, 'Over its table. A finding has a statement instead.'),
  column('field', 'field', name, 'Id of the field that is counted.'),
  column('codes', 'codes', list, 'count, share: codes of the choices, parted by semicolons.'),
  column('base', 'base', name, 'share: of those who answered (blank, or answered), or of all rows.'),
  column('by', 'by', list, 'Broken down by: ids of fields, or #group; parted by semicolons.'),
  column('most', 'most', number, 'top: how many.'),
  column('of', 'of', name, 'gap: id of a share or mean.'),
  column('across', 'across', name, 'gap: id of the field whose choices are compared.'),
  column('from', 'from', name, 'gap: code of the first choice.'),
  column('minus', 'minus', name, 'gap: code of the choice taken away from it.'),
  column('lines', 'lines', rateLines, 'rate: code out of field, parted by semicolons: 7 out of on-roll-7.'),
  column('direction', 'direction', name, 'finding: barrier or indicator.'),
  column('rows', 'rows', list, 'finding: keys of rows, parted by semicolons.'),
  column(
    'counted by',
    'countedBy',
    name,
    'finding: which answers must be low, or high: their median (blank, or median), any or all.',
  ),
  column('quantity', 'quantity', words, 'finding: some, many, widespread, rare exceptions or increasing.'),
  column('statement', 'statement', words, 'finding: in words.'),
];

/** What moved since the version before, a line each. */
export const moveColumns = [
  { heading: 'what', help: 'row, field or choice.' },
  { heading: 'field', help: 'For a choice: id of its field in the version before.' },
  { heading: 'was', help: 'Key, id or code in the version before.' },
  { heading: 'is now', help: 'Key, id or code in this version; a hyphen (-) where nothing takes its place.' },
] as const;
