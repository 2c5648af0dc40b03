import { failed, ok, type Result } from '../result.ts';
import { readHeadings, type Cells } from './headings.ts';
import { linkReader, type LinkRow } from './read-link.ts';
import { schoolReader, type RowReader, type SchoolRow } from './read-school.ts';
import { giasColumns, listColumns, type MentorName } from './register-columns.ts';
import type { RegisterFileFault } from './row-problem.ts';

/** How the rows of a file are read, once its headings have said what it is. */
export type RegisterReader =
  | { readonly kind: 'gias' | 'list'; readonly urnHeading: string; readonly read: RowReader<SchoolRow> }
  | { readonly kind: 'links'; readonly read: RowReader<LinkRow> };

/**
 * Says by its first row which file this is: the government's download (`gias`), its file of predecessors and
 * successors (`links`), or a list that somebody made with a column `URN` (`list`). Case and punctuation of headings do
 * not matter, nor does the order of the columns.
 */
export const recogniseRegisterFile = (
  firstRow: Cells,
  mentors: readonly MentorName[],
): Result<RegisterReader, RegisterFileFault> => {
  const read = readHeadings(firstRow);
  if (!read.ok) return read;
  const headings = read.value;
  const { at, written } = headings;
  const urn = at('urn');
  if (urn === undefined) return failed({ kind: 'not-a-register', headings: written.slice(0, mostShown) });
  const [link, type] = [at('linkurn'), at('linktype')];
  if (link !== undefined && type !== undefined) {
    const columns = { urn, link, type, name: at('linkname'), since: at('linkestablisheddate') };
    return ok({ kind: 'links', read: linkReader(columns, headings) });
  }
  const urnHeading = written[urn] ?? '';
  const officialName = at('establishmentname');
  if (officialName !== undefined) {
    const columns = { urn, name: officialName, nameNeeded: true, columns: giasColumns };
    return ok({ kind: 'gias', urnHeading, read: schoolReader(columns, headings, mentors) });
  }
  const columns = { urn, name: at('name', 'school', 'schoolname'), nameNeeded: false, columns: listColumns };
  return ok({ kind: 'list', urnHeading, read: schoolReader(columns, headings, mentors) });
};

/** Headings that are shown of a file that is not known here. */
const mostShown = 12;
