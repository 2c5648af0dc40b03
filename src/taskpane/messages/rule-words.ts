import type { Instrument } from '#core/instrument/instrument.ts';
import { cellErrorRule } from '#core/rules/cell-error.ts';
import { isIdentifierRule, type IdentifierRule } from '#core/rules/identifiers/identifier-guard.ts';

/** What a rule says about a cell: its own message, or ours for the rules that no definition writes; '' for an unknown one. */
export const ruleWords = ({ rules }: Pick<Instrument, 'rules'>, rule: string): string => {
  if (rule === cellErrorRule)
    return 'This cell shows an error value. Type the answer itself, or clear the cell if there is none.';
  if (isIdentifierRule(rule)) return identifierWords[rule];
  return rules.find(({ id }) => id === rule)?.message ?? '';
};

const identifierWords: Readonly<Record<IdentifierRule, string>> = {
  'identifier-upn':
    'This looks like a pupil’s unique pupil number (UPN). Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-email': 'This looks like an e-mail address. Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-birth-date':
    'This looks like a date of birth. Clear it: nothing that tells who a pupil is may be sent.',
  'identifier-name':
    'This looks like somebody’s name. Clear it if it is a pupil’s; if it is not a name, say so in the explanation.',
};
