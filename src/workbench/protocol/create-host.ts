import type { Area } from '#core/cell.ts';
import { maxColumns, maxRows } from './address.ts';
import { shiftAttachments, attachmentsOf, forgetSheet } from './attachments.ts';
import { connection, type Pane } from './connection.ts';
import { valueOf, type HostEvent } from './events.ts';
import type { Host, HostConnection, HostOptions } from './host.ts';
import type { PersonEdit } from '../engine/model.ts';

/** Starts a stand-in Excel on an open workbook. */
export function createHost(options: HostOptions): Host {
  const { model, profile } = options;
  const kept = attachmentsOf(model);
  const panes = new Set<Pane & HostConnection>();
  const waiting = new Set<() => void>();
  let editing = false;

  const tell = (event: HostEvent): void => {
    for (const pane of panes) pane.tell(event);
  };
  const stopListening = model.onPersonEdit((edit) => {
    if (edit.kind !== 'selection' && edit.kind !== 'sheet-activated') kept.dirty = true;
    if (edit.kind === 'sheet-removed') forgetSheet(model, edit.sheet);
    if ('area' in edit) followRows(options, edit);
    const event = eventOf(edit);
    if (event) tell(event);
  });

  return {
    profile,
    model,
    connect() {
      const shared = {
        ...{ model, profile, kept, tell },
        dropEvents: options.dropEvents ?? 'none',
        readOnly: options.readOnly ?? false,
        isEditing: () => editing,
        editEnds: () => new Promise<void>((resolve) => void waiting.add(resolve)),
        left: (pane: Pane & HostConnection) => void panes.delete(pane),
        highlightNames,
      };
      const pane = connection(shared);
      panes.add(pane);
      return pane;
    },
    setEditing(now) {
      editing = now;
      if (now) return;
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
    get dirty() {
      return kept.dirty;
    },
    saved() {
      kept.dirty = false;
    },
    remoteEdit(sheet, area, values) {
      const single = area.rows === 1 && area.columns === 1;
      const before = single ? valueOf(model, sheet, area) : undefined;
      model.cells.write(
        sheet,
        area,
        values.map((row) => row.map((value) => ({ value }))),
      );
      kept.dirty = true;
      tell({ kind: 'changed', sheet, area, source: 'Remote', ...(before !== undefined && { before }) });
    },
    async quiet() {
      await model.settled();
      await Promise.all([...panes].map((pane) => pane.quiet()));
    },
    dispose() {
      stopListening();
      for (const pane of panes) pane.close();
    },
  };
}

/** Ids of conditional formats that panes know, for the engine's: one table for the process, the engine's are unique. */
const highlightNames = new Map<string, string>();

function eventOf(edit: PersonEdit): HostEvent | undefined {
  const { sheet } = edit;
  switch (edit.kind) {
    case 'cells':
      return { kind: 'changed', sheet, area: edit.area, typed: true };
    case 'format':
      return { kind: 'changed', sheet, area: edit.area };
    case 'rows-inserted':
      return { kind: 'changed', sheet, area: wholeRows(edit.area), changeType: 'RowInserted' };
    case 'rows-deleted':
      return { kind: 'changed', sheet, area: wholeRows(edit.area), changeType: 'RowDeleted' };
    case 'columns-inserted':
      return { kind: 'changed', sheet, area: wholeColumns(edit.area), changeType: 'ColumnInserted' };
    case 'columns-deleted':
      return { kind: 'changed', sheet, area: wholeColumns(edit.area), changeType: 'ColumnDeleted' };
    case 'sheet-activated':
      return { kind: 'activated', sheet };
    case 'selection': {
      const [area, ...more] = edit.areas;
      return area && { kind: 'selected', sheet, area, more };
    }
    default:
      return undefined;
  }
}

const wholeRows = (area: Area): Area => ({ ...area, column: 0, columns: maxColumns });
const wholeColumns = (area: Area): Area => ({ ...area, row: 0, rows: maxRows });

/** Locks and charts move with the rows and columns that a person inserts or deletes. */
function followRows({ model }: HostOptions, edit: Extract<PersonEdit, { area: unknown }>): void {
  const { sheet, area } = edit;
  if (edit.kind === 'rows-inserted') shiftAttachments(model, sheet, 'row', area.row, area.rows);
  if (edit.kind === 'rows-deleted') shiftAttachments(model, sheet, 'row', area.row, -area.rows);
  if (edit.kind === 'columns-inserted') shiftAttachments(model, sheet, 'column', area.column, area.columns);
  if (edit.kind === 'columns-deleted') shiftAttachments(model, sheet, 'column', area.column, -area.columns);
}
