import { invalidSelection } from '../errors.ts';
import { eventTypes } from '../events.ts';
import { requireBoolean } from '../guards.ts';
import type { Deed, Property } from '../member.ts';
import type { Work } from '../work.ts';
import { rangeOn, type RangeObject } from './range-shape.ts';

/** The cell that the person stands in: the corner of what is selected first. */
export function activeCell(work: Work): RangeObject {
  const { row, column } = work.model.sheets.selection()[0] ?? { row: 0, column: 0 };
  return rangeOn(work.model.sheets.active(), { row, column, rows: 1, columns: 1 });
}

/** Rule 40: several areas are no range. */
export function selectedRange(work: Work): RangeObject {
  const [first, ...more] = work.model.sheets.selection();
  if (more.length > 0) throw invalidSelection();
  return rangeOn(work.model.sheets.active(), first ?? { row: 0, column: 0, rows: 1, columns: 1 });
}

/** Whether something changed since the workbook was saved. */
export const isDirty: Property<object> = {
  get: (_object, work) => work.kept.dirty,
  set(_object, value, work) {
    work.kept.dirty = requireBoolean(value);
  },
};

/** Rule 51: no events for this pane while false. */
export const enableEvents: Property<object> = {
  get: (_object, work) => work.runtime.enableEvents,
  set(_object, value, work) {
    work.runtime.enableEvents = requireBoolean(value);
  },
};

type EventName = keyof typeof eventTypes;

/** The client says that it wants to hear of an event, or no longer. */
export const listen = <O>(event: EventName, target: (object: O) => string): Deed<O> => ({
  call: (object, _args, work) => work.listen(eventTypes[event], target(object), true),
});
export const unlisten = <O>(event: EventName, target: (object: O) => string): Deed<O> => ({
  call: (object, _args, work) => work.listen(eventTypes[event], target(object), false),
});
