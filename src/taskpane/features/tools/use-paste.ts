import { useState } from 'react';
import type { Grid } from '#core/cell.ts';
import type { FieldId } from '#core/ids.ts';
import { pasteOffer, type PasteOffer } from '#core/paste/paste-offer.ts';
import { withMapping } from '#core/paste/pasted-rows.ts';
import { recogniseColumns, type RecognisedTable } from '#core/paste/recognise-columns.ts';
import { ok } from '#core/result.ts';
import { fromWorkbook } from '#flows/flow-result.ts';
import { pasteRows } from '#flows/paste-rows.ts';
import { readTable } from '#flows/read-table.ts';
import { count } from '#core/words/count-words.ts';
import { tableFailureWords } from '../../messages/table-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useUndo } from '../../state/UndoContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';

interface Table {
  /** The file or sheet it came from. */
  readonly from: string;
  readonly grid: Grid;
  readonly columns: RecognisedTable;
}

/** A table on its way into the sheet: where it comes from, what it would do, and doing it. */
export interface Paste {
  readonly table: Table | undefined;
  readonly offer: PasteOffer | undefined;
  /** Other sheets of the workbook; empty until they are asked for. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly openFile: Action<[file: File]>;
  readonly listSheets: Action<[]>;
  readonly openSheet: Action<[id: string]>;
  readonly write: Action<[]>;
  map(column: number, field: FieldId | undefined): void;
  cancel(): void;
}

export const usePaste = (): Paste => {
  const { desk } = usePane();
  const { open, checked, recheck } = useReturnAtHand();
  const { did } = useUndo();
  const { instrument } = open;
  const [table, setTable] = useState<Table>();
  const [sheets, setSheets] = useState<Paste['sheets']>([]);
  const take = (from: string, grid: Grid): void =>
    setTable({ from, grid, columns: recogniseColumns(grid, instrument) });
  const offer =
    table &&
    pasteOffer(instrument, open.circumstances ?? open.round, table.grid, table.columns, checked.content.rows);

  const openFile = useAction(async (file: File) => {
    const read = await readTable(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return ok({ intent: 'error' as const, ...tableFailureWords(read.failure) });
    take(file.name, read.value);
    return ok(undefined);
  });
  const listSheets = useAction(async () => {
    const survey = fromWorkbook(await desk.workbook.survey());
    if (!survey.ok) return survey;
    const ours = new Set<string>(Object.values(open.sheets));
    const others = survey.value.filter(({ id, visible }) => visible && !ours.has(id));
    setSheets(others);
    return ok(others.length > 0 ? undefined : noOtherSheet);
  });
  const openSheet = useAction(async (id: string) => {
    const read = fromWorkbook(await desk.workbook.read(id));
    if (!read.ok) return read;
    take(sheets.find((sheet) => sheet.id === id)?.name ?? '', read.value);
    return ok(undefined);
  });
  const write = useAction(async () => {
    if (!offer) return ok(undefined);
    const written = await pasteRows(desk, open, offer.rows);
    if (!written.ok) return written;
    const pasted = count(offer.rows.length, instrument.rows.noun.one, instrument.rows.noun.many);
    did({ what: `pasted ${pasted}`, changes: written.value });
    setTable(undefined);
    await recheck();
    return ok({
      intent: 'success' as const,
      title: `${pasted} pasted.`,
      todo: 'What is not understood is marked in the sheet.',
    });
  });
  return {
    table,
    offer,
    sheets,
    openFile,
    listSheets,
    openSheet,
    write,
    map: (column, field) => setTable(table && { ...table, columns: withMapping(table.columns, column, field) }),
    cancel: () => setTable(undefined),
  };
};

const noOtherSheet = {
  intent: 'info' as const,
  title: 'There is no other sheet in this workbook.',
  todo: 'Copy the answers into a new sheet first, headings included.',
};
