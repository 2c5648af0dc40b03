import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { groupsOf } from '../instrument/instrument.ts';
import type { MeasureTerms } from '../measures/sums.ts';
import { fixedArea, fixedCell, onSheet } from './a1.ts';
import type { FieldColumns } from './check-layout.ts';
import type { PlanContext } from './plan-context.ts';

/** Below every number that people write here; a blank cell and a text are not above it. */
const anyNumber = '">-1E+300"';

/**
 * How measures read the check sheet. Fixed rows are read in the instrument's own order, open rows line by line, in
 * whatever order they stand. Numbers asked once are read in the line in which they are asked. Only fields that some
 * measure of the instrument names can be asked for.
 */
export const measureTerms = ({ instrument, check, names }: PlanContext): MeasureTerms => {
  const on = (area: Area) => onSheet(names.check) + fixedArea(area);
  const { fields, derived, started } = check.inOrder ?? check;
  const columnsOf = (field: FieldId): Omit<FieldColumns, 'text' | 'ready'> => {
    const found = fields.get(field);
    if (found === undefined) throw new Error(`No measure reads ${field}`);
    return found;
  };
  const placeOf = (field: FieldId, code: string) =>
    check.terms.choices(field).findIndex((choice) => choice.code === code) + 1;
  const once = (field: FieldId): string => {
    const number = check.fields.get(field)?.number;
    if (number === undefined) throw new Error(`${field} is no number asked once`);
    return onSheet(names.check) + fixedCell(number.row, number.column);
  };
  return {
    counted: `${on(started)},1`,
    chose: (field, code) => {
      const said = derived.get(field);
      if (said !== undefined) return `${on(said)},${code === 'yes' ? 1 : code === 'no' ? 2 : -1}`;
      const { place, made, understood } = columnsOf(field);
      const at = placeOf(field, code);
      // A cell that is not understood as a whole counts nowhere.
      if (made !== undefined && understood !== undefined && at > 0)
        return `${on({ ...made, column: made.column + at - 1, columns: 1 })},1,${on(understood)},1`;
      return `${on(place ?? started)},${at > 0 ? at : -1}`;
    },
    answered: (field) => {
      const said = derived.get(field);
      if (said !== undefined) return `${on(said)},">0"`;
      const { place, understood, number } = columnsOf(field);
      if (understood !== undefined) return `${on(understood)},1`;
      if (number !== undefined) return `${on(number)},${anyNumber}`;
      // A field that offers nothing here is answered by nobody.
      return place === undefined ? `${on(started)},-1` : `${on(place)},">0"`;
    },
    group: (id) => {
      const at = groupsOf(instrument).findIndex((group) => group.id === id) + 1;
      return check.inOrder === undefined || at === 0 ? `${on(started)},-1` : `${on(check.inOrder.groupPlace)},${at}`;
    },
    values: (field) => {
      const { number } = columnsOf(field);
      if (number === undefined) throw new Error(`${field} holds no numbers`);
      return on(number);
    },
    given: (field) => `${on(started)},IF(ISNUMBER(${once(field)}),1,-1)`,
    once,
  };
};
