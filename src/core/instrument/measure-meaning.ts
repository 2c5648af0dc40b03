import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { Breakdown, FieldKind, Instrument, Measure } from './instrument.ts';
import { askedOnce, faultsInMention, inTable, isMeasured, offeringKinds, oneChoiceKinds } from './place.ts';
import { repeatedTexts } from './repeated-texts.ts';

/** Faults in measures: in what each speaks of. A derived field counts as a choice of yes and no. */
export const faultsInMeasures = (instrument: Instrument): InstrumentFault[] => [
  ...repeatedTexts(instrument.measures.map(({ id }, at) => [`/measures/${at}/id`, id])),
  ...instrument.measures.flatMap((measure, at) => faultsInMeasure(measure, instrument, `/measures/${at}`)),
];

const faultsInMeasure = (measure: Measure, instrument: Instrument, path: string): InstrumentFault[] => [
  ...('by' in measure && measure.by ? faultsInBreakdowns(measure.by, instrument, `${path}/by`) : []),
  ...faultsInTerms(measure, instrument, path),
];

const faultsInTerms = (measure: Measure, instrument: Instrument, path: string): InstrumentFault[] => {
  switch (measure.kind) {
    case 'distribution':
    case 'top':
      return faultsInChoosing(measure.field, instrument, `${path}/field`, offeringKinds);
    case 'count': {
      const { field, codes } = measure;
      if (field === undefined)
        return codes === undefined ? [] : [fault(`${path}/field`, 'codes-missing', measure.id)];
      if (codes === undefined) return [fault(`${path}/codes`, 'codes-missing', field)];
      return [
        ...faultsInChoosing(field, instrument, `${path}/field`, offeringKinds),
        ...faultsInCodes(field, codes, instrument, `${path}/codes`),
      ];
    }
    case 'share': {
      const { field, codes } = measure;
      const several = instrument.fields.find(({ id }) => id === field)?.kind === 'choices';
      return [
        ...faultsInChoosing(field, instrument, `${path}/field`, offeringKinds),
        ...faultsInCodes(field, codes, instrument, `${path}/codes`),
        ...(several && codes.length > 1 ? [fault(`${path}/codes/1`, 'one-code-only', field)] : []),
      ];
    }
    case 'mean':
      return faultsInScale(measure.field, instrument, `${path}/field`);
    case 'gap':
      return [...faultsInGapOf(measure.of, instrument, `${path}/of`), ...faultsInSides(measure, instrument, path)];
    case 'rate':
      return [
        ...faultsInChoosing(measure.field, instrument, `${path}/field`, oneChoiceKinds),
        ...repeatedTexts(measure.lines.map(({ code }, at) => [`${path}/lines/${at}/code`, code])),
        ...measure.lines.flatMap(({ code, outOf }, at) => [
          ...faultsInCode(measure.field, code, instrument, `${path}/lines/${at}/code`),
          ...faultsInMention(outOf, `${path}/lines/${at}/outOf`, askedOnce(instrument), ['integer']),
        ]),
      ];
    case 'finding': {
      if (instrument.rows.kind !== 'fixed') return [fault(`${path}/kind`, 'rows-unfit', measure.kind)];
      const keys = inTable(instrument).rows;
      return [
        ...faultsInScale(measure.field, instrument, `${path}/field`),
        ...repeatedTexts(measure.rows.map((key, at) => [`${path}/rows/${at}`, key])),
        ...measure.rows.flatMap((key, at) =>
          keys.has(key) ? [] : [fault(`${path}/rows/${at}`, 'unknown-row', key)],
        ),
      ];
    }
  }
};

const faultsInBreakdowns = (by: readonly Breakdown[], instrument: Instrument, path: string): InstrumentFault[] => [
  ...by.flatMap((one, at) => (by.indexOf(one) < at ? [fault(`${path}/${at}`, 'breakdown-unfit', one)] : [])),
  ...by.flatMap((one, at) => {
    if (one !== '#group') return faultsInChoosing(one, instrument, `${path}/${at}`, oneChoiceKinds);
    return instrument.rows.kind === 'fixed' ? [] : [fault(`${path}/${at}`, 'rows-unfit', one)];
  }),
];

/** Choices are read of fields in the table, and of derived ones. */
const faultsInChoosing = (id: string, instrument: Instrument, path: string, kinds: readonly FieldKind[]) =>
  isDerived(id, instrument) ? [] : faultsInMention(id, path, inTable(instrument), kinds);

const faultsInScale = (id: string, instrument: Instrument, path: string): InstrumentFault[] => {
  if (isDerived(id, instrument)) return [fault(path, 'no-scale', id)];
  const field = instrument.fields.find((known) => known.id === id);
  if (field === undefined) return faultsInMention(id, path, inTable(instrument));
  return isMeasured(field) ? [] : [fault(path, 'no-scale', id)];
};

const faultsInCodes = (id: string, codes: readonly string[], instrument: Instrument, path: string) => [
  ...repeatedTexts(codes.map((code, at) => [`${path}/${at}`, code])),
  ...codes.flatMap((code, at) => faultsInCode(id, code, instrument, `${path}/${at}`)),
];

/** Of a field that is not there only that is said. */
const faultsInCode = (id: string, code: string, instrument: Instrument, path: string): InstrumentFault[] => {
  const field = instrument.fields.find((known) => known.id === id);
  const known = isDerived(id, instrument)
    ? ['yes', 'no']
    : field && (field.choices ?? []).map((choice) => choice.code);
  return known === undefined || known.includes(code) ? [] : [fault(path, 'unknown-choice', code)];
};

const isDerived = (id: string, { derived = [] }: Instrument): boolean => derived.some((known) => known.id === id);

const faultsInGapOf = (of: string, { measures }: Instrument, path: string): InstrumentFault[] => {
  const measure = measures.find(({ id }) => id === of);
  if (measure === undefined) return [fault(path, 'unknown-measure', of)];
  return measure.kind === 'share' || measure.kind === 'mean' ? [] : [fault(path, 'kind-unfit', measure.kind)];
};

const faultsInSides = (
  { across, from, minus, by = [] }: Extract<Measure, { kind: 'gap' }>,
  instrument: Instrument,
  path: string,
): InstrumentFault[] => [
  ...faultsInChoosing(across, instrument, `${path}/across`, oneChoiceKinds),
  ...faultsInCode(across, from, instrument, `${path}/from`),
  ...faultsInCode(across, minus, instrument, `${path}/minus`),
  ...(from === minus ? [fault(`${path}/minus`, 'not-unique', minus)] : []),
  ...by.flatMap((one, at) => (one === across ? [fault(`${path}/by/${at}`, 'breakdown-unfit', one)] : [])),
];
