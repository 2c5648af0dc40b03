import type { Area } from '#core/cell.ts';
import type { Model } from '../engine/model.ts';
import { areaAddress } from './address.ts';
import type { EventEntry } from './wire.ts';

type CellValue = string | number | boolean;

/** Something that handlers may hear of, before it is put into the client's words. */
export interface HostEvent {
  readonly kind: 'changed' | 'activated' | 'selected';
  readonly sheet: string;
  readonly area?: Area;
  /** Further selected areas. */
  readonly more?: readonly Area[];
  readonly changeType?: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
  /** The value before, where one cell was edited; handlers then get details (rule 49). */
  readonly before?: CellValue;
  /** A person entered it (typed, picked from a list or pasted). */
  readonly typed?: boolean;
  readonly source?: 'Local' | 'Remote';
  /** The pane that caused it, where one did. */
  readonly by?: object;
}

/** The client's numbers for the events that the host tells. */
export const eventTypes = { changed: 10, activated: 11, selected: 14 } as const;

/** The target of handlers on the worksheet collection. */
export const workbookTarget = 'Workbook';

/** An event as one pane's client wants it, for each target that the pane listens to. */
export function entriesFor(
  event: HostEvent,
  model: Model,
  pane: object,
  listening: (eventType: number, targetId: string) => boolean,
): readonly EventEntry[] {
  const messageType = eventTypes[event.kind];
  const targets = [workbookTarget, event.sheet].filter((target) => listening(messageType, target));
  if (targets.length === 0) return [];
  const message = JSON.stringify(argumentsOf(event, model, pane));
  return targets.map((targetId) => ({ messageCategory: 65536, messageType, targetId, message }));
}

function argumentsOf(event: HostEvent, model: Model, pane: object): Record<string, unknown> {
  if (event.kind === 'activated') return { worksheetId: event.sheet };
  const areas = event.area ? [event.area, ...(event.more ?? [])] : [];
  const address = areas.map(areaAddress).join(',');
  if (event.kind === 'selected') return { worksheetId: event.sheet, address };
  const single = event.area?.rows === 1 && event.area.columns === 1;
  const after = single ? valueOf(model, event.sheet, event.area) : undefined;
  return {
    worksheetId: event.sheet,
    address,
    changeType: event.changeType ?? 'RangeEdited',
    source: event.source ?? 'Local',
    triggerSource: event.by === pane ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection: 'None',
    ...(event.before !== undefined &&
      after !== undefined && {
        valueBefore: event.before,
        valueAfter: after,
        valueTypeBefore: valueType(event.before),
        valueTypeAfter: valueType(after),
      }),
  };
}

/** The value of an area's first cell, as the API gives it: a blank is `''`. */
export const valueOf = (model: Model, sheet: string, area: Area): CellValue =>
  model.cells.read(sheet, { ...area, rows: 1, columns: 1 })[0]?.[0]?.value ?? '';

function valueType(value: CellValue): string {
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return value === '' ? 'Empty' : 'String';
}

/** Whether a cell offers a list, so that a person may have picked its value there. */
export const offersList = (model: Model, sheet: string, cell: Area): boolean =>
  model.looks.validations(sheet, cell).some(({ validation }) => validation.type === 'list');
