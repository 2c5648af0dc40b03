import { Type, type Static } from 'typebox';

/** The form of an exported file. */
export const ExportForm = Type.Union([Type.Literal('csv'), Type.Literal('json')]);
export type ExportForm = Static<typeof ExportForm>;

/** What is exported: a line for each row of an accepted return, for each enlisted owner, or for each figure. */
export const ExportTable = Type.Union([Type.Literal('answers'), Type.Literal('owners'), Type.Literal('totals')]);
export type ExportTable = Static<typeof ExportTable>;
