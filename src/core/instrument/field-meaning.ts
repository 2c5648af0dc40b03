import { columnWords } from '../sheet/sheet-words.ts';
import { faultsInChoices } from './choice-meaning.ts';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { Field, Instrument } from './instrument.ts';
import { inTable } from './place.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { foldedText, normalText } from './text-normal-form.ts';

/** Faults in columns, in what is asked once, and in the names of all that answers are called by. */
export const faultsInFields = (instrument: Instrument): InstrumentFault[] => {
  const { once = [], fields, derived = [], rows } = instrument;
  const named = [
    ...once.map(({ id, label }, at) => [`/once/${at}`, id, label] as const),
    ...fields.map(({ id, label }, at) => [`/fields/${at}`, id, label] as const),
    ...derived.map(({ id, label }, at) => [`/derived/${at}`, id, label] as const),
  ];
  const taken = new Set(
    [...Object.values(columnWords), ...(rows.kind === 'fixed' ? [rows.noun.one] : [])].map(foldedText),
  );
  return [
    ...repeatedTexts(named.map(([path, id]) => [`${path}/id`, id])),
    ...repeatedTexts(named.map(([path, , label]) => [`${path}/label`, label])),
    ...named.flatMap(([path, , label]) => [
      ...(normalText(label) === label ? [] : [fault(`${path}/label`, 'untidy-text', label)]),
      ...(taken.has(foldedText(label)) ? [fault(`${path}/label`, 'label-taken', label)] : []),
    ]),
    ...faultsInHeadings(fields),
    ...once.flatMap((field, at) => faultsInField(field, new Set(), `/once/${at}`)),
    ...fields.flatMap((field, at) => faultsInField(field, inTable(instrument).rows, `/fields/${at}`)),
  ];
};

const faultsInField = (field: Field, rows: ReadonlySet<string>, path: string): InstrumentFault[] => {
  const { kind, of } = field;
  const wants = kind === 'item';
  return [
    ...(wants && of === undefined ? [fault(`${path}/of`, 'of-missing', field.id)] : []),
    ...(!wants && of !== undefined ? [fault(`${path}/of`, 'of-not-allowed', of)] : []),
    ...faultsInChoices(field, rows, path),
  ];
};

/** A pasted column is recognised by its heading: no heading may mean two. */
const faultsInHeadings = (fields: readonly Field[]): InstrumentFault[] => {
  const means = new Map(fields.map(({ label }, at) => [foldedText(label), at]));
  return fields.flatMap(({ alsoCalled = [] }, at) =>
    alsoCalled.flatMap((heading, nth) => {
      const other = means.get(foldedText(heading)) ?? at;
      means.set(foldedText(heading), other);
      return other === at ? [] : [fault(`/fields/${at}/alsoCalled/${nth}`, 'ambiguous-spelling', heading)];
    }),
  );
};
