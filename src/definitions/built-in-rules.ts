import { cellErrorRule } from '#core/rules/cell-error.ts';
import type { IdentifierRule } from '#core/rules/identifiers/identifier-guard.ts';

/** The messages of the rules that no definition writes: every instrument has them. */
export const builtInMessages: Readonly<Record<typeof cellErrorRule | IdentifierRule, string>> = {
  [cellErrorRule]: 'This cell shows an error value. Type the answer itself, or clear the cell if there is none.',
  'identifier-upn':
    'This looks like a pupil’s unique pupil number (UPN). Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-email': 'This looks like an e-mail address. Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-birth-date':
    'This looks like a date of birth. Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-name':
    'This looks like somebody’s name. Clear it if it is a pupil’s; if it is not a name, say so in the explanation.',
};
