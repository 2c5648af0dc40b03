import { Type, type Static } from 'typebox';

/** The form of an exported file. */
export const ExportForm = Type.Union([Type.Literal('csv'), Type.Literal('json')]);
export type ExportForm = Static<typeof ExportForm>;

/**
 * What is exported: a line for each row of an accepted return, for each enlisted owner, for each figure, or for each figure and
 * return that gives something to it.
 */
export const ExportTable = Type.Union([
  Type.Literal('answers'),
  Type.Literal('owners'),
  Type.Literal('totals'),
  Type.Literal('behind'),
]);
export type ExportTable = Static<typeof ExportTable>;
