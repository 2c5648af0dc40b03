import type { ProblemCode } from '#wire/problems.ts';

/** What a program that is refused does about it; people are told by the pane, in words of its own. */
export const problemAdvice: Readonly<Record<ProblemCode, string>> = {
  'invalid-request': 'Mend the request: detail says where it is wrong. Sending it again as it is will not help.',
  'code-unknown':
    'Ask for the code again. One that has run out, was revoked or is used up is answered like this as well.',
  'session-expired': 'Sign in, and send the request again with the new token.',
  'not-yours': 'Sign in as somebody to whom it belongs.',
  'not-found': 'Look at the address.',
  'too-slow': 'Send it again, over a better line.',
  'round-closed': 'Ask the project team.',
  'key-reused': 'Make a new key for what is new. If it was the same thing, read how it stands.',
  conflict: 'Read the latest revision, merge what differs, and submit with basedOn set to its number.',
  state: 'Read the return: it has moved on.',
  'person-ended': 'Add the person anew.',
  'last-way-in': 'Make a code for somebody else of the project team first.',
  'already-there': 'Read what is there, and change that.',
  'changed-since': 'Read it again, and send the change with the new ETag if it is still wanted.',
  'tally-only': 'Send tallies to the address for them; there are no rows to read, ask about or compare.',
  'rows-needed': 'Send the rows, as a revision.',
  purged: 'Read the certificate: what was collected is gone for good.',
  'round-open': 'Close the round first, and let it take no late returns.',
  'tally-wrong':
    'Make the tally with the definition and the circumstances that the server answers: detail says where it is wrong.',
  'not-due': 'Wait until the day of the round, or send a reason.',
  'too-large': 'Send less: detail of the route says how much it takes.',
  'file-unread': 'Look at file: it says why, and at which row.',
  issues: 'Mend the cells in issues, or explain the warnings among them.',
  'fingerprint-wrong': 'Work the fingerprint out of the very content that is sent.',
  'late-reason': 'Send late with the reason.',
  'too-many-tries': 'Wait for the seconds in retryAfter.',
  'too-many-requests': 'Wait for the seconds in retryAfter, then ask more slowly.',
  internal: 'Tell the project team the requestId.',
  unavailable: 'Send it again, with the same key, after the seconds in Retry-After.',
};
