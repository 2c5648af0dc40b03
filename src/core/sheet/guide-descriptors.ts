import { fixedRows, groupsOf } from '../instrument/instrument.ts';
import { traitOf } from '../instrument/traits.ts';
import { columnLabel } from './entry-layout.ts';
import type { GuideLine } from './guide-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { sheetWords } from './sheet-words.ts';

/** For each row what every choice of the level means there, group by group; nothing where rows have no descriptions. */
export const descriptorLines = ({ instrument }: PlanContext): readonly GuideLine[] => {
  const items = fixedRows(instrument);
  const level = traitOf(instrument, 'levelled-statements');
  const field = instrument.fields.find(({ id }) => id === level?.field);
  const described = (field?.choices ?? []).filter(({ code }) =>
    items.some(({ descriptors }) => descriptors?.[code] !== undefined),
  );
  if (described.length === 0) return [];
  const header = [
    columnLabel(instrument, '#key'),
    columnLabel(instrument, '#text'),
    ...described.map(({ label }) => label),
  ];
  return [
    { cells: [sheetWords.guide.descriptors], style: 'subtitle' },
    { cells: [sheetWords.guide.descriptorsNote], style: 'note' },
    ...groupsOf(instrument).flatMap((group): readonly GuideLine[] => [
      { cells: [group.title], style: 'subtitle' },
      { cells: header, style: 'header-ours' },
      ...items
        .filter((item) => item.group === group.id)
        .map(({ key, text, descriptors }): GuideLine => ({
          cells: [key, text, ...described.map(({ code }) => descriptors?.[code] ?? '')],
          style: 'label',
        })),
    ]),
  ];
};
