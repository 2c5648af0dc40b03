import { type Breakdown, groupsOf } from '../instrument/instrument.ts';
import { count, minus, type Among } from './figures.ts';
import { type Measured, nameInTables } from './measured.ts';
import type { Criterion, Figure, FigureColumn } from './sums.ts';
import { tableWords } from './table-words.ts';

/** One line or column of a breakdown: which rows it takes. */
export interface Option {
  readonly label: string;
  readonly role: FigureColumn['role'];
  /** A number among the rows of this option. */
  among(of: Among): Figure;
  /** For an unknown: a number among the rows that make it show. */
  behind?(of: Among): Figure;
}

const everything: Option = { label: tableWords.all, role: 'total', among: (of) => of([]) };

/** What a breakdown takes apart: each choice that is published, then the unknown, then all; or each group, then all. */
export const optionsOf = (measured: Measured, breakdown: Breakdown): readonly Option[] => {
  const total: Option = { ...everything, label: tableWords.total };
  if (breakdown === '#group')
    return [...groupsOf(measured.instrument).map(({ id, title }) => part(title, { group: id })), total];
  const known = measured.choices(breakdown).filter((choice) => choice.unknown !== true);
  const codes = known.map(({ code }): Criterion => ({ field: breakdown, code }));
  // Where several choices are made in one row, the known ones are no parts of a whole.
  const taken: readonly Criterion[] = measured.several(breakdown) ? [{ field: breakdown, answered: true }] : codes;
  const unknown = (of: Among) =>
    minus(
      of([]),
      taken.map((criterion) => of([criterion])),
    );
  return [
    ...known.map((choice) => part(nameInTables(choice), { field: breakdown, code: choice.code })),
    { label: tableWords.unknown, role: 'unknown', among: unknown, behind: unknown },
    total,
  ];
};

const part = (label: string, criterion: Criterion): Option => ({
  label,
  role: 'part',
  among: (of) => of([criterion]),
});

/** The options of several breakdowns together, the first outermost; all rows as one option where there is none. */
export const optionsOfAll = (measured: Measured, breakdowns: readonly Breakdown[]): readonly Option[] => {
  const [first, ...others] = breakdowns.map((breakdown) => optionsOf(measured, breakdown));
  return first === undefined ? [everything] : others.reduce((outer, inner) => outer.flatMap(within(inner)), first);
};

const within =
  (inner: readonly Option[]) =>
  (outer: Option): readonly Option[] =>
    inner.map((option) => {
      const behind = [outer, option].filter((one) => one.role === 'unknown');
      const among = (of: Among) => outer.among((a) => option.among((b) => of([...a, ...b])));
      return {
        label: tableWords.both(outer.label, option.label),
        role: behind.length > 0 ? 'unknown' : outer.role === 'total' ? 'total' : option.role,
        among,
        ...(behind.length > 0 ? { behind: among } : {}),
      };
    });

/** What stands at the crossing of a line and a column. */
export const crossing = (line: Option, column: Option, of: Among): Figure =>
  line.among((a) => column.among((b) => of([...a, ...b])));

/** The heading of an option; `base` are the rows of which an unknown must have some to be shown. */
export const headingOf = (
  { label, role, behind }: Option,
  base: Among = count,
): { label: string; role: Option['role']; behind?: Figure } => ({
  label,
  role,
  ...(behind === undefined ? {} : { behind: behind(base) }),
});
