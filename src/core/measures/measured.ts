import type { FieldId } from '../ids.ts';
import { choicesOf } from '../instrument/choices.ts';
import type { Choice, Instrument } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { derivedChoices } from './derived.ts';

/** What measures ask an instrument about its fields, derived ones included, in the circumstances of a round. */
export interface Measured {
  readonly instrument: Instrument;
  /** What a field offers; empty for texts, numbers, dates and fields that the instrument does not have. */
  choices(field: FieldId): readonly Choice[];
  /** Whether several choices may stand in one cell. */
  several(field: FieldId): boolean;
  label(field: FieldId): string;
}

export const measuredOf = (instrument: Instrument, circumstances: Circumstances): Measured => {
  const fields = new Map([...(instrument.once ?? []), ...instrument.fields].map((field) => [field.id, field]));
  const derived = new Map((instrument.derived ?? []).map((one) => [one.id, one]));
  return {
    instrument,
    choices: (id) => {
      const field = fields.get(id);
      if (field !== undefined) return choicesOf(field, circumstances);
      return derived.has(id) ? derivedChoices : [];
    },
    several: (id) => fields.get(id)?.kind === 'choices',
    label: (id) => fields.get(id)?.label ?? derived.get(id)?.label ?? id,
  };
};

/** A choice's name over a column or before a line of a table. */
export const nameInTables = ({ inTables, label }: Choice): string => inTables ?? label;
