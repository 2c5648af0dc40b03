import type { FieldId } from '../ids.ts';
import type { Condition, Instrument, Measure, Rule } from '../instrument/instrument.ts';

/** The fields that a condition names, in: a condition, out: their ids, some of them more than once. */
export const fieldsOfCondition = (condition: Condition): readonly FieldId[] => {
  if ('field' in condition) return [condition.field];
  if ('all' in condition) return condition.all.flatMap(fieldsOfCondition);
  if ('any' in condition) return condition.any.flatMap(fieldsOfCondition);
  return 'not' in condition ? fieldsOfCondition(condition.not) : [];
};

/**
 * The fields whose meaning, more than their text, some rule, derived field or measure reads: only these get working
 * columns on the check sheet, because every column costs time at each edit.
 */
export const workedFields = (instrument: Pick<Instrument, 'rules' | 'derived' | 'measures'>): ReadonlySet<FieldId> =>
  new Set([
    ...instrument.rules.flatMap(fieldsOfRule),
    ...(instrument.derived ?? []).flatMap(({ yes, base }) => [yes, base].flatMap(fieldsOfCondition)),
    ...measuredFields(instrument),
  ]);

/** The fields that measures read, derived ones and those asked once among them; each once. */
export const measuredFields = ({ measures }: Pick<Instrument, 'measures'>): readonly FieldId[] => [
  ...new Set(measures.flatMap(fieldsOfMeasure)),
];

const fieldsOfRule = (rule: Rule): readonly FieldId[] => {
  switch (rule.kind) {
    case 'pattern':
    case 'unique':
    case 'duplicate-row':
      return [];
    case 'required':
    case 'length':
      return rule.when === undefined ? [] : fieldsOfCondition(rule.when);
    case 'unlikely':
    case 'not-applicable':
    case 'cross-sheet':
      return fieldsOfCondition(rule.when);
    case 'cross-row':
      return [rule.when, rule.other.when].flatMap(fieldsOfCondition);
    case 'date-order':
      return [rule.field, rule.notBefore];
    case 'expected-rows':
      return fieldsOfCondition(rule.rows);
    case 'row-count':
      return [rule.field, ...fieldsOfCondition(rule.rows)];
    case 'sum':
      return [rule.field, ...rule.fields, ...[rule.equals, rule.atMost].filter((limit) => typeof limit === 'string')];
    case 'share':
      return [rule.field, ...rule.fields, ...rule.outOf];
    case 'expected-year':
    case 'one-of':
    case 'at-most':
    case 'number':
    case 'date':
    case 'change':
      return [rule.field];
  }
};

const fieldsOfMeasure = (measure: Measure): readonly FieldId[] => {
  const by = 'by' in measure ? (measure.by ?? []).filter((breakdown) => breakdown !== '#group') : [];
  switch (measure.kind) {
    case 'count':
      return measure.field === undefined ? by : [measure.field, ...by];
    case 'gap':
      return [measure.across, ...by];
    case 'rate':
      return [measure.field, ...measure.lines.map(({ outOf }) => outOf)];
    default:
      return [measure.field, ...by];
  }
};
