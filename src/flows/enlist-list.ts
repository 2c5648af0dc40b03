import { readUrn } from '#core/register/school-values.ts';
import { failed, ok, type Result } from '#core/result.ts';

/** What of a typed or pasted list is no URN. */
export interface NoUrns {
  readonly wrong: readonly string[];
}

/**
 * The schools of a typed or pasted list of URNs as a file to import, which says of each only that it takes part. URNs
 * are parted by commas, blanks or lines, and may stand there twice. Fails with what is no URN; an empty list with none.
 */
export const enlistList = (text: string): Result<Blob, NoUrns> => {
  const parts = [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
  const wrong = parts.filter((part) => readUrn(part) === undefined);
  if (parts.length === 0 || wrong.length > 0) return failed({ wrong });
  return ok(new Blob([['URN,Enlisted', ...parts.map((urn) => `${urn},yes`)].join('\r\n')], { type: 'text/csv' }));
};
