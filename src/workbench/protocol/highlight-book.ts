import type { Area } from '#core/cell.ts';
import type { Model, ModelHighlight } from '../engine/model.ts';
import { contains, intersection, sameArea } from './address.ts';
import { without } from './attachments.ts';
import { shiftedFormula } from './shifted-formula.ts';

/** A conditional format while a batch works on it; the formula is relative to `corner`. */
export interface Highlight extends Omit<ModelHighlight, 'area'> {
  readonly areas: readonly Area[];
  readonly corner: { readonly row: number; readonly column: number };
}

/** The conditional formats of the workbook during a batch: changed here, put into the engine when the batch ends. */
export interface HighlightBook {
  /** Of a sheet, the one with the highest priority first. */
  list(sheet: string): readonly Highlight[];
  find(sheet: string, id: string): Highlight | undefined;
  /** A new one comes before all others and paints nothing until it has a formula. Answers its id. */
  add(sheet: string, area: Area): string;
  change(sheet: string, id: string, part: Partial<Omit<Highlight, 'id'>>): void;
  move(sheet: string, id: string, place: number): void;
  remove(sheet: string, id: string): void;
  /** Takes an area out of every format of the sheet. */
  clear(sheet: string, area: Area): void;
  commit(): void;
}

/** `names`: ids that panes know for ids of the engine, kept by the host from batch to batch. */
export function highlightBook(model: Model, names: Map<string, string>): HighlightBook {
  const sheets = new Map<string, { readonly before: readonly Highlight[]; now: readonly Highlight[] }>();
  const stateOf = (sheet: string) => {
    const state = sheets.get(sheet) ?? loaded(model, sheet, names);
    sheets.set(sheet, state);
    return state;
  };
  const edit = (sheet: string, change: (list: readonly Highlight[]) => readonly Highlight[]): void => {
    const state = stateOf(sheet);
    state.now = change(state.now);
  };
  let added = 0;
  return {
    list: (sheet) => stateOf(sheet).now,
    find: (sheet, id) => stateOf(sheet).now.find((one) => one.id === id),
    add(sheet, area) {
      const id = `{CF-${Date.now().toString(36)}-${(added += 1)}-${names.size}}`;
      const corner = { row: area.row, column: area.column };
      edit(sheet, (list) => [{ id, areas: [area], corner, formula: '=FALSE', stopIfTrue: false }, ...list]);
      return id;
    },
    change: (sheet, id, part) =>
      edit(sheet, (list) => list.map((one) => (one.id === id ? { ...one, ...part } : one))),
    move(sheet, id, place) {
      edit(sheet, (list) => {
        const rest = list.filter((one) => one.id !== id);
        return [...rest.slice(0, place), ...list.filter((one) => one.id === id), ...rest.slice(place)];
      });
    },
    remove: (sheet, id) => edit(sheet, (list) => list.filter((one) => one.id !== id)),
    clear(sheet, area) {
      edit(sheet, (list) =>
        list.flatMap((one) => {
          if (!one.areas.some((part) => intersection(part, area))) return [one];
          const areas = one.areas.flatMap((part) => (contains(area, part) ? [] : without(part, area)));
          return areas.length > 0 ? [{ ...one, areas }] : [];
        }),
      );
    },
    commit() {
      for (const [sheet, { before, now }] of sheets) {
        // A sheet removed in this batch has taken its formats along.
        if (model.sheets.list().some(({ id }) => id === sheet)) put(model, sheet, before, now, names);
      }
      sheets.clear();
    },
  };
}

function loaded(model: Model, sheet: string, names: Map<string, string>) {
  const before = model.looks.highlights(sheet).map(({ area, ...rest }) => ({
    ...rest,
    id: names.get(rest.id) ?? rest.id,
    areas: [area],
    corner: { row: area.row, column: area.column },
  }));
  return { before, now: before as readonly Highlight[] };
}

/** The engine only adds at the front: everything before the part that stayed the same at the end is put in anew. */
function put(
  model: Model,
  sheet: string,
  before: readonly Highlight[],
  now: readonly Highlight[],
  names: Map<string, string>,
): void {
  let same = 0;
  while (same < Math.min(before.length, now.length) && before.at(-1 - same) === now.at(-1 - same)) same += 1;
  const stored = model.looks.highlights(sheet);
  for (const { id } of stored.slice(0, stored.length - same)) {
    model.looks.removeHighlight(sheet, id);
    names.delete(id);
  }
  for (const one of now.slice(0, now.length - same).reverse()) {
    const { areas, corner, id, formula, ...look } = one;
    for (const area of [...areas].reverse()) {
      const moved = shiftedFormula(formula, area.row - corner.row, area.column - corner.column);
      const engineId = model.looks.addHighlight(sheet, { ...look, area, formula: moved });
      if (areas.length === 1 || sameArea(area, areas[0] ?? area)) names.set(engineId, id);
    }
  }
}
