import type { FieldId } from '../ids.ts';
import { sumsInTable } from '../measures/sums-of.ts';
import type { FigureTable } from '../measures/sums.ts';
import { givenId } from './master-fields.ts';

/** The fields of a master, derived ones and those that say what is given too, that the figures of tables are counted by. */
export const fieldsRead = (tables: readonly FigureTable[]): ReadonlySet<FieldId> =>
  new Set(
    tables.flatMap(sumsInTable).flatMap((sum) => {
      if (!('criteria' in sum)) return [];
      const fields = sum.criteria.flatMap((criterion) => {
        if ('given' in criterion) return [givenId(criterion.given)];
        return 'field' in criterion ? [criterion.field] : [];
      });
      return sum.kind === 'count' ? fields : [sum.field, ...fields];
    }),
  );

/** Whether some figure counts rows that need not have answered anything in particular. */
export const readsRowsAlone = (tables: readonly FigureTable[]): boolean =>
  tables
    .flatMap(sumsInTable)
    .some((sum) => 'criteria' in sum && !sum.criteria.some((criterion) => 'field' in criterion));
