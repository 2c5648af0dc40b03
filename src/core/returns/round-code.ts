/**
 * A code for a new round: the first letters of its instrument's words and the academic year, `SR-200910`; with a number
 * behind it where there is such a round already. It stands in the codes of sheets, so it is short, in capitals, and
 * without anything that could be misread as a separator of theirs.
 */
export const roundCodeFor = (instrument: string, academicYear: string, taken: readonly string[]): string => {
  const words = instrument
    .replace(/@.*$/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  const code = `${initials.slice(0, 8)}-${academicYear}`;
  const numbered = (number: number): string => {
    const candidate = number === 1 ? code : `${code}-${number}`;
    return taken.includes(candidate) ? numbered(number + 1) : candidate;
  };
  return numbered(1);
};

/** Whether something typed can be the code of a round: letters, digits and hyphens, in capitals, at most 20. */
export const isRoundCode = (text: string): boolean => /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(text);
