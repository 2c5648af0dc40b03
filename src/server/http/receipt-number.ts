import type { Fingerprint, OwnerId, RoundId } from '#core/ids.ts';

/** No I, L, O and U: they are misread, or spell things. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A receipt's number, readable over the telephone: owner, round, revision and four characters that come from the
 * fingerprint, e.g. `999001-SR-200809-R1-4K7Q`. Unique because a revision is.
 */
export const receiptNumber = (owner: OwnerId, round: RoundId, revision: number, print: Fingerprint): string => {
  const bits = Number.parseInt(print.slice(0, 5), 16);
  const check = [15, 10, 5, 0].map((shift) => alphabet[(bits >> shift) & 31]).join('');
  return `${owner}-${round}-R${revision}-${check}`;
};
