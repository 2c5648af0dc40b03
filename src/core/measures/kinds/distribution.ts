import { answered, count, plus, sum, type Among } from '../figures.ts';
import { nameInTables, type Measured } from '../measured.ts';
import { headingOf, optionsOfAll } from '../options.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';
import { ratioOf } from './ratio.ts';

/**
 * How many rows made each choice; then how many answered, out of how many, and the mean where choices have values.
 * Choices with a value come first, so that a chart has one range.
 */
export const distribution: MeasureKind<'distribution'> = (measure, measured) => {
  const { field } = measure;
  const known = measured.choices(field).filter((choice) => choice.unknown !== true);
  const valued = known.filter(({ value }) => value !== undefined);
  const choices = [...valued, ...known.filter(({ value }) => value === undefined)];
  const mean = ratioOf({ kind: 'mean', id: measure.id, title: measure.title, field }, measured);
  const fixed = measured.instrument.rows.kind === 'fixed';
  const lines = optionsOfAll(measured, measure.by ?? (fixed ? ['#group'] : []));
  const base = outOf(measured);
  return {
    columns: [
      ...choices.map((choice) => ({ label: nameInTables(choice), role: 'part', unit: 'count' }) as const),
      { label: tableWords.answered, role: 'beside', unit: 'count' },
      { label: tableWords.outOf, role: 'beside', unit: 'count' },
      ...(valued.length > 0 ? [{ label: tableWords.mean, role: 'beside', unit: 'mean' } as const] : []),
    ],
    lines: lines.map((line) => ({
      ...headingOf(line, count),
      cells: [
        ...choices.map(({ code }) => line.among((criteria) => count([...criteria, { field, code }]))),
        line.among(answered(measured, field)),
        line.among(base),
        ...(valued.length > 0 ? [{ ratio: [line.among(mean.above), line.among(mean.below)] } as const] : []),
      ],
    })),
  };
};

/** Of fixed rows all that are asked, answered or not, as long as it is by group; else rows that are started. */
const outOf =
  ({ instrument }: Measured): Among =>
  (criteria) => {
    const groups = criteria.flatMap((criterion) => ('group' in criterion ? [criterion.group] : []));
    if (instrument.rows.kind === 'open' || groups.length < criteria.length) return count(criteria);
    return groups.length === 0 ? sum({ kind: 'asked' }) : plus(groups.map((group) => sum({ kind: 'asked', group })));
  };
