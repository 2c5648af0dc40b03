import type { Cell } from '../../cell.ts';
import { isBlank } from '../text-normal-form.ts';
import type { CellForm } from './cell-forms.ts';

/** A column of a definition sheet, and the member of a definition's part that stands in it. */
export interface Column {
  readonly heading: string;
  /** What to write there, in one line. */
  readonly help: string;
  /** The member's name, or a way to it: `other/row`. */
  readonly member: string;
  readonly form: CellForm;
  /** The one kind of rule that has it, where another kind has something else of that name. */
  readonly kind?: string;
  /** What a blank cell means, where the definition must have something. */
  readonly otherwise?: unknown;
}

/** The member of a part; `undefined` where it is absent. */
export const memberAt = (part: unknown, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
      part,
    );

/** The part with one member more. */
export const withMember = (part: unknown, path: string, value: unknown): Record<string, unknown> => {
  const [step = '', ...rest] = path.split('/');
  const here = typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
  return { ...here, [step]: rest.length === 0 ? value : withMember(here[step], rest.join('/'), value) };
};

/** A part as a line of cells. */
export const lineOf = (columns: readonly Column[], part: unknown): readonly Cell[] =>
  columns.map(({ member, form, kind }) => {
    const value = kind === undefined || memberAt(part, 'kind') === kind ? memberAt(part, member) : undefined;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
    return form.write(value);
  });

/** What a cell of a column comes to: nothing where it is blank and need not be filled. */
export const readCell = ({ form, otherwise }: Column, cell: Cell): ReturnType<CellForm['read']> =>
  isBlank(cell) ? { ok: true, value: otherwise } : form.read(cell);
