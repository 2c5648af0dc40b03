import type { Grid } from '#core/cell.ts';
import type { Result } from '#core/result.ts';
import type { CsvFailure } from '#documents/read-csv.ts';

/** Why a file is no table. */
export type TableFailure = CsvFailure;

/** The cells of a table that was saved as text; see `documents/read-csv.ts`. The reader is loaded when it is needed. */
export const readTable = async (bytes: Uint8Array): Promise<Result<Grid, TableFailure>> => {
  const { readCsv } = await import('#documents/read-csv.ts');
  return readCsv(bytes);
};
