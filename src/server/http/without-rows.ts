import type { RoundRecord } from '../store/rounds.ts';
import type { Refusal } from './problems.ts';

/** Why a round has no rows to look into; `undefined` where it has. */
export const withoutRows = ({ detail, purged }: RoundRecord): Refusal | undefined => {
  if (detail === 'tally') return { code: 'tally-only' };
  return purged === undefined ? undefined : { code: 'purged' };
};

/** Why it is not known any more what each return of a round came to; `undefined` where it is. */
export const withoutTallies = ({ purged, keepTallies }: RoundRecord): Refusal | undefined =>
  purged !== undefined && keepTallies === 'sum' ? { code: 'purged' } : undefined;
