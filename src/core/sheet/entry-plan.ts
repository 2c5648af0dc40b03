import type { Area } from '../cell.ts';
import { type Field, fixedRows, groupsOf, type Row } from '../instrument/instrument.ts';
import type { AnswerRow } from '../returns/content.ts';
import { rowsByKey } from '../rules/row-in-hand.ts';
import { columnLetters, fixedArea, cellName, onSheet, quotedText } from './a1.ts';
import { columnIds, columnLabel } from './entry-layout.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import { questionsText } from './question-text.ts';
import type { Block, Formula, Highlight, SheetPlan, StyleName, Validation } from './sheet-plan.ts';
import { sheetWords, statusWords } from './sheet-words.ts';

/** A question that is open, as the entry sheet shows it. */
export interface ShownQuestion {
  readonly row: string;
  readonly field: string;
  readonly text: string;
}

/** What is already known of a return when its sheet is drawn. */
export interface EntryContent {
  readonly answers: readonly AnswerRow[];
  readonly questions: readonly ShownQuestion[];
}

/**
 * The sheet that people fill: one line for each row of the instrument. It marks itself: status, progress and
 * highlights are formulas over the check sheet and work with the add-in closed.
 */
export const planEntry = (context: PlanContext, content: EntryContent): SheetPlan => {
  const { instrument, check } = context;
  const { entry } = check;
  const items = fixedRows(instrument);
  const status = entry.column('#status');
  const question = entry.column('#question');
  const talk: Area = { row: entry.firstRow, column: question, rows: entry.rows, columns: 2 };
  return {
    ...blankPlan(context, 'entry'),
    blocks: [
      ...headBlocks(context),
      block(
        entry.firstRow,
        0,
        items.map(({ key, group, text }) => [key, groupTitle(context, group), text]),
        true,
      ),
      block(entry.firstRow, entry.answers.column, answerCells(context, content.answers), true),
      block(
        entry.firstRow,
        status,
        items.map(() => [statusFormula(context)]),
      ),
      block(
        entry.firstRow,
        question,
        items.map(({ key }) => [
          questionsText(
            instrument,
            content.questions.filter(({ row }) => row === key),
          ) || null,
          null,
        ]),
        true,
      ),
    ],
    regions: [
      { name: 'answers', area: entry.answers, belongsTo: 'person' },
      { name: 'questions', area: { ...talk, columns: 1 }, belongsTo: 'shared' },
      { name: 'replies', area: { ...talk, column: question + 1, columns: 1 }, belongsTo: 'person' },
    ],
    styles: [...headStyles(context), ...bandStyles(context)],
    columnWidths: [7, 18, 42, ...instrument.fields.map(({ width }) => width), 15, 38, 38].map((width, column) => ({
      column,
      width,
    })),
    hiddenRows: [entry.idRow],
    validations: [
      ...instrument.fields.flatMap((field) => fieldValidations(context, field)),
      promptOnly({ ...talk, columns: 1 }, columnLabel(instrument, '#question'), sheetWords.questionPrompt),
      promptOnly(
        { ...talk, column: question + 1, columns: 1 },
        columnLabel(instrument, '#answer'),
        sheetWords.answerPrompt,
      ),
    ],
    highlights: highlights(context),
    freeze: { rows: entry.headerRow + 1, columns: 3 },
    protection: { unlocked: [entry.answers, talk] },
  };
};

const groupTitle = ({ instrument }: PlanContext, id: string): string =>
  groupsOf(instrument).find((group) => group.id === id)?.title ?? id;

const headBlocks = (context: PlanContext): readonly Block[] => {
  const { instrument, check, names } = context;
  const { entry } = check;
  const ids = columnIds(instrument);
  const guided = fixedRows(instrument).some(({ descriptors }) => descriptors !== undefined);
  const purpose = guided ? `${instrument.purpose} ${sheetWords.seeGuide(names.guide)}` : instrument.purpose;
  return [
    block(entry.titleRow, 0, [[instrument.title]]),
    block(entry.ownerRow, 0, [[ownerLine(context)]]),
    block(entry.codeRow, 0, [[blankPlan(context, 'entry').code]]),
    block(entry.progressRow, 0, [[progressFormula(context)]]),
    block(entry.purposeRow, 0, [[purpose]]),
    block(entry.idRow, 0, [ids]),
    block(entry.headerRow, 0, [ids.map((id) => columnLabel(instrument, id))]),
  ];
};

/** "7 of 26 statements answered, 2 to fix, 1 to check", of the lines where anything is typed. */
export const progressFormula = ({ instrument, check, names }: PlanContext): Formula => {
  const { one, many } = instrument.rows.noun;
  const on = onSheet(names.check);
  const words = sheetWords.progress;
  const rows = fixedRows(instrument).length;
  const answered = quotedText(`${words.of}${rows} ${rows === 1 ? one : many}${words.answered}`);
  const counted = (standing: number, word: string): string => {
    const count = `COUNTIF(${on}${fixedArea(check.standing)},${standing})`;
    return `IF(${count}>0,", "&${count}&${quotedText(word)},"")`;
  };
  return {
    formula: `=SUM(${on}${check.terms.started})&${answered}&${counted(1, words.toFix)}&${counted(2, words.toCheck)}`,
  };
};

/** Far more lines than are ever inserted; a bounded range is read faster than a whole column. */
const linesBelow = 200;

