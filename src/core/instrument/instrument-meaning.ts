import { columnWords } from '../sheet/sheet-words.ts';
import { faultsInConditions } from './condition-meaning.ts';
import type { FaultCode, InstrumentFault } from './instrument-fault.ts';
import { type Field, fixedRows, groupsOf, type Instrument, type Measure, type Rule } from './instrument.ts';
import { spellingsOf } from './interpret.ts';
import { foldedText, normalText } from './text-normal-form.ts';

const fault = (path: string, code: FaultCode, detail: string): InstrumentFault => ({ path, code, detail });

/** Faults of a well-shaped instrument: what does not fit together, or what Excel would not take. */
export const faultsInMeaning = (instrument: Instrument): InstrumentFault[] => [
  ...faultsInSheetTitle(instrument.sheetTitle),
  ...faultsInRows(instrument),
  ...faultsInFields(instrument),
  ...faultsInTraits(instrument),
  ...faultsInRules(instrument),
  ...faultsInMeasures(instrument),
];

/** Excel's own limits on sheet names, the length apart (the schema holds that). */
const faultsInSheetTitle = (title: string): InstrumentFault[] =>
  /[:\\/?*[\]]|^'|'$/.test(title) || foldedText(title) === 'history' || normalText(title) !== title
    ? [fault('/sheetTitle', 'sheet-title-illegal', title)]
    : [];

const faultsInRows = ({ rows }: Instrument): InstrumentFault[] => {
  const groups = new Set(rows.groups.map(({ id }) => id));
  return [
    ...repeated(rows.groups.map(({ id }, at) => [`/rows/groups/${at}/id`, id])),
    ...repeated(rows.groups.map(({ title }, at) => [`/rows/groups/${at}/title`, title])),
    ...repeated(rows.items.map(({ key }, at) => [`/rows/items/${at}/key`, key])),
    ...repeated(rows.items.map(({ text }, at) => [`/rows/items/${at}/text`, text])),
    ...rows.items.flatMap(({ group }, at) =>
      groups.has(group) ? [] : [fault(`/rows/items/${at}/group`, 'unknown-group', group)],
    ),
  ];
};

const faultsInFields = ({ fields, rows }: Instrument): InstrumentFault[] => {
  const taken = new Set([...Object.values(columnWords), rows.noun.one].map(foldedText));
  const keys = new Set(rows.items.map(({ key }) => key));
  return [
    ...repeated(fields.map(({ id }, at) => [`/fields/${at}/id`, id])),
    ...repeated(fields.map(({ label }, at) => [`/fields/${at}/label`, label])),
    ...fields.flatMap((field, at) => [
      ...untidy(`/fields/${at}/label`, field.label),
      ...(taken.has(foldedText(field.label)) ? [fault(`/fields/${at}/label`, 'label-taken', field.label)] : []),
      ...faultsInChoices(field, keys, `/fields/${at}`),
    ]),
  ];
};

const faultsInChoices = (field: Field, keys: ReadonlySet<string>, path: string): InstrumentFault[] => {
  if (field.kind !== 'choice') {
    return field.choices === undefined ? [] : [fault(`${path}/choices`, 'choices-not-allowed', field.kind)];
  }
  if (field.choices === undefined) return [fault(`${path}/choices`, 'choices-missing', field.id)];
  const meant = new Map<string, number>();
  return field.choices.flatMap((choice, at) => {
    const here = `${path}/choices/${at}`;
    return [
      ...untidy(`${here}/label`, choice.label),
      ...(choice.label.includes(',') ? [fault(`${here}/label`, 'comma-in-label', choice.label)] : []),
      ...spellingsOf(choice).flatMap((spelling, nth) => {
        const other = meant.get(foldedText(spelling));
        meant.set(foldedText(spelling), other ?? at);
        const where = nth === 0 ? 'label' : nth === 1 ? 'code' : `accepts/${nth - 2}`;
        return other === undefined || other === at ? [] : [fault(`${here}/${where}`, 'ambiguous-spelling', spelling)];
      }),
      ...(choice.rows ?? []).flatMap((key, nth) =>
        keys.has(key) ? [] : [fault(`${here}/rows/${nth}`, 'unknown-row', key)],
      ),
    ];
  });
};

