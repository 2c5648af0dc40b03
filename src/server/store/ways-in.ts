import type { Instant } from '#core/ids.ts';
import { holds, type Code } from './codes.ts';

/**
 * The codes by which somebody of the project team can sign in at that instant and again: neither revoked, run out nor
 * for one sign-in only. Of the codes of people who have not ended. While there is none, the programme is not set up.
 */
export const waysIn = (ofProjectTeam: readonly Code[], now: Instant): readonly Code[] =>
  ofProjectTeam.filter((code) => !code.once && holds(code, now));
