import type { Area } from '#core/cell.ts';
import type { Block, SheetPlan } from '#core/sheet/sheet-plan.ts';
import { rangeOf } from './address.ts';
import { areaWithout, halvesOf } from '../areas.ts';
import { isFormula, needsGeneral } from '../cell-content.ts';
import { cellsPerWrite, packed } from './chunks.ts';
import { everyCell, keptBy } from './draw-looks.ts';
import { isTooLarge } from './failures.ts';
import type { Batch } from './run.ts';
import { written } from './written.ts';

/** A sheet that is there, old or new, with the plan to draw on it. */
export interface PreparedSheet {
  readonly id: string;
  readonly plan: SheetPlan;
  /** The sheet was there before: its person's and shared regions keep what is in them. */
  readonly standing: boolean;
  /** How far a standing sheet that is ours alone was used. */
  readonly used?: Area;
}

/** A part of a block. */
interface Piece {
  readonly sheet: PreparedSheet;
  readonly block: Block;
  readonly area: Area;
}

/** Clears what an earlier drawing left and writes the content, in one sync for each 20,000 cells begun. */
export const drawContent = async (batch: Batch, sheets: readonly PreparedSheet[]): Promise<void> => {
  const pieces = sheets.flatMap((sheet) =>
    sheet.plan.blocks.flatMap((block) =>
      areaWithout(block.area, keptBy(sheet.plan, sheet.standing)).map((area) => ({ sheet, block, area })),
    ),
  );
  // Blank cells of a new sheet are formatted at most: however many there are, they cost next to nothing.
  const blank = pieces.filter(({ sheet, block }) => !sheet.standing && isBlank(block.content));
  const groups = packed(
    pieces.filter((piece) => !blank.includes(piece)),
    cellsPerWrite,
  );
  if (groups.length === 0) groups.push([]);
  groups[0]?.unshift(...blank);
  let toClear = sheets.filter(({ standing }) => standing);
  for (const group of groups) {
    await writeGroup(batch, group, toClear);
    toClear = [];
  }
};

const isBlank = (content: Block['content']): boolean => content.every((row) => row.every((cell) => cell === null));

const writeGroup = async (
  batch: Batch,
  group: readonly Piece[],
  toClear: readonly PreparedSheet[],
): Promise<void> => {
  if (group.length === 0 && toClear.length === 0) return;
  try {
    await batch((context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      for (const sheet of toClear) clearOurs(context, sheet);
      for (const piece of group) writePiece(context, piece);
      return () => undefined;
    });
  } catch (error) {
    const halves = isTooLarge(error) ? halvesOfGroup(group) : undefined;
    if (!halves) throw error;
    await writeGroup(batch, halves[0], toClear);
    await writeGroup(batch, halves[1], []);
  }
};

const halvesOfGroup = (group: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | undefined => {
  const [first] = group;
  if (first === undefined) return undefined;
  if (group.length > 1) {
    const half = Math.floor(group.length / 2);
    return [group.slice(0, half), group.slice(half)];
  }
  const halves = halvesOf(first.area);
  return halves && [[{ ...first, area: halves[0] }], [{ ...first, area: halves[1] }]];
};

/**
 * What an earlier drawing has left in our own regions must not be counted or read with the new. On a sheet that is ours
 * alone that is everything; elsewhere nothing outside our regions is touched.
 */
const clearOurs = (context: Excel.RequestContext, { id, plan, used }: PreparedSheet): void => {
  const sheet = context.workbook.worksheets.getItem(id);
  if (used) {
    rangeOf(sheet, used).clear('All');
    return;
  }
  const ours = plan.regions.filter(({ belongsTo }) => belongsTo === 'us').map(({ area }) => area);
  for (const area of ours.flatMap((one) => areaWithout(one, keptBy(plan, true))))
    rangeOf(sheet, area).clear('Contents');
};

const writePiece = (context: Excel.RequestContext, { sheet, block, area }: Piece): void => {
  const range = rangeOf(context.workbook.worksheets.getItem(sheet.id), area);
  const content = partOf(block, area);
  const asText = block.asText ?? false;
  if (asText) {
    range.numberFormat = content.flat().some(needsGeneral)
      ? content.map((row) => row.map((cell) => (needsGeneral(cell) ? 'General' : '@')))
      : everyCell('@');
  } else if (sheet.standing) {
    // A cell that somebody has formatted as text would keep our numbers and formulas as text.
    range.numberFormat = everyCell('General');
  }
  if (!sheet.standing && isBlank(content)) return;
  // A new sheet is blank: its blank cells are left alone, which also keeps them free for formulas that spill.
  const blank = sheet.standing ? '' : null;
  const cells = content.map((row) => row.map((cell) => written(cell, blank, asText && !needsGeneral(cell))));
  if (content.flat().some(isFormula)) range.formulas = cells;
  else range.values = cells;
};

const partOf = ({ area, content }: Block, part: Area): Block['content'] => {
  if (content.length !== area.rows || content.some((row) => row.length !== area.columns)) {
    throw new Error('the content of a block does not fill its area');
  }
  const left = part.column - area.column;
  return content
    .slice(part.row - area.row, part.row - area.row + part.rows)
    .map((row) => row.slice(left, left + part.columns));
};
