import { copiedBlocks } from './copied-answers.ts';
import { sheetWords } from './sheet-words.ts';
import type { PlacedTexts } from './lists-layout.ts';
import { blankPlan, block, hiddenHead, type PlanContext } from './plan-context.ts';
import type { Block, SheetPlan } from './sheet-plan.ts';

/**
 * The hidden sheet with every spelling that is understood and the lists behind the drop-downs. Spellings are text,
 * also those that look like numbers: the check sheet compares them as text.
 */
export const planLists = (context: PlanContext): SheetPlan => {
  const { lists } = context;
  return {
    ...blankPlan(context, 'lists'),
    blocks: [
      hiddenHead(context, 'lists', sheetWords.lists),
      ...[...new Set([...(lists.rowKeys ? [lists.rowKeys] : []), ...lists.spellings.values()])].flatMap(placedBlocks),
      ...[...new Map(lists.dropDowns.map(({ area, labels }) => [area, labels]))].map(([{ row, column }, labels]) =>
        block(
          row,
          column,
          labels.map((label) => [label]),
          true,
        ),
      ),
      ...copiedBlocks(context),
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
