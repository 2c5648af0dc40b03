import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { MeasureTerms } from '../measures/sums.ts';
import { fixedArea } from '../sheet/a1.ts';
import { givenId, type MasterField } from './master-fields.ts';

/** Where the answers of a master stand, as measures read them. */
export interface MasterAreas {
  /** A `range,criterion` pair of the rows that count; '' where every sum asks for an answer, which only they have. */
  counted(group?: string): string;
  /** The cells of a field's column over all rows, or over the rows of a group. */
  area(field: FieldId, column: number, group?: string): Area;
  /** The numbers asked once, one for each owner. */
  once(field: FieldId): Area;
  /** The cell with the number of returns. */
  readonly returns: string;
}

/** How measures are said over the lines of a master: the same words as over the check sheet of one return. */
export const masterTerms = (fields: readonly MasterField[], areas: MasterAreas, group?: string): MeasureTerms => {
  const fieldOf = (id: FieldId): MasterField => {
    const field = fields.find((one) => one.id === id);
    if (field === undefined) throw new Error(`The master does not show ${id}`);
    return field;
  };
  const pair = (id: FieldId, { column, criterion }: MasterField['answered']) =>
    `${fixedArea(areas.area(id, column, group))},${criterion}`;
  return {
    counted: areas.counted(group),
    chose: (id, code) => pair(id, fieldOf(id).chose(code)),
    answered: (id) => pair(id, fieldOf(id).answered),
    group: (id) => {
      throw new Error(`The rows of ${id} stand apart here`);
    },
    given: (id) => pair(givenId(id), fieldOf(givenId(id)).answered),
    values: (id) => fixedArea(areas.area(id, 0, group)),
    once: (id) => fixedArea(areas.once(id)),
    returns: areas.returns,
    inGroup: (id) => masterTerms(fields, areas, id),
  };
};
