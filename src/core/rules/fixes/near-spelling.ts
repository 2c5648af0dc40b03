import type { Choice } from '../../instrument/instrument.ts';
import { spellingsOf } from '../../instrument/interpret.ts';

/** Too short a text is one slip away from too much. */
const shortest = 4;

/**
 * The one choice that a text most likely meant: the only one of which a spelling has the same letters and digits, the
 * word "year" before a number apart ("Yr 7", "7.", "d & t"), or else the only one that is a single slip away: a letter
 * too many, too few, another, or two the wrong way round. `undefined` when there is none or more than one.
 */
export const nearSpelling = (text: string, choices: readonly Choice[]): Choice | undefined => {
  const meant = bare(text);
  if (meant === '') return undefined;
  const spelt = choices.map((choice) => ({ choice, spellings: spellingsOf(choice).map(bare) }));
  const same = spelt.filter(({ spellings }) => spellings.includes(meant));
  if (same.length > 0) return only(same)?.choice;
  if (meant.length < shortest) return undefined;
  const near = spelt.filter(({ spellings }) =>
    spellings.some((spelling) => spelling.length >= shortest && isOneSlip(meant, spelling)),
  );
  return only(near)?.choice;
};

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** Letters and digits in lower case, without "year", "yr" or "y" before a number. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^(?:year|yr|y)(?=\d)/, '');

/** Whether one text becomes the other by one letter more, less or other, or by turning two neighbours round. */
const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (a.length !== b.length) return restA.slice(1) === restB || restA === restB.slice(1);
  const turned = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || turned;
};
