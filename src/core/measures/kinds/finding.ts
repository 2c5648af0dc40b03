import { sum } from '../figures.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';

/** In how many returns a finding shows, out of those in which it can be told. */
export const finding: MeasureKind<'finding'> = ({ id, statement }) => {
  const [shows, told] = [sum({ kind: 'shows', finding: id }), sum({ kind: 'told', finding: id })];
  return {
    columns: [
      { label: tableWords.share, role: 'part', unit: 'share' },
      { label: tableWords.shows, role: 'beside', unit: 'count' },
      { label: tableWords.told, role: 'beside', unit: 'count' },
    ],
    lines: [{ label: statement, role: 'total', cells: [{ ratio: [shows, told] }, shows, told] }],
  };
};
