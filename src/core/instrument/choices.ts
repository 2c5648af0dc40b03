import type { Round } from '../returns/round.ts';
import type { Choice, Field } from './instrument.ts';

const yearsOffered = 3;

const terms = [
  { id: 'autumn', name: 'Autumn', short: 'Aut', afterNewYear: 0 },
  { id: 'spring', name: 'Spring', short: 'Spr', afterNewYear: 1 },
  { id: 'summer', name: 'Summer', short: 'Sum', afterNewYear: 1 },
] as const;

/**
 * What a field offers in a round, in the order of its drop-down. A `term` field offers the terms of the round's
 * academic year and of the two after it ("Autumn 2008", code `autumn-2008`); a text field offers nothing.
 */
export const choicesOf = (field: Field, round: Pick<Round, 'academicYear'>): readonly Choice[] => {
  if (field.kind !== 'term') return field.choices ?? [];
  const firstYear = Number(round.academicYear.slice(0, 4));
  return Array.from({ length: yearsOffered }, (_, later) => termsOfYear(firstYear + later)).flat();
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
