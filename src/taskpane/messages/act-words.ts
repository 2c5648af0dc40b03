import type { WireAuditEntry } from '#wire/audit.ts';

const acts: Readonly<Record<string, string>> = {
  'add-person': 'Added somebody',
  'rename-person': 'Renamed somebody',
  'look-after': 'Said which schools a mentor looks after',
  'end-person': 'Ended somebody',
  'end-sessions': 'Signed somebody out everywhere',
  'make-code': 'Made an access code',
  'revoke-code': 'Revoked an access code',
  'add-school': 'Added a school',
  'change-school': 'Changed a school',
  'import-register': 'Imported a list of schools',
  'open-round': 'Made a round',
  'change-round': 'Changed a round',
  'purge-round': 'Purged a round',
  consolidate: 'Put all returns of a round together, with their answers',
  export: 'Took out what counts in a round',
  'take-out': 'Took out all that is held about a school',
  submit: 'Submitted',
  accept: 'Accepted',
  start: 'Begun',
  ask: 'Asked a question',
  remark: 'Answered or asked on',
  settle: 'Settled a question',
  'settle-last': 'Settled the last question',
  assign: 'Said who answers a question',
  reopen: 'Gave a return back',
  withdraw: 'Took a return back',
};

/** What somebody did; an act that this pane does not know yet by its own word. */
export const actWords = ({ act }: Pick<WireAuditEntry, 'act'>): string => acts[act] ?? act;

/**
 * What it was done to, people by their names, and what it is from then on: "Ann Ash · code K7QF3M2X9T",
 * "school 999001 · changed mentor · mentor Ann Ash". People are known by their own id, mentors by that of their returns;
 * where both are said they are one.
 */
export const aboutWords = (
  { about }: Pick<WireAuditEntry, 'about'>,
  nameOf: (person: string) => string | undefined,
): string =>
  Object.entries(about)
    .filter(([what, value]) => value !== '' && value !== 0 && !(what === 'mentor' && 'person' in about))
    .map(([what, value]) => {
      const text = String(value).replaceAll(',', ', ');
      if (what === 'mentor') return text === 'none' ? 'no mentor' : `mentor ${nameOf(text) ?? text}`;
      return (what === 'person' ? nameOf(text) : undefined) ?? `${what} ${text}`;
    })
    .join(' · ');
