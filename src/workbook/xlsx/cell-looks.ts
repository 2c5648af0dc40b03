import type { CellStyle as FileStyle } from 'hucre/xlsx';
import type { Area } from '#core/cell.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { cellStyles, highlightStyles, type CellStyle } from '../styles.ts';
import { eachSpot } from './book-sheet.ts';

/** How the cells of a plan look, by `row,column`: what is laid over what in the order of the plan. */
export const cellLooks = (plan: SheetPlan): ReadonlyMap<string, FileStyle> => {
  const layers = new Map<string, string>();
  const lay = (area: Area, layer: string) =>
    eachSpot(area, ({ row, column }) => {
      const key = `${row},${column}`;
      layers.set(key, `${layers.get(key) ?? ''}${layer} `);
    });
  for (const { area, asText } of plan.blocks) if (asText) lay(area, '@');
  for (const { area, style } of plan.styles) lay(area, style);
  for (const area of plan.protection?.unlocked ?? []) lay(area, open);
  const made = new Map<string, FileStyle>();
  return new Map(
    [...layers].map(([key, found]) => {
      const style = made.get(found) ?? fileStyle(found.trim().split(' '));
      made.set(found, style);
      return [key, style];
    }),
  );
};

/** The layer that lets people type on a protected sheet; no style is called so. */
const open = '-open-';

const fileStyle = (layers: readonly string[]): FileStyle => {
  const style = layers.reduce<CellStyle>(
    (under, layer) => ({ ...under, ...(layer === '@' ? { numberFormat: '@' } : styleNamed(layer)) }),
    {},
  );
  const { fill, colour, bold, italic, size, wrap, vertical, horizontal, border, numberFormat } = style;
  const line = border === undefined ? undefined : ({ style: 'thin', color: rgb(border) } as const);
  return {
    font: {
      name: 'Calibri',
      size: size ?? 11,
      ...(colour === undefined ? {} : { color: rgb(colour) }),
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
    },
    ...(fill === undefined ? {} : { fill: solid(fill) }),
    ...(line ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
    alignment: {
      ...(wrap ? { wrapText: true } : {}),
      ...(vertical === undefined ? {} : { vertical: vertical === 'Top' ? 'top' : 'center' }),
      ...(horizontal === undefined ? {} : { horizontal: lower[horizontal] }),
    },
    ...(numberFormat === undefined || numberFormat === 'General' ? {} : { numFmt: numberFormat }),
    ...(layers.includes(open) ? { protection: { locked: false } } : {}),
  };
};

const styleNamed = (name: string): CellStyle => (cellStyles as Readonly<Record<string, CellStyle>>)[name] ?? {};

const lower = { Left: 'left', Center: 'center', Right: 'right' } as const;

/** What a highlight paints over a cell. */
export const highlightLook = (name: keyof typeof highlightStyles): FileStyle => {
  const { fill, colour, bold } = highlightStyles[name];
  return { fill: solid(fill), font: { color: rgb(colour), ...(bold ? { bold } : {}) } };
};

/** A highlight takes its colour from the background, a cell from the foreground: both are given. */
const solid = (colour: string): NonNullable<FileStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: rgb(colour),
  bgColor: rgb(colour),
});

const rgb = (colour: string) => ({ rgb: colour.slice(1) });
