import type { Circumstances } from '../returns/circumstances.ts';
import type { Choice, Field } from './instrument.ts';

const yearsOffered = 3;

const terms = [
  { id: 'autumn', name: 'Autumn', short: 'Aut', afterNewYear: 0 },
  { id: 'spring', name: 'Spring', short: 'Spr', afterNewYear: 1 },
  { id: 'summer', name: 'Summer', short: 'Sum', afterNewYear: 1 },
] as const;

/**
 * What a field offers in its circumstances, in the order of its drop-down. A `term` field offers the terms of the
 * round's academic year and of the two after it ("Autumn 2008", code `autumn-2008`), a `school` field the schools
 * handed in (names are not unique: the label carries the id), an `item` field the rows of the instrument that it is
 * `of`; texts, numbers and dates offer nothing.
 */
export const choicesOf = (field: Field, { academicYear, schools, items }: Circumstances): readonly Choice[] => {
  switch (field.kind) {
    case 'term': {
      const firstYear = Number(academicYear.slice(0, 4));
      return Array.from({ length: yearsOffered }, (_, later) => termsOfYear(firstYear + later)).flat();
    }
    case 'school':
      return (schools ?? []).map(({ id, name }) => ({ code: id, label: `${name} (${id})`, accepts: [] }));
    case 'item':
      return (items?.[field.of ?? ''] ?? []).map(({ key, text }) => ({
        code: key,
        label: `${key} ${text}`,
        accepts: [],
      }));
    default:
      return field.choices ?? [];
  }
};

/** The three terms of the academic year that begins in September of `begins`. */
const termsOfYear = (begins: number): Choice[] =>
  terms.map(({ id, name, short, afterNewYear }) => {
    const year = begins + afterNewYear;
    const twoDigits = String(year % 100).padStart(2, '0');
    const schoolYear = `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
    return {
      code: `${id}-${year}`,
      label: `${name} ${year}`,
      accepts: [
        `${name} term ${year}`,
        `${short} ${year}`,
        `${short} term ${year}`,
        `${name} ${twoDigits}`,
        `${short} ${twoDigits}`,
        `${name} '${twoDigits}`,
        `${year} ${name}`,
        `${name} ${schoolYear}`,
        `${name} term ${schoolYear}`,
      ],
    };
  });
