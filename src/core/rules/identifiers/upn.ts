/** A pupil number's first sign is worked out of the other twelve; I, O and S are never used. */
const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A capital or small letter and eleven digits, then a digit or, in a temporary number, a letter. */
const shape = /(?<![a-z0-9])[a-z]\d{11}[a-z0-9](?![a-z0-9])/gi;

/** Hardly any text has so many, and those without are told apart at once. */
const manyDigits = /\d{11}/;

/** Whether a unique pupil number (UPN) with its right check letter stands anywhere in a text. */
export const holdsUpn = (text: string): boolean => manyDigits.test(text) && (text.match(shape) ?? []).some(isUpn);

/** The signs 2 to 13 weigh 2 to 13; their sum, modulo 23, tells the letter. A last letter counts as its place. */
const isUpn = (text: string): boolean => {
  const signs = [...text.toUpperCase()];
  const sum = signs.slice(1).reduce((total, sign, at) => {
    const letter = checkLetters.indexOf(sign);
    return total + (at + 2) * (letter < 0 ? Number(sign) : letter);
  }, 0);
  return checkLetters[sum % checkLetters.length] === signs[0];
};

/**
 * Elementwise: TRUE where the whole text is a pupil number. One that stands among other words is found by the check
 * alone. A sign that is no digit adds a fraction, which no letter's place can equal.
 */
export const upnFormula = (text: string): string => {
  const weights = Array.from({ length: 11 }, (_, at) => at + 2);
  const middle = `MMULT(IFERROR(MID(${text},{${weights.join(',')}},1)*1,0.001),{${weights.join(';')}})`;
  const last = `IFERROR(FIND(UPPER(MID(${text},13,1)),"${checkLetters}")-1,IFERROR(MID(${text},13,1)*1,0.001))`;
  const letter = `FIND(UPPER(LEFT(${text},1)),"${checkLetters}")`;
  return `IFERROR((LEN(${text})=13)*(MOD(${middle}+13*${last},23)+1=${letter})>0,FALSE)`;
};