/** Reads the standing of the line it is in, wherever that line has been sorted or moved to. */
const statusFormula = ({ check: { standing }, names }: PlanContext): Formula => {
  const column = { ...standing, row: 0, rows: standing.row + standing.rows + linesBelow };
  const word = `INDEX(${onSheet(names.check)}${fixedArea(column)},ROW())+1`;
  return { formula: `=CHOOSE(${word},${statusWords.map(quotedText).join(',')})` };
};

const answerCells = ({ instrument }: PlanContext, answers: readonly AnswerRow[]): Block['content'] => {
  const byKey = rowsByKey(answers);
  return fixedRows(instrument).map(({ key }) =>
    instrument.fields.map(({ id }) => byKey.get(key)?.values[id] ?? null),
  );
};

const headStyles = ({ check: { entry }, instrument }: PlanContext): SheetPlan['styles'] => {
  const line = (row: number, style: StyleName) => ({ area: { row, column: 0, rows: 1, columns: 1 }, style });
  const status = entry.column('#status');
  const header = (column: number, columns: number, style: StyleName) => ({
    area: { row: entry.headerRow, column, rows: 1, columns },
    style,
  });
  return [
    line(entry.titleRow, 'title'),
    line(entry.ownerRow, 'subtitle'),
    line(entry.codeRow, 'code'),
    line(entry.progressRow, 'subtitle'),
    line(entry.purposeRow, 'note'),
    header(0, 3, 'header-ours'),
    header(3, instrument.fields.length, 'header'),
    header(status, 2, 'header-ours'),
    header(status + 2, 1, 'header'),
  ];
};

/** Groups are told apart by alternating shades. */
const bandStyles = ({ check: { entry }, instrument }: PlanContext): SheetPlan['styles'] =>
  runs(fixedRows(instrument), ({ group }) => group).flatMap(({ at, length }, nth) => {
    const band = (column: number, columns: number): Area => ({
      row: entry.firstRow + at,
      column,
      rows: length,
      columns,
    });
    const status = entry.column('#status');
    const [label, input]: readonly [StyleName, StyleName] =
      nth % 2 === 0 ? ['label', 'input'] : ['label-alternate', 'input-alternate'];
    return [
      { area: band(0, 3), style: label },
      { area: band(3, instrument.fields.length), style: input },
      { area: band(status, 1), style: 'ours' as const },
      { area: band(status + 1, 2), style: input },
    ];
  });

/** Neighbouring rows that have the same mark. */
const runs = (items: readonly Row[], mark: (item: Row) => string | number): { at: number; length: number }[] => {
  const found: { at: number; length: number }[] = [];
  items.forEach((item, at) => {
    const before = items[at - 1];
    const last = found.at(-1);
    if (before !== undefined && last !== undefined && mark(before) === mark(item)) last.length += 1;
    else found.push({ at, length: 1 });
  });
  return found;
};

const promptOnly = (area: Area, title: string, text: string): Validation => ({
  area,
  alert: { style: 'information', title: '', text: '' },
  prompt: { title, text },
});

/** Help beside each cell, and the drop-down that is right for its row. Nothing typed is ever refused. */
const fieldValidations = (
  { check: { entry }, instrument, lists, names }: PlanContext,
  field: Field,
): readonly Validation[] => {
  const items = fixedRows(instrument);
  const dropDowns = lists.dropDowns.filter((dropDown) => dropDown.field === field.id);
  const offered = (key: string) => dropDowns.findIndex(({ rows }) => rows.has(key));
  return runs(items, ({ key }) => offered(key)).map(({ at, length }) => {
    const area = { row: entry.firstRow + at, column: entry.column(field.id), rows: length, columns: 1 };
    const dropDown = dropDowns[offered(items[at]?.key ?? '')];
    if (dropDown === undefined) return promptOnly(area, field.label, field.help);
    return {
      area,
      list: `=${onSheet(names.lists)}${fixedArea(dropDown.area)}`,
      alert: { style: 'warning' as const, ...sheetWords.notAChoice },
      prompt: { title: field.label, text: field.help },
    };
  });
};

/**
 * Errors and warnings as the check sheet gives them, cell by cell; a cell with an open question, known by its column's
 * header at the beginning of a line in the question cell; and rows that are done.
 */
const highlights = ({ check: { entry }, names }: PlanContext): readonly Highlight[] => {
  const { answers, firstRow, headerRow } = entry;
  const verdict = `${onSheet(names.check)}${cellName(firstRow, answers.column)}`;
  const asked = `$${columnLetters(entry.column('#question'))}${firstRow + 1}`;
  const label = `${columnLetters(answers.column)}$${headerRow + 1}`;
  const status = entry.column('#status');
  // What must be fixed shows first; then what the mentor asks, which is newer than any warning.
  return [
    { area: answers, formula: `=${verdict}=2`, style: 'error' },
    {
      area: answers,
      formula: `=ISNUMBER(FIND(CHAR(10)&${label}&": ",CHAR(10)&${asked}))`,
      style: 'question',
    },
    { area: answers, formula: `=${verdict}=1`, style: 'warning' },
    {
      area: { row: firstRow, column: status, rows: entry.rows, columns: 1 },
      formula: `=${cellName(firstRow, status)}=${quotedText(statusWords[3])}`,
      style: 'done',
    },
  ];
};
