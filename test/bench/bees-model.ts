import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { createModel, type UniverModel } from '#workbench/engine/univer-model.ts';
import { beeAnswers, beekeeper, bees, beesRound } from './bees-instrument.ts';

export interface BeesModel {
  readonly model: UniverModel;
  /** Id and name of the entry sheet. */
  readonly entry: { readonly id: string; readonly name: string };
}

/** The large return in the workbench's engine: cells, formulas and highlights of its plans, not calculated yet. */
export const beesModel = (): BeesModel => {
  const plans = planReturn({
    instrument: bees,
    round: beesRound,
    owner: beekeeper,
    names: freeSheetNames(bees, []),
    answers: beeAnswers(),
  });
  const model = createModel();
  const first = model.sheets.active();
  const ids = plans.map(({ name }) => model.sheets.add(name));
  plans.forEach((plan, at) => draw(model, ids[at] ?? '', plan));
  const at = plans.findIndex(({ role }) => role === 'entry');
  const entry = { id: ids[at] ?? '', name: plans[at]?.name ?? '' };
  model.sheets.activate(entry.id);
  model.sheets.remove(first);
  plans.forEach((plan, sheet) => model.sheets.setHidden(ids[sheet] ?? '', plan.visibility !== 'visible'));
  return { model, entry };
};

function draw(model: UniverModel, id: string, { blocks, highlights }: SheetPlan): void {
  for (const { area, content, asText } of blocks) {
    if (asText) model.cells.setFormat(id, area, '@');
    model.cells.write(
      id,
      area,
      content.map((line) =>
        line.map((cell) => (cell === null ? undefined : typeof cell === 'object' ? cell : { value: cell })),
      ),
    );
  }
  for (const { area, formula, style } of highlights) {
    const fill = style === 'error' ? '#f8cbad' : '#ffeb9c';
    model.looks.addHighlight(id, { area, formula, fill, stopIfTrue: false });
  }
}
