import type { Area } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Formula, Highlight, SheetPlan, Validation } from '#core/sheet/sheet-plan.ts';
import { areaAround, areaWithout, halvesOf } from '../areas.ts';
import { isFormula } from '../cell-content.ts';
import type { Loss, PlacedPlan, WorkbookFailure } from '../workbook.ts';
import { rangeOf } from './address.ts';
import { keptBy } from './draw-looks.ts';
import type { Batch } from './run.ts';
import { straySpots } from './text-cells.ts';
import { helpTexts } from '../help-texts.ts';
import { asFormula, typeOf } from './validations.ts';

/** Compares standing sheets with their plans: five syncs at most each, more where help at cells is lost in part of a column. */
export const lost = async (
  batch: Batch,
  plans: readonly PlacedPlan[],
): Promise<Result<readonly Loss[], WorkbookFailure>> => {
  const standing = plans.flatMap(({ plan, at }) => (at === undefined ? [] : [{ plan, at }]));
  const there = await batch((context) => {
    const sheets = standing.map(({ at }) => context.workbook.worksheets.getItemOrNullObject(at).load('id'));
    return () => sheets.every((sheet) => !sheet.isNullObject);
  });
  if (!there) return failed({ kind: 'gone' });
  const counts = { words: 0, formulas: 0, help: 0, colours: 0, 'text-format': 0, 'hidden-rows': 0 };
  for (const { plan, at } of standing) {
    const found = await batch((context) => {
      const sheet = context.workbook.worksheets.getItem(at);
      const [content, rows] = [lostContent(sheet, plan), shownRows(sheet, plan)];
      return () => ({ ...content(), 'hidden-rows': rows() });
    });
    counts.words += found.words;
    counts.formulas += found.formulas;
    counts['hidden-rows'] += found['hidden-rows'];
    counts.colours += await lostColours(batch, at, plan);
    counts['text-format'] += new Set((await straySpots(batch, at, plan)).map(({ column }) => column)).size;
    counts.help += await lostHelp(batch, at, plan.validations);
  }
  return ok(
    Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [{ kind: kind as Loss['kind'], count }] : [])),
  );
};

/** Cells of ours whose words are others, and those that hold no formula any more. Excel spells formulas in its own way. */
const lostContent = (sheet: Excel.Worksheet, plan: SheetPlan) => {
  const parts = plan.blocks.flatMap((block) =>
    areaWithout(block.area, keptBy(plan, true)).map((area) => ({
      block,
      area,
      range: rangeOf(sheet, area).load('formulas'),
    })),
  );
  return () => {
    const found = { words: 0, formulas: 0 };
    for (const { block, area, range } of parts)
      range.formulas.forEach((line: unknown[], row) =>
        line.forEach((stands, column) => {
          const planned = block.content[area.row - block.area.row + row]?.[area.column - block.area.column + column];
          if (planned === null || planned === undefined || holds(stands, planned)) return;
          found[isFormula(planned) ? 'formulas' : 'words'] += 1;
        }),
      );
    return found;
  };
};

const holds = (stands: unknown, planned: string | number | boolean | Formula): boolean =>
  isFormula(planned) ? typeof stands === 'string' && stands.startsWith('=') : String(stands) === String(planned);

/** Columns whose highlights do not stand as planned: after a paste they are broken up or gone. */
const lostColours = async (batch: Batch, at: string, { highlights }: SheetPlan): Promise<number> => {
  const whole = areaAround(highlights.map(({ area }) => area));
  if (!whole) return 0;
  const formatsOf = (context: Excel.RequestContext) =>
    rangeOf(context.workbook.worksheets.getItem(at), whole).conditionalFormats;
  const found = await batch((context) => {
    const formats = formatsOf(context).load('items/id,items/customOrNullObject/rule/formula');
    return () =>
      formats.items.flatMap(({ id, customOrNullObject: custom }) =>
        custom.isNullObject ? [] : [{ id, formula: plain(custom.rule.formula) }],
      );
  });
  const standing = await batch((context) => {
    const formats = formatsOf(context);
    const ranges = found.map(({ id }) => {
      const range = formats.getItem(id).getRangeOrNullObject();
      return range.load('rowIndex,columnIndex,rowCount,columnCount');
    });
    return () =>
      new Set(
        ranges.flatMap((range, place) =>
          range.isNullObject ? [] : [markOf(areaOfRange(range), found[place]?.formula ?? '')],
        ),
      );
  });
  const columns = new Set<number>();
  for (const { area, formula } of highlights) {
    if (standing.has(markOf(area, plain(formula)))) continue;
    for (let column = 0; column < area.columns; column += 1) columns.add(area.column + column);
  }
  return columns.size;
};

const areaOfRange = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

const markOf = ({ row, column, rows, columns }: Area, formula: string): string =>
  [row, column, rows, columns, formula].join(' ');

/** Excel drops apostrophes around names that need none. */
const plain = (formula: Highlight['formula']): string => asFormula(formula).replaceAll("'", '').toUpperCase();

const shownRows = (sheet: Excel.Worksheet, { hiddenRows }: SheetPlan) => {
  const rows = hiddenRows.map((row) => rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 }).load('rowHidden'));
  return () => rows.filter(({ rowHidden }) => !rowHidden).length;
};

/** Rows in which some cell has not its help any more: asked for whole columns, then by halves where a part differs. */
const lostHelp = async (batch: Batch, at: string, validations: readonly Validation[]): Promise<number> => {
  const rows = new Set<number>();
  let asked: readonly { readonly area: Area; readonly validation: Validation }[] = validations.map((validation) => ({
    area: validation.area,
    validation,
  }));
  while (asked.length > 0) {
    const parts = asked;
    asked = await batch((context) => {
      const sheet = context.workbook.worksheets.getItem(at);
      const help = parts.map(({ area }) => rangeOf(sheet, area).dataValidation.load('type,prompt'));
      return () =>
        parts.flatMap(({ area, validation }, place) => {
          const { type, prompt } = help[place] ?? {};
          if (type === typeOf(validation) && prompt?.message === helpTexts(validation).promptText) return [];
          const halves = type === 'MixedCriteria' ? halvesOf(area) : undefined;
          if (halves) return halves.map((half) => ({ area: half, validation }));
          for (let row = 0; row < area.rows; row += 1) rows.add(area.row + row);
          return [];
        });
    });
  }
  return rows.size;
};
