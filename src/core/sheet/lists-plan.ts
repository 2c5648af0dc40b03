import { sheetWords } from './sheet-words.ts';
import type { PlacedTexts } from './lists-layout.ts';
import { blankPlan, block, type PlanContext } from './plan-context.ts';
import type { Block, SheetPlan } from './sheet-plan.ts';

/**
 * The hidden sheet with every spelling that is understood and the lists behind the drop-downs. Spellings are text,
 * also those that look like numbers: the check sheet compares them as text.
 */
export const planLists = (context: PlanContext): SheetPlan => {
  const { lists } = context;
  const plan = blankPlan(context, 'lists');
  return {
    ...plan,
    blocks: [
      block(0, 0, [[plan.code, null, sheetWords.lists]]),
      ...placedBlocks(lists.rowKeys),
      ...[...lists.spellings.values()].flatMap(placedBlocks),
      ...lists.dropDowns.map(({ area, labels }) =>
        block(
          area.row,
          area.column,
          labels.map((label) => [label]),
          true,
        ),
      ),
    ],
    styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'code' }],
  };
};

const placedBlocks = ({ texts, places, textArea, placeArea }: PlacedTexts): readonly Block[] => [
  block(
    textArea.row,
    textArea.column,
    texts.map((text) => [text]),
    true,
  ),
  block(
    placeArea.row,
    placeArea.column,
    places.map((place) => [place]),
  ),
];
