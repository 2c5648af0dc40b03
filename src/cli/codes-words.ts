import { instantText } from '#core/returns/instant-text.ts';
import type { MadeCode, WireCode, WireMember } from '#wire/people.ts';
import type { Problem } from '#wire/problems.ts';

const roleWords = { school: 'school', mentor: 'mentor', 'project-team': 'project team' } as const;

/** Everybody with their codes, as the terminal lists them. */
export const memberLines = (people: readonly WireMember[]): string =>
  people.length === 0
    ? 'Nobody takes part yet. For example: stem-returns codes make --role project-team --name "Your name"'
    : people
        .flatMap((person) => [memberLine(person), ...person.codes.map((code) => `  ${codeLine(code)}`)])
        .join('\n');

const memberLine = ({ id, role, name, owner, ended }: WireMember): string =>
  [
    `${name}, ${roleWords[role]}${owner === undefined ? '' : ` ${owner}`} (${id})`,
    ...(ended === undefined ? [] : [`ended ${instantText(ended)}`]),
  ].join(', ');

const codeLine = ({ id, made, expires, lastUsed, revoked, once, holds }: WireCode): string =>
  [
    `code ${id}`,
    ...(made === undefined ? [] : [`made ${instantText(made)}`]),
    ...(lastUsed === undefined ? ['never used'] : [`last used ${instantText(lastUsed)}`]),
    ...(once ? ['for one sign-in'] : []),
    ...(revoked === undefined ? [] : [`revoked ${instantText(revoked)}`]),
    ...(holds ? (expires === undefined ? [] : [`until ${instantText(expires)}`]) : ['lets nobody in']),
  ].join(', ');

/** A code that was just made. */
export const codeText = ({ code, about }: MadeCode, { name, role, id }: WireMember): string =>
  [
    `Access code for ${name}, ${roleWords[role]} (${id}):`,
    '',
    `  ${code}`,
    '',
    `It is shown this once. ${about.expires === undefined ? '' : `It holds until ${instantText(about.expires)}. `}To revoke it: stem-returns codes revoke ${about.id}`,
  ].join('\n');

/** What to say when the endpoint refuses. */
export const codeRefusalWords = ({ code, detail = '', title }: Problem): string => {
  if (code === 'last-way-in')
    return 'This is the last code by which the project team can sign in. Make another one first: stem-returns codes make';
  if (code === 'person-ended')
    return 'This person has ended. Give the name and school or role anew to add her again.';
  if (code === 'invalid-request' && detail.includes('/owner'))
    return 'There is no such school in the register. A school is named by its URN, six digits.';
  if (code === 'invalid-request' && detail.includes('/expires'))
    return '--expires must be a day from today on, such as 2027-07-31.';
  return `${title}${detail === '' ? '' : ` (${detail})`}`;
};
