import type { Field, Instrument, Severity } from '../../instrument/instrument.ts';
import { traitOf } from '../../instrument/traits.ts';
import type { Circumstances } from '../../returns/circumstances.ts';
import { anyOf } from '../check-terms.ts';
import type { RowInHand } from '../row-in-hand.ts';
import { birthDateFormula, birthYears, looksLikeBirth } from './birth-date.ts';
import { emailFormula, holdsEmail } from './email.ts';
import { looksLikeName } from './name-like.ts';
import { holdsUpn, upnFormula } from './upn.ts';

/** The reserved rules of cells that could tell who a pupil is, with their severities. The pane has the words. */
export const identifierRules = {
  'identifier-upn': 'error',
  'identifier-email': 'error',
  'identifier-birth-date': 'error',
  'identifier-name': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;
export type IdentifierRule = keyof typeof identifierRules;

export const isIdentifierRule = (rule: string): rule is IdentifierRule => Object.hasOwn(identifierRules, rule);

/** Finds what could tell who a pupil is in the cell of a field; `undefined` where nothing does. */
export type IdentifierGuard = (field: Field, row: RowInHand) => IdentifierRule | undefined;

/**
 * The guard of a return. In an instrument with pupil rows a pupil number (UPN), an e-mail address and a birth date are
 * errors and a text like a name is a warning; elsewhere, where names of staff are in order, only pupil numbers are. A
 * cell that is understood as a choice, a number or a day is what the field asks for and is left alone.
 */
export const identifierGuard = (
  instrument: Pick<Instrument, 'traits'>,
  { academicYear }: Pick<Circumstances, 'academicYear'>,
): IdentifierGuard => {
  const pupils = hasPupils(instrument);
  const years = birthYears(academicYear);
  return ({ id, kind }, row) => {
    const { text, filled, understood } = row.meaning(id);
    if (!filled || (kind !== 'text' && understood)) return undefined;
    if (holdsUpn(text)) return 'identifier-upn';
    if (!pupils) return undefined;
    if (holdsEmail(text)) return 'identifier-email';
    if (kind !== 'date' && looksLikeBirth(text, years)) return 'identifier-birth-date';
    return kind === 'text' && looksLikeName(text) ? 'identifier-name' : undefined;
  };
};

/**
 * The guard's errors in a column of texts, elementwise; each part states what it sees. Only for text fields: elsewhere
 * such a cell is not understood, which the field's own rules say. A text like a name has no native form.
 */
export const identifierFormula = (
  instrument: Pick<Instrument, 'traits'>,
  { academicYear }: Pick<Circumstances, 'academicYear'>,
  text: string,
): string =>
  hasPupils(instrument)
    ? anyOf([upnFormula(text), emailFormula(text), birthDateFormula(text, birthYears(academicYear))])
    : upnFormula(text);

const hasPupils = (instrument: Pick<Instrument, 'traits'>): boolean =>
  traitOf(instrument, 'pupil-rows') !== undefined;
