import { fault, type InstrumentFault } from './instrument-fault.ts';
import { onceKey, type FixedRows } from './instrument.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { foldedText } from './text-normal-form.ts';

/** Faults in fixed rows and their groups. */
export const faultsInFixedRows = ({ groups, items }: FixedRows): InstrumentFault[] => {
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...repeatedTexts(groups.map(({ id }, at) => [`/rows/groups/${at}/id`, id])),
    ...repeatedTexts(groups.map(({ title }, at) => [`/rows/groups/${at}/title`, title])),
    ...repeatedTexts(items.map(({ key }, at) => [`/rows/items/${at}/key`, key])),
    ...repeatedTexts(items.map(({ text }, at) => [`/rows/items/${at}/text`, text])),
    ...items.flatMap(({ key, group }, at) => [
      ...(foldedText(key) === onceKey ? [fault(`/rows/items/${at}/key`, 'key-taken', key)] : []),
      ...(known.has(group) ? [] : [fault(`/rows/items/${at}/group`, 'unknown-group', group)]),
    ]),
  ];
};
