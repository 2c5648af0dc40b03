import type { SheetPlan } from '#core/sheet/sheet-plan.ts';

/** The same letters on their way to Excel, but nothing for the engine to calculate: for measuring the way alone. */
export const withoutFormulas = (plan: SheetPlan): SheetPlan => ({
  ...plan,
  blocks: plan.blocks.map((block) => ({
    ...block,
    content: block.content.map((line) =>
      line.map((cell) => (typeof cell === 'object' && cell !== null ? `f${cell.formula.slice(1)}` : cell)),
    ),
  })),
});