const faultsInTraits = ({ traits, fields, rows }: Instrument): InstrumentFault[] =>
  traits.flatMap((trait, at) => {
    const field = fields.find(({ id }) => id === trait.field);
    const scale = scaleOf(field);
    if (scale.length === 0) return [noScale(field, `/traits/${at}/field`, trait.field)];
    const codes = new Set(field?.choices?.map(({ code }) => code));
    return rows.items.flatMap(({ descriptors = {} }, row) => [
      ...scale
        .filter(({ code }) => descriptors[code] === undefined)
        .map(({ code }) => fault(`/rows/items/${row}/descriptors/${code}`, 'descriptor-missing', code)),
      ...Object.keys(descriptors)
        .filter((code) => !codes.has(code))
        .map((code) => fault(`/rows/items/${row}/descriptors/${code}`, 'descriptor-unknown', code)),
    ]);
  });

const faultsInRules = (instrument: Instrument): InstrumentFault[] => [
  ...repeated(instrument.rules.map(({ id }, at) => [`/rules/${at}/id`, id])),
  ...instrument.rules.flatMap((rule, at) => faultsInRule(rule, instrument, `/rules/${at}`)),
];

const faultsInRule = (rule: Rule, { fields }: Instrument, path: string): InstrumentFault[] => {
  const field = fields.find(({ id }) => id === rule.field);
  const faults = field === undefined ? [fault(`${path}/field`, 'unknown-field', rule.field)] : [];
  if (rule.kind === 'one-of') {
    return field?.kind === 'text' ? [...faults, fault(`${path}/field`, 'choices-missing', rule.field)] : faults;
  }
  if (rule.kind === 'length') {
    if (rule.min === undefined && rule.max === undefined) faults.push(fault(path, 'length-without-limits', rule.id));
    if ((rule.min ?? 1) > (rule.max ?? Infinity))
      faults.push(fault(`${path}/max`, 'length-impossible', `${rule.max}`));
  }
  return rule.when === undefined ? faults : [...faults, ...faultsInConditions(rule.when, fields, `${path}/when`)];
};

const faultsInMeasures = (instrument: Instrument): InstrumentFault[] => [
  ...repeated(instrument.measures.map(({ id }, at) => [`/measures/${at}/id`, id])),
  ...instrument.measures.flatMap((measure, at) => faultsInMeasure(measure, instrument, `/measures/${at}`)),
];

const faultsInMeasure = (measure: Measure, { fields, rows }: Instrument, path: string): InstrumentFault[] => {
  const field = fields.find(({ id }) => id === measure.field);
  if (measure.kind === 'distribution') {
    if (field === undefined) return [fault(`${path}/field`, 'unknown-field', measure.field)];
    return field.kind === 'text' ? [fault(`${path}/field`, 'choices-missing', measure.field)] : [];
  }
  const keys = new Set(rows.items.map(({ key }) => key));
  return [
    ...(scaleOf(field).length === 0 ? [noScale(field, `${path}/field`, measure.field)] : []),
    ...repeated(measure.rows.map((key, nth) => [`${path}/rows/${nth}`, key])),
    ...measure.rows.flatMap((key, nth) => (keys.has(key) ? [] : [fault(`${path}/rows/${nth}`, 'unknown-row', key)])),
  ];
};

const scaleOf = (field: Field | undefined) => (field?.choices ?? []).filter(({ value }) => value !== undefined);

const noScale = (field: Field | undefined, path: string, id: string): InstrumentFault =>
  fault(path, field === undefined ? 'unknown-field' : 'no-scale', id);

const untidy = (path: string, text: string): InstrumentFault[] =>
  normalText(text) === text ? [] : [fault(path, 'untidy-text', text)];

/** Of texts that are the same text, every one after the first. */
const repeated = (texts: readonly (readonly [path: string, text: string])[]): InstrumentFault[] => {
  const seen = new Set<string>();
  return texts.flatMap(([path, text]) => {
    const before = seen.has(foldedText(text));
    seen.add(foldedText(text));
    return before ? [fault(path, 'not-unique', text)] : [];
  });
};
