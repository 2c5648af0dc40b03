import type { FieldId, RowKey } from '../ids.ts';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import { fixedRows, type Field, type FieldKind, type Instrument } from './instrument.ts';

/**
 * Where a rule or a condition stands: in every row of the table, or with what is asked once. It speaks of the fields
 * there and of no others.
 */
export interface Place {
  readonly fields: readonly Field[];
  readonly elsewhere: readonly Field[];
  /** Keys of the rows that may be named; none where rows are open. */
  readonly rows: ReadonlySet<RowKey>;
}

/** Every row of the table. */
export const inTable = (instrument: Pick<Instrument, 'once' | 'fields' | 'rows'>): Place => ({
  fields: instrument.fields,
  elsewhere: instrument.once ?? [],
  rows: new Set(fixedRows(instrument).map(({ key }) => key)),
});

/** What is asked once. */
export const askedOnce = ({ once, fields }: Pick<Instrument, 'once' | 'fields'>): Place => ({
  fields: once ?? [],
  elsewhere: fields,
  rows: new Set(),
});

/** Kinds of fields that offer choices, and of those the ones in which only one may be made. */
export const oneChoiceKinds: readonly FieldKind[] = ['choice', 'scale', 'term', 'school', 'item'];
export const offeringKinds: readonly FieldKind[] = [...oneChoiceKinds, 'choices'];
export const numberKinds: readonly FieldKind[] = ['integer', 'decimal'];

/** Whether a field's answers can be compared with a number: it holds numbers, or a choice of it has a value. */
export const isMeasured = ({ kind, choices = [] }: Pick<Field, 'kind' | 'choices'>): boolean =>
  numberKinds.includes(kind) || (kind !== 'choices' && choices.some(({ value }) => value !== undefined));

/** Faults in naming a field: it does not exist, is asked elsewhere, or is not of one of these kinds (any, if not given). */
export const faultsInMention = (
  id: FieldId,
  path: string,
  { fields, elsewhere }: Place,
  kinds?: readonly FieldKind[],
): InstrumentFault[] => {
  const field = fields.find((known) => known.id === id);
  if (field === undefined)
    return [fault(path, elsewhere.some((known) => known.id === id) ? 'wrong-place' : 'unknown-field', id)];
  return kinds === undefined || kinds.includes(field.kind) ? [] : [fault(path, 'kind-unfit', field.kind)];
};
