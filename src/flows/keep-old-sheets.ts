import { ok } from '#core/result.ts';
import { readSheetCode } from '#core/returns/sheet-code.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { sheetWords } from '#core/sheet/sheet-words.ts';
import type { PlacedPlan } from '../workbook/workbook.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { planRedrawing } from './redraw-return.ts';

/**
 * Takes the sheets of a return out of count: where each says its code, plain words say what it is. All else stays
 * readable as it is. A protected sheet lets nobody write there: it is drawn again over itself, which keeps what people
 * typed. Applied twice it changes nothing more.
 */
export const keepOldSheets = async (desk: Desk, open: OpenReturn): Promise<FlowResult<void>> => {
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const redrawing = await planRedrawing(desk, open);
  if (!redrawing.ok) return redrawing;
  const words = sheetWords.keptOld(open.instrument.version);
  const sheets = Object.values(open.sheets);
  const drawn = redrawing.value.plans.filter(({ at, plan }) => at !== undefined && plan.protection !== undefined);
  const changes = survey.value
    .filter(({ id }) => sheets.includes(id) && !drawn.some(({ at }) => at === id))
    .flatMap(({ id: sheet, corner }) =>
      corner.flatMap((line, row) =>
        line.flatMap((cell, column) =>
          readSheetCode(cell) === undefined ? [] : [{ sheet, cell: { row, column }, value: words }],
        ),
      ),
    );
  const applied = fromWorkbook(await desk.workbook.apply(changes));
  if (!applied.ok) return applied;
  const over = fromWorkbook(await desk.workbook.draw(drawn.map((placed) => withoutCode(placed, words))));
  return over.ok ? ok(undefined) : over;
};

const withoutCode = ({ plan, ...placed }: PlacedPlan, words: string): PlacedPlan => ({
  ...placed,
  plan: { ...plan, blocks: plan.blocks.map((block) => saying(block, plan.code, words)) },
});

const saying = (block: SheetPlan['blocks'][number], code: string, words: string): SheetPlan['blocks'][number] =>
  block.content.some((line) => line.includes(code))
    ? { ...block, content: block.content.map((line) => line.map((cell) => (cell === code ? words : cell))) }
    : block;
