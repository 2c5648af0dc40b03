import { foldedText } from '../instrument/text-normal-form.ts';
import type { School } from './school.ts';

/** Folds case and takes accents and apostrophes away, so that "st marys" finds "St Mary’s". */
export const foldedForSearch = (text: string): string =>
  foldedText(text.normalize('NFD').replace(/\p{M}|['’‘]/gu, ''));

/**
 * What a school is found by, in one text: it begins with its name, so that it also sorts by name. A LAESTAB and a
 * postcode are found with and without the mark in their middle.
 */
export const searchText = (
  school: Pick<School, 'urn' | 'name' | 'laestab' | 'postcode' | 'localAuthority'>,
): string => {
  const { urn, name, laestab, postcode, localAuthority } = school;
  const parts = [
    name,
    urn,
    laestab,
    laestab?.replace('/', ''),
    postcode,
    postcode?.replace(/ /g, ''),
    localAuthority,
  ];
  return parts.flatMap((part) => (part ? [foldedForSearch(part)] : [])).join(' | ');
};
