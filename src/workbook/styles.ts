import type { Highlight, StyleName } from '#core/sheet/sheet-plan.ts';

/** How cells of a style look. Colours are `#RRGGBB`; sizes are points. What is missing stays as Excel has it. */
export interface CellStyle {
  readonly fill?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly wrap?: boolean;
  readonly vertical?: 'Top' | 'Center';
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  /** The colour of thin lines around and between the cells. */
  readonly border?: string;
  /** In en-US notation. */
  readonly numberFormat?: string;
}

const ink = '#1B2733';
const line = '#B4BFC9';

/**
 * The styles of plans in a light Excel. Text has a contrast of at least 4.5 to 1 on its fill, and on white where there
 * is no fill; no meaning rests on colour alone.
 * Titles, notes and totals stand in narrow first columns and run over to the right: they are never wrapped.
 */
export const cellStyles: Readonly<Record<StyleName, CellStyle>> = {
  title: { bold: true, size: 16, colour: '#0B3D5C' },
  subtitle: { size: 12, colour: '#3B4A57' },
  code: { size: 9, colour: '#4A5966' },
  note: { italic: true, colour: '#4A5966' },
  header: { bold: true, fill: '#0B4F71', colour: '#FFFFFF', wrap: true, vertical: 'Center', border: line },
  'header-ours': { bold: true, fill: '#4A5966', colour: '#FFFFFF', wrap: true, vertical: 'Center', border: line },
  label: { fill: '#F4F7F9', colour: ink, wrap: true, vertical: 'Top', border: line },
  'label-alternate': { fill: '#E6EDF2', colour: ink, wrap: true, vertical: 'Top', border: line },
  input: { fill: '#FFFFFF', colour: ink, wrap: true, vertical: 'Top', border: line },
  'input-alternate': { fill: '#F2F8FD', colour: ink, wrap: true, vertical: 'Top', border: line },
  // Laid over one of the two before: a cell formatted as text would keep a typed number or date as text.
  'input-number': { numberFormat: 'General', horizontal: 'Right' },
  'input-date': { numberFormat: 'dd/mm/yyyy', horizontal: 'Left' },
  ours: { fill: '#EDF0F2', colour: '#333F4A', wrap: true, vertical: 'Top', border: line },
  number: { numberFormat: '0', horizontal: 'Right' },
  decimal: { numberFormat: '0.0', horizontal: 'Right' },
  percent: { numberFormat: '0%', horizontal: 'Right' },
  total: { bold: true, fill: '#DCE6EC', colour: ink, border: line },
  'date-time': { numberFormat: 'dd/mm/yyyy hh:mm', horizontal: 'Left', vertical: 'Top' },
};

/** What a highlight paints over the style of a cell. */
export const highlightStyles: Readonly<
  Record<Highlight['style'], { readonly fill: string; readonly colour: string; readonly bold?: boolean }>
> = {
  error: { fill: '#FAD4D1', colour: '#7A0C0C', bold: true },
  warning: { fill: '#FFE8AD', colour: '#5A3A00' },
  question: { fill: '#DED7F3', colour: '#3B2178' },
  copied: { fill: '#E3EEF7', colour: '#1F4E79' },
  'not-applicable': { fill: '#E3E3E3', colour: '#4A4A4A' },
  done: { fill: '#D8F0DC', colour: '#11481F' },
  shown: { fill: '#EDF0F2', colour: '#333F4A' },
  'shown-header': { fill: '#4A5966', colour: '#FFFFFF', bold: true },
  'shown-total': { fill: '#DCE6EC', colour: ink, bold: true },
};
