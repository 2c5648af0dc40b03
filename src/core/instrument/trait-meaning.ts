import { fault, type InstrumentFault } from './instrument-fault.ts';
import { fixedRows, type Instrument } from './instrument.ts';
import { faultsInMention, inTable } from './place.ts';
import { repeatedTexts } from './repeated-texts.ts';

/** Faults in what an instrument says about itself, and in the descriptors that it then owes. */
export const faultsInTraits = (instrument: Instrument): InstrumentFault[] => [
  ...repeatedTexts(instrument.traits.map(({ kind }, at) => [`/traits/${at}/kind`, kind])),
  ...instrument.traits.flatMap((trait, at) => {
    const rows = trait.kind === 'pupil-rows' ? 'open' : 'fixed';
    if (instrument.rows.kind !== rows) return [fault(`/traits/${at}/kind`, 'rows-unfit', trait.kind)];
    return trait.kind === 'levelled-statements' ? faultsInLevels(instrument, trait.field, `/traits/${at}/field`) : [];
  }),
];

const faultsInLevels = (instrument: Instrument, id: string, path: string): InstrumentFault[] => {
  const choices = instrument.fields.find((field) => field.id === id)?.choices ?? [];
  const levels = choices.filter(({ value }) => value !== undefined);
  if (levels.length === 0) {
    const faults = faultsInMention(id, path, inTable(instrument));
    return faults.length > 0 ? faults : [fault(path, 'no-scale', id)];
  }
  const codes = new Set(choices.map(({ code }) => code));
  return fixedRows(instrument).flatMap(({ descriptors = {} }, row) => [
    ...levels
      .filter(({ code }) => descriptors[code] === undefined)
      .map(({ code }) => fault(`/rows/items/${row}/descriptors/${code}`, 'descriptor-missing', code)),
    ...Object.keys(descriptors)
      .filter((code) => !codes.has(code))
      .map((code) => fault(`/rows/items/${row}/descriptors/${code}`, 'descriptor-unknown', code)),
  ]);
};
