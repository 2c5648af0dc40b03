import type { InstrumentFault } from './instrument-fault.ts';
import type { Condition, Field } from './instrument.ts';

/** Faults in a condition, at any depth: fields, scales and choices it speaks of that do not exist. */
export const faultsInConditions = (
  condition: Condition,
  fields: readonly Field[],
  path: string,
): InstrumentFault[] => {
  if ('row' in condition) return [];
  if ('all' in condition) return within(condition.all, fields, `${path}/all`);
  if ('any' in condition) return within(condition.any, fields, `${path}/any`);

  const field = fields.find(({ id }) => id === condition.field);
  if (field === undefined) return [{ path: `${path}/field`, code: 'unknown-field', detail: condition.field }];
  if ('is' in condition) return [];
  if ('code' in condition) {
    // The codes of a term depend on the round's academic year: a definition cannot name them.
    const known = new Set((field.choices ?? []).map(({ code }) => code));
    return condition.code.flatMap((code, at) =>
      known.has(code) ? [] : [{ path: `${path}/code/${at}`, code: 'unknown-choice' as const, detail: code }],
    );
  }
  const hasScale = (field.choices ?? []).some(({ value }) => value !== undefined);
  return hasScale ? [] : [{ path: `${path}/field`, code: 'no-scale', detail: condition.field }];
};

const within = (conditions: readonly Condition[], fields: readonly Field[], path: string): InstrumentFault[] =>
  conditions.flatMap((condition, at) => faultsInConditions(condition, fields, `${path}/${at}`));
