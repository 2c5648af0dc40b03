import { faultsInCondition } from './condition-meaning.ts';
import { dayOfIso } from './day.ts';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { FieldKind, Instrument, Rule } from './instrument.ts';
import { askedOnce, faultsInMention, inTable, isMeasured, numberKinds, offeringKinds, type Place } from './place.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { normalText } from './text-normal-form.ts';
import { yearOf } from './year-of.ts';

/** Kinds of fields whose answers can be year groups. */
const yearKinds: readonly FieldKind[] = ['choice', 'scale', 'choices', 'integer'];

/** Which fields a kind of rule is for: any, where nothing is said. */
const fits: Readonly<Record<Rule['kind'], { kinds?: readonly FieldKind[]; only?: 'once' | 'table' }>> = {
  required: {},
  'one-of': { kinds: offeringKinds },
  'at-most': { kinds: ['choices'] },
  number: { kinds: numberKinds },
  date: { kinds: ['date'] },
  length: { kinds: ['text'] },
  pattern: { kinds: ['text'] },
  unlikely: {},
  'not-applicable': {},
  'date-order': { kinds: ['date'] },
  unique: { only: 'table' },
  'duplicate-row': { only: 'table' },
  'row-count': { kinds: ['integer'], only: 'once' },
  sum: { kinds: numberKinds },
  share: { kinds: numberKinds },
  'expected-year': { kinds: yearKinds },
  'expected-rows': { only: 'once' },
  'cross-row': { only: 'table' },
  'cross-sheet': {},
  change: {},
};

/** Faults in rules: in what each speaks of, and in limits that nothing or everything keeps. */
export const faultsInRules = (instrument: Instrument): InstrumentFault[] => [
  ...repeatedTexts(instrument.rules.map(({ id }, at) => [`/rules/${at}/id`, id])),
  ...instrument.rules.flatMap((rule, at) => {
    const { kinds, only } = fits[rule.kind];
    const once = instrument.once?.some(({ id }) => id === rule.field) ?? false;
    const place = only === 'once' || (once && only !== 'table') ? askedOnce(instrument) : inTable(instrument);
    return [
      ...faultsInMention(rule.field, `/rules/${at}/field`, place, kinds),
      ...faultsInTerms(rule, instrument, place, `/rules/${at}`),
    ];
  }),
];

const faultsInTerms = (rule: Rule, instrument: Instrument, place: Place, path: string): InstrumentFault[] => {
  switch (rule.kind) {
    case 'required':
      return rule.when === undefined ? [] : faultsInCondition(rule.when, place, `${path}/when`);
    case 'unlikely':
    case 'not-applicable':
      return faultsInCondition(rule.when, place, `${path}/when`);
    case 'number':
      return faultsInLimits(rule.min, rule.max, `${path}/max`);
    case 'date':
      return [
        ...faultsInDay(rule.from, `${path}/from`),
        ...faultsInDay(rule.until, `${path}/until`),
        ...faultsInLimits(rule.from, rule.until, `${path}/until`),
      ];
    case 'length':
      return [
        ...(rule.min === undefined && rule.max === undefined ? [fault(path, 'limits-missing', rule.id)] : []),
        ...faultsInLimits(rule.min, rule.max, `${path}/max`),
        ...(rule.when === undefined ? [] : faultsInCondition(rule.when, place, `${path}/when`)),
      ];
    case 'pattern':
      return rule.masks.flatMap((mask, at) =>
        normalText(mask) === mask && mask !== '' ? [] : [fault(`${path}/masks/${at}`, 'mask-illegal', mask)],
      );
    case 'date-order':
      return faultsInMention(rule.notBefore, `${path}/notBefore`, place, ['date']);
    case 'duplicate-row':
      return faultsInFieldList(rule.fields, place, `${path}/fields`);
    case 'row-count':
      return [
        ...(rule.least === undefined && rule.most === undefined ? [fault(path, 'limits-missing', rule.id)] : []),
        ...faultsInLimits(rule.least, rule.most, `${path}/most`),
        ...faultsInCondition(rule.rows, inTable(instrument), `${path}/rows`),
      ];
    case 'sum':
      return [
        ...faultsInFieldList(rule.fields, place, `${path}/fields`, numberKinds),
        ...(rule.equals === undefined && rule.atMost === undefined ? [fault(path, 'limits-missing', rule.id)] : []),
        ...(['equals', 'atMost'] as const).flatMap((limit) => {
          const of = rule[limit];
          return typeof of === 'string' ? faultsInMention(of, `${path}/${limit}`, place, numberKinds) : [];
        }),
      ];
    case 'share':
      return [
        ...faultsInFieldList(rule.fields, place, `${path}/fields`, numberKinds),
        ...faultsInFieldList(rule.outOf, place, `${path}/outOf`, numberKinds),
        ...(rule.least === undefined && rule.most === undefined ? [fault(path, 'limits-missing', rule.id)] : []),
        ...faultsInLimits(rule.least, rule.most, `${path}/most`),
      ];
    case 'expected-year': {
      const choices = place.fields.find(({ id }) => id === rule.field)?.choices;
      const isYear = choices === undefined || choices.some((choice) => yearOf(choice) !== undefined);
      return isYear ? [] : [fault(`${path}/field`, 'no-year', rule.field)];
    }
    case 'expected-rows':
      return faultsInCondition(rule.rows, inTable(instrument), `${path}/rows`);
    case 'cross-row':
      if (instrument.rows.kind !== 'fixed') return [fault(`${path}/kind`, 'rows-unfit', rule.kind)];
      return [
        ...faultsInCondition(rule.when, place, `${path}/when`),
        ...(place.rows.has(rule.other.row) ? [] : [fault(`${path}/other/row`, 'unknown-row', rule.other.row)]),
        ...faultsInCondition(rule.other.when, place, `${path}/other/when`),
      ];
    // What another instrument has is not known here: a condition on it that speaks of nothing there never holds.
    case 'cross-sheet':
      return faultsInCondition(rule.when, place, `${path}/when`);
    case 'change': {
      const field = place.fields.find(({ id }) => id === rule.field);
      return field === undefined || isMeasured(field) ? [] : [fault(`${path}/field`, 'no-scale', rule.field)];
    }
    case 'one-of':
    case 'at-most':
    case 'unique':
      return [];
  }
};

const faultsInFieldList = (
  fields: readonly string[],
  place: Place,
  path: string,
  kinds?: readonly FieldKind[],
): InstrumentFault[] => [
  ...repeatedTexts(fields.map((id, at) => [`${path}/${at}`, id])),
  ...fields.flatMap((id, at) => faultsInMention(id, `${path}/${at}`, place, kinds)),
];

const faultsInDay = (day: string | undefined, path: string): InstrumentFault[] =>
  day === undefined || dayOfIso(day) !== undefined ? [] : [fault(path, 'not-a-day', day)];

/** Of ISO days the later one is the greater text. */
const faultsInLimits = <Limit extends number | string>(
  least: Limit | undefined,
  most: Limit | undefined,
  path: string,
): InstrumentFault[] =>
  least !== undefined && most !== undefined && least > most ? [fault(path, 'limits-impossible', String(most))] : [];
