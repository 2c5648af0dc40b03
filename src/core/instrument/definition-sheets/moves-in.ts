import { foldedText, normalText } from '../text-normal-form.ts';
import { withMember } from './column.ts';
import { readTable, type NamedGrid } from './definition-table.ts';
import { moveColumns } from './part-columns.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

/** What moved since the version before, as far as the last sheet says; nothing without a version before. */
export const movesIn = (sheets: readonly NamedGrid[], set: unknown) => {
  const headings = moveColumns.map(({ heading }) => heading);
  const table = readTable(sheets, 'moved', headings, { optional: true });
  const places = new Map<string, CellPlace>();
  const faults: SheetFault[] = [...table.faults];
  let part = set;
  for (const line of table.lines) {
    const [what, field, was, now] = headings.map((heading) => normalText(line.cell(heading)));
    const list = listOf(foldedText(what ?? ''), field ?? '');
    if (list === undefined) {
      faults.push({ ...line.place('what'), code: 'not-a-kind-of-move', detail: what ?? '' });
      continue;
    }
    if (was === '' || now === '') {
      faults.push({ ...line.place(was === '' ? 'was' : 'is now'), code: 'shape', detail: 'is missing' });
      continue;
    }
    places.set(`/predecessor/${list}/${was}`, line.place('is now'));
    if (!places.has(`/predecessor/${list}`)) places.set(`/predecessor/${list}`, line.place('what'));
    part = withMember(part, `${list}/${was}`, now === '-' ? null : now);
  }
  return { part, places, faults };
};

const listOf = (what: string, field: string): string | undefined => {
  if (what === 'row') return 'rows';
  if (what === 'field') return 'fields';
  return what === 'choice' ? `choices/${field}` : undefined;
};
