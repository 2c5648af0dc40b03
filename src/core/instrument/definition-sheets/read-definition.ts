import { failed, ok, type Result } from '../../result.ts';
import type { Instrument } from '../instrument.ts';
import { loadInstrument } from '../load-instrument.ts';
import type { NamedGrid } from './definition-table.ts';
import { definitionIn } from './definition-in.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

const namesMissing = new Set<SheetFault['code']>([
  'sheet-missing',
  'headings-missing',
  'heading-unknown',
  'heading-twice',
]);

/**
 * The instrument that the sheets of a definition workbook define, or all that is wrong, each with its sheet and cell:
 * what cannot be read, and what `loadInstrument` has against it. Of one cell only the first fault is told.
 */
export const readDefinition = (sheets: readonly NamedGrid[]): Result<Instrument, readonly SheetFault[]> => {
  const { definition, places, faults } = definitionIn(sheets);
  // What a sheet or a column without its name holds would all be told as missing.
  if (faults.some(({ code }) => namesMissing.has(code))) return failed(faults);
  const loaded = loadInstrument(definition);
  const all = [
    ...faults,
    ...(loaded.ok
      ? []
      : loaded.failure.map(({ path, code, detail }) => ({ ...placeOf(path, places), code, detail }))),
  ];
  const told = all.filter(
    (one, at) => all.findIndex((other) => other.sheet === one.sheet && other.cell === one.cell) === at,
  );
  return loaded.ok && told.length === 0 ? ok(loaded.value) : failed(told);
};

/** The cell of a member, or of the nearest thing around it that has one. */
const placeOf = (path: string, places: ReadonlyMap<string, CellPlace>): CellPlace => {
  const place = places.get(path);
  if (place || path === '') return place ?? { sheet: 'instrument', cell: 'A1' };
  return placeOf(path.slice(0, path.lastIndexOf('/')), places);
};
