import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { Condition } from './instrument.ts';
import { faultsInMention, isMeasured, type Place } from './place.ts';

/**
 * Faults in a condition, at any depth: rows, fields, scales and choices it speaks of that are not there. The codes of
 * terms, schools and items depend on the round: a definition cannot name them.
 */
export const faultsInCondition = (condition: Condition, place: Place, path: string): InstrumentFault[] => {
  if ('row' in condition) return [];
  if ('all' in condition) return faultsInEach(condition.all, place, `${path}/all`);
  if ('any' in condition) return faultsInEach(condition.any, place, `${path}/any`);
  if ('not' in condition) return faultsInCondition(condition.not, place, `${path}/not`);
  if ('rows' in condition)
    return condition.rows.flatMap((key, at) =>
      place.rows.has(key) ? [] : [fault(`${path}/rows/${at}`, 'unknown-row', key)],
    );

  const field = place.fields.find(({ id }) => id === condition.field);
  if (field === undefined) return faultsInMention(condition.field, `${path}/field`, place);
  if ('is' in condition) return [];
  if ('code' in condition) {
    const known = new Set((field.choices ?? []).map(({ code }) => code));
    return condition.code.flatMap((code, at) =>
      known.has(code) ? [] : [fault(`${path}/code/${at}`, 'unknown-choice', code)],
    );
  }
  return isMeasured(field) ? [] : [fault(`${path}/field`, 'no-scale', condition.field)];
};

const faultsInEach = (conditions: readonly Condition[], place: Place, path: string): InstrumentFault[] =>
  conditions.flatMap((condition, at) => faultsInCondition(condition, place, `${path}/${at}`));
