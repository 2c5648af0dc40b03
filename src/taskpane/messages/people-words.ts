import type { WireCode, WireMember } from '#wire/people.ts';
import { count } from '#core/words/count-words.ts';
import { day, moment } from '#core/words/date-words.ts';

export const roleWords = { school: 'School', mentor: 'Mentor', 'project-team': 'Project team' } as const;

/** Somebody's line in the list: what she is, and whether she can sign in. */
export const memberWords = ({ role, owner, schools = [], ended, codes }: WireMember): string => {
  const is = role === 'school' ? `${roleWords.school} ${owner ?? ''}` : roleWords[role];
  const looksAfter = role === 'mentor' ? [count(schools.length, 'school')] : [];
  if (ended !== undefined) return [is, `ended on ${day(ended)}`].join(' · ');
  const holding = codes.filter(({ holds }) => holds).length;
  const used = codes
    .flatMap(({ lastUsed }) => (lastUsed === undefined ? [] : [lastUsed]))
    .sort()
    .at(-1);
  return [
    is,
    ...looksAfter,
    holding === 0 ? 'no access code' : count(holding, 'access code'),
    ...(holding === 0 ? [] : [used === undefined ? 'not signed in yet' : `signed in last on ${day(used)}`]),
  ].join(' · ');
};

/** How an access code stands, in one or two words. */
export const codeState = ({ holds, revoked, once, expires }: WireCode, now: string): string => {
  if (holds) return once ? 'Lets in once' : 'Lets in';
  if (revoked !== undefined) return 'Revoked';
  return expires !== undefined && expires <= now ? 'Run out' : 'Lets nobody in';
};

/** What is known of an access code besides. */
export const codeWords = ({ made, expires, lastUsed, revoked, holds }: WireCode): string =>
  [
    ...(made === undefined ? [] : [`Made on ${day(made)}`]),
    lastUsed === undefined ? 'never used' : `used last on ${moment(lastUsed)}`,
    ...(revoked === undefined ? [] : [`revoked on ${day(revoked)}`]),
    ...(holds ? [expires === undefined ? 'holds until it is revoked' : `holds until ${day(expires)}`] : []),
  ].join(', ');

/** What to do with a new code, in the letter to its person. */
export const codeLetter = {
  title: 'Your access code for STEM Timeline Returns',
  how: 'Open Excel, press Open on the tab STEM Returns, and type this code under “Access code”. Capitals and hyphens do not matter.',
  keep: 'Keep it to yourself: whoever has it signs in as you. If it gets lost, tell the project team; they revoke it and make another one.',
} as const;
