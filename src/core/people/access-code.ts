/** Crockford's base 32: no I, L, O and U, which are misread or spell things. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many random bytes a new access code takes: one a sign, of which five bits count. 20 signs are 100 bits. */
export const accessCodeBytes = 20;

/** A new access code as people read it, of `accessCodeBytes` random bytes: `K7QF-3M2X-9TRB-04WD-HJ6S`. */
export const newAccessCode = (random: Uint8Array): string => inGroups(signsOf(random));

/** Random bytes as signs that people can read out, one a byte. */
export const signsOf = (random: Uint8Array): string => [...random].map((byte) => alphabet[byte & 31]).join('');

/** Signs in groups of four, as people copy them without losing their place. */
const inGroups = (signs: string): string => signs.replace(/.{4}(?=.)/g, '$&-');

/**
 * What a typed code comes to, the same for every way to type one code: in capitals, without blanks and hyphens of any
 * kind (a letter's word processor makes dashes of them), the letter O as nought, I and L as one.
 */
export const readAccessCode = (typed: string): string =>
  typed
    .replace(/[\s\p{Pd}\u200B\u00AD]+/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
