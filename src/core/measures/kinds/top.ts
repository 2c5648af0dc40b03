import { answered, count, type Among } from '../figures.ts';
import { nameInTables } from '../measured.ts';
import { headingOf, optionsOfAll } from '../options.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';

/**
 * The choices made most often by all rows together, with their shares of those that answered: of all, and of each
 * part of the breakdown beside it, so that a line compares one choice.
 */
export const top: MeasureKind<'top'> = ({ field, most, by = [] }, measured) => {
  const below = answered(measured, field);
  const parts = by.length === 0 ? [] : optionsOfAll(measured, by).filter(({ role }) => role !== 'total');
  return {
    columns: [
      { label: tableWords.share, role: 'part', unit: 'share' },
      ...parts.map((part) => ({ ...headingOf(part, below), unit: 'share' as const })),
      { label: tableWords.number, role: 'beside', unit: 'count' },
      { label: tableWords.outOf, role: 'beside', unit: 'count' },
    ],
    lines: measured
      .choices(field)
      .filter((choice) => choice.unknown !== true)
      .map((choice) => {
        const above: Among = (criteria) => count([...criteria, { field, code: choice.code }]);
        return {
          label: nameInTables(choice),
          role: 'part',
          cells: [
            { ratio: [above([]), below([])] },
            ...parts.map((part) => ({ ratio: [part.among(above), part.among(below)] }) as const),
            above([]),
            below([]),
          ],
        };
      }),
    ranked: { most, by: parts.length + 1 },
  };
};
