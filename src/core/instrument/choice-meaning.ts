import type { RowKey } from '../ids.ts';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { Choice, Field } from './instrument.ts';
import { spellingsOf } from './interpret.ts';
import { foldedText, normalText } from './text-normal-form.ts';

/** Faults in what a field offers. `rows` are the keys of rows that a choice may be confined to. */
export const faultsInChoices = (field: Field, rows: ReadonlySet<RowKey>, path: string): InstrumentFault[] => {
  const { kind, choices } = field;
  if (kind !== 'choice' && kind !== 'choices' && kind !== 'scale') {
    return choices === undefined ? [] : [fault(`${path}/choices`, 'choices-not-allowed', kind)];
  }
  if (choices === undefined) return [fault(`${path}/choices`, 'choices-missing', field.id)];
  const meant = new Map<string, number>();
  return choices.flatMap((choice, at) => {
    const here = `${path}/choices/${at}`;
    const { label, value } = choice;
    return [
      ...(normalText(label) === label ? [] : [fault(`${here}/label`, 'untidy-text', label)]),
      ...(kind !== 'choices' && label.includes(',') ? [fault(`${here}/label`, 'comma-in-label', label)] : []),
      ...(kind === 'scale' && value === undefined ? [fault(`${here}/value`, 'value-missing', choice.code)] : []),
      ...(kind === 'choices' ? faultsInParts(choice, here) : []),
      ...whereSpelt(choice, here).flatMap(([where, spelling]) => {
        const other = meant.get(foldedText(spelling));
        meant.set(foldedText(spelling), other ?? at);
        return other === undefined || other === at ? [] : [fault(where, 'ambiguous-spelling', spelling)];
      }),
      ...(choice.rows ?? []).flatMap((key, nth) =>
        rows.has(key) ? [] : [fault(`${here}/rows/${nth}`, 'unknown-row', key)],
      ),
    ];
  });
};

/** A cell with several choices is parted at some characters, and counted by patterns: spellings hold neither. */
const faultsInParts = (choice: Choice, path: string): InstrumentFault[] =>
  whereSpelt(choice, path)
    .filter(([where], at, all) => at === 0 || all[at - 1]?.[0] !== where)
    .flatMap(([where, spelling]) => [
      ...(/[;,\r\n]/.test(spelling) ? [fault(where, 'separator-in-spelling', spelling)] : []),
      ...(/[*?~]/.test(spelling) ? [fault(where, 'wildcard-in-spelling', spelling)] : []),
    ]);

/** Every spelling with the path it comes from; those made of the label and what it says come from the latter. */
const whereSpelt = (choice: Choice, path: string): (readonly [path: string, spelling: string])[] =>
  spellingsOf(choice).map((spelling, nth) => {
    const accepted = nth - 2;
    if (nth < 2) return [`${path}/${nth === 0 ? 'label' : 'code'}`, spelling] as const;
    return [accepted < choice.accepts.length ? `${path}/accepts/${accepted}` : `${path}/says`, spelling] as const;
  });
