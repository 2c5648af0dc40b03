/**
 * Whether an e-mail address stands in a text: an `@` with something right before it, and in the word behind it a point
 * that is neither its first nor its last sign.
 */
export const holdsEmail = (text: string): boolean => text.includes('@') && /[^ ]@[^ ][^ .]*\.[^ ]/.test(text);

/** Elementwise the same of the first `@` in the text; an address behind another `@` is found by the check alone. */
export const emailFormula = (text: string): string => {
  const at = `FIND("@",${text})`;
  const behind = `MID(${text},${at}+1,255)`;
  const point = `(FIND(".",${behind},2)<FIND(" ",${behind}&" ")-1)`;
  return `IFERROR((MID(${text},${at}-1,1)<>" ")*${point}>0,FALSE)`;
};
