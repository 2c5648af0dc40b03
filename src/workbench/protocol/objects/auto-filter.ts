import type { Work } from '../work.ts';
import type { SheetObject } from './worksheets.ts';

/** Whether a person has chosen which rows show. */
export const isDataFiltered = ({ sheet }: SheetObject, work: Work): boolean => work.kept.filters[sheet] !== undefined;
