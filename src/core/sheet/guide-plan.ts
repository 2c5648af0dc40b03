import { fixedRows, groupsOf } from '../instrument/instrument.ts';
import { traitOf } from '../instrument/traits.ts';
import { columnLabel } from './entry-layout.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

const headerRow = 5;

/**
 * The sheet to read and print beside the entry sheet: for each row what every choice means there. `undefined` for an
 * instrument that has no such descriptions.
 */
export const planGuide = (context: PlanContext): SheetPlan | undefined => {
  const { instrument } = context;
  const [items, groups] = [fixedRows(instrument), groupsOf(instrument)];
  const level = traitOf(instrument, 'levelled-statements');
  const field = instrument.fields.find(({ id }) => id === level?.field);
  const described = (field?.choices ?? []).filter(({ code }) =>
    items.some(({ descriptors }) => descriptors?.[code] !== undefined),
  );
  if (described.length === 0) return undefined;
  const plan = blankPlan(context, 'guide');
  const columns = described.length + 2;
  const inGroups = groups.map((group) => ({ group, rows: items.filter((item) => item.group === group.id) }));
  const lines = inGroups.flatMap(({ group, rows }) => [
    { isGroup: true, cells: [group.title, ...Array<null>(columns - 1).fill(null)] },
    ...rows.map(({ key, text, descriptors }) => ({
      isGroup: false,
      cells: [key, text, ...described.map(({ code }) => descriptors?.[code] ?? null)],
    })),
  ]);
  return {
    ...plan,
    blocks: [
      block(0, 0, [[`${instrument.title}: ${sheetWords.guide}`]]),
      block(1, 0, [[ownerLine(context)]]),
      block(2, 0, [[plan.code]]),
      block(3, 0, [[sheetWords.guideNote]]),
      block(headerRow, 0, [
        [columnLabel(instrument, '#key'), columnLabel(instrument, '#text'), ...described.map(({ label }) => label)],
      ]),
      block(
        headerRow + 1,
        0,
        lines.map(({ cells }) => cells),
        true,
      ),
    ],
    styles: [
      ...(['title', 'subtitle', 'code', 'note'] as const).map((style, row) => ({
        area: { row, column: 0, rows: 1, columns: 1 },
        style,
      })),
      { area: { row: headerRow, column: 0, rows: 1, columns }, style: 'header-ours' },
      ...lines.map(({ isGroup }, at) => ({
        area: { row: headerRow + 1 + at, column: 0, rows: 1, columns },
        style: isGroup ? ('subtitle' as const) : ('label' as const),
      })),
    ],
    columnWidths: [7, 34, ...described.map(() => 34)].map((width, column) => ({ column, width })),
    freeze: { rows: headerRow + 1, columns: 2 },
  };
};
