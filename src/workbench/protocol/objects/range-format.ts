import type { Area } from '#core/cell.ts';
import type { CellLook } from '../../engine/model.ts';
import { isUnbounded, maxColumns, maxRows } from '../address.ts';
import { lockedIn, setLocked } from '../attachments.ts';
import { requireBoolean, requireColour, requireNumber, requireOneOf, requirePermitted } from '../guards.ts';
import type { Property, Setting } from '../member.ts';
import type { Work } from '../work.ts';

interface OnArea {
  readonly sheet: string;
  readonly area: Area;
}

const pointsPerPixel = 0.75;

/** Formats of whole columns or rows reach as far as a sheet is ever filled here. */
function bounded(work: Work, { sheet, area }: OnArea): Area {
  if (!isUnbounded(area)) return area;
  const used = work.model.cells.used(sheet, false);
  const rows = Math.max(1000, used ? used.row + used.rows : 0);
  const columns = Math.max(60, used ? used.column + used.columns : 0);
  return {
    ...area,
    rows: area.rows === maxRows ? rows : area.rows,
    columns: area.columns === maxColumns ? columns : area.columns,
  };
}

/** The same thing for every cell, or `null` for a mixture (rule 17). */
function common<T>(area: Area, of: (row: number, column: number) => T): T | null {
  const first = of(area.row, area.column);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (of(row, column) !== first) return null;
    }
  }
  return first;
}

/** A property of the look of cells: how Excel says it and how the engine keeps it. */
function look<T>(
  read: (look: CellLook) => T,
  write: (value: unknown) => CellLook,
): Property<OnArea> & Required<Pick<Property<OnArea>, 'set'>> {
  return {
    get: (object, work) =>
      common(bounded(work, object), (row, column) => read(work.model.looks.look(object.sheet, { row, column }))),
    set(object, value, work) {
      const change = write(value);
      requirePermitted(work, object.sheet, 'allowFormatCells');
      work.changing();
      work.model.looks.setLook(object.sheet, bounded(work, object), change);
      work.happened({ kind: 'changed', sheet: object.sheet, area: object.area });
    },
  };
}

const upper = (colour: string | undefined, none: string): string => colour?.toUpperCase() ?? none;

export const fillColour = look(
  ({ fill }) => upper(fill, '#FFFFFF'),
  (value) => ({ fill: requireColour(value) }),
);
export const fontColour = look(
  ({ colour }) => upper(colour, '#000000'),
  (value) => ({ colour: requireColour(value) }),
);
export const fontBold = look(
  ({ bold }) => bold ?? false,
  (value) => ({ bold: requireBoolean(value) }),
);
export const fontItalic = look(
  ({ italic }) => italic ?? false,
  (value) => ({ italic: requireBoolean(value) }),
);
export const fontSize = look(
  ({ size }) => size ?? 11,
  (value) => ({ size: requireNumber(value) }),
);
export const wrapText = look(
  ({ wrap }) => wrap ?? false,
  (value) => ({ wrap: requireBoolean(value) }),
);

const verticals = { Top: 'top', Center: 'middle', Bottom: 'bottom' } as const;
const horizontals = { Left: 'left', Center: 'centre', Right: 'right' } as const;
const keyOf = <K extends string>(table: Readonly<Record<K, string>>, value: string): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

export const verticalAlignment = look(
  ({ vertical }) => keyOf(verticals, vertical ?? 'bottom'),
  (value) => ({ vertical: verticals[requireOneOf(value, ['Top', 'Center', 'Bottom'] as const)] }),
);
export const horizontalAlignment = look(
  ({ horizontal }) => (horizontal ? keyOf(horizontals, horizontal) : 'General'),
  (value) => ({ horizontal: horizontals[requireOneOf(value, ['Left', 'Center', 'Right'] as const)] }),
);

export const columnWidth: Property<OnArea> = {
  get({ sheet, area }, work) {
    const width = common({ ...area, row: 0, rows: 1 }, (_, column) => work.model.looks.columnWidth(sheet, column));
    return width === null ? null : width * pointsPerPixel;
  },
  set({ sheet, area }, value, work) {
    const pixels = Math.round(requireNumber(value) / pointsPerPixel);
    requirePermitted(work, sheet, 'allowFormatColumns');
    work.changing();
    work.model.looks.setColumnWidth(sheet, area.column, area.columns, pixels);
  },
};

/** The engine does not say how high a row is. */
export const rowHeight: Setting<OnArea> = {
  set({ sheet, area }, value, work) {
    const pixels = Math.round(requireNumber(value) / pointsPerPixel);
    requirePermitted(work, sheet, 'allowFormatRows');
    work.changing();
    work.model.looks.setRowHeight(sheet, area.row, area.rows, pixels);
  },
};

export const rowHidden: Property<OnArea> = {
  get: ({ sheet, area }, work) =>
    common({ ...area, column: 0, columns: 1 }, (row) => work.model.looks.rowHidden(sheet, row)),
  set({ sheet, area }, value, work) {
    const hidden = requireBoolean(value);
    requirePermitted(work, sheet, 'allowFormatRows');
    work.changing();
    work.model.looks.setRowsHidden(sheet, area.row, area.rows, hidden);
  },
};

/** The engine does not say which columns are hidden. */
export const columnHidden: Setting<OnArea> = {
  set({ sheet, area }, value, work) {
    const hidden = requireBoolean(value);
    requirePermitted(work, sheet, 'allowFormatColumns');
    work.changing();
    work.model.looks.setColumnsHidden(sheet, area.column, area.columns, hidden);
  },
};

export const locked: Property<OnArea> = {
  get: ({ sheet, area }, work) => lockedIn(work.model, sheet, area),
  set({ sheet, area }, value, work) {
    const isLocked = requireBoolean(value);
    requirePermitted(work, sheet);
    work.changing();
    setLocked(work.model, sheet, area, isLocked);
  },
};

type OnEdge = OnArea & { readonly edge: string };
const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

export const requireEdge = (key: unknown): string => requireOneOf(key, edges);

export const borderStyle: Property<OnEdge> = {
  get(object, work) {
    const shown = common(bounded(work, object), (row, column) =>
      Boolean(work.model.looks.look(object.sheet, { row, column }).border),
    );
    return shown === null ? null : shown ? 'Continuous' : 'None';
  },
  set({ sheet, area, edge }, value, work) {
    const style = requireOneOf(value, ['Continuous'] as const);
    requirePermitted(work, sheet, 'allowFormatCells');
    work.changing();
    work.borders.set(sheet, area, edge, { style });
    work.happened({ kind: 'changed', sheet, area });
  },
};

export const borderColour: Property<OnEdge> = {
  get: (object, work) =>
    common(bounded(work, object), (row, column) =>
      upper(work.model.looks.look(object.sheet, { row, column }).border?.colour, '#000000'),
    ),
  set({ sheet, area, edge }, value, work) {
    const colour = requireColour(value);
    requirePermitted(work, sheet, 'allowFormatCells');
    work.changing();
    work.borders.set(sheet, area, edge, { colour });
  },
};
