import type { Rule } from '#core/instrument/instrument.ts';
import { withoutFollowOns } from '#core/rules/follow-ons.ts';
import type { IdentifierRule } from '#core/rules/identifiers/identifier-guard.ts';

const rule = (id: string, kind: 'one-of' | 'number' | 'date' | 'required' | 'unique', severity: Rule['severity']) =>
  ({ id, kind, severity, field: 'any', message: 'Please look.' }) as Rule;

const noChoice = rule('no-choice', 'one-of', 'error');
const noNumber = rule('no-number', 'number', 'error');
const notWhole = rule('not-whole', 'number', 'warning');
const noDay = rule('no-day', 'date', 'advice');
const again = rule('again', 'unique', 'error');

test.each<[string, readonly Rule[], boolean, IdentifierRule | undefined, readonly string[]]>([
  ['nothing where nothing was found', [], false, undefined, []],
  ['one rule alone, understood or not', [noNumber], false, undefined, ['no-number']],
  ['of two that ask for sense the gravest', [notWhole, noNumber], false, undefined, ['no-number']],
  ['the gravest, wherever it stands', [noNumber, notWhole], false, undefined, ['no-number']],
  ['a warning before advice', [noDay, notWhole], false, undefined, ['not-whole']],
  ['of two alike the first', [noChoice, noNumber], false, undefined, ['no-choice']],
  ['of three one', [noDay, notWhole, noNumber], false, undefined, ['no-number']],
  ['what asks for something else besides', [again, notWhole, noNumber], false, undefined, ['again', 'no-number']],
  ['one that asks for sense and one that does not', [noNumber, again], false, undefined, ['no-number', 'again']],
  ['all that an understood cell breaks', [notWhole, noNumber], true, undefined, ['not-whole', 'no-number']],
  ['what tells of a pupil, not that it is misspelt', [noChoice], false, 'identifier-upn', ['identifier-upn']],
  ['what tells of a pupil, and a warning', [notWhole], false, 'identifier-upn', ['identifier-upn', 'not-whole']],
  ['what tells of a pupil, and a repeat', [again], false, 'identifier-email', ['identifier-email', 'again']],
  [
    'what tells of a pupil first where it is understood',
    [noNumber],
    true,
    'identifier-upn',
    ['identifier-upn', 'no-number'],
  ],
  ['a text like a name beside an error', [noChoice], false, 'identifier-name', ['identifier-name', 'no-choice']],
])('Of one cell is told: %s', (_, found, understood, identifier, told) => {
  expect(withoutFollowOns(found, understood, identifier).map(({ id }) => id)).toEqual(told);
});
