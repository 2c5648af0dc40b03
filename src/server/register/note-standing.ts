import type { SchoolChange } from '#core/register/plan-schools.ts';
import type { School } from '#core/register/school.ts';
import type { AuditNote } from '../store/audit.ts';
import type { Records } from '../store/store.ts';

/** Who may see a school's rows and whether it takes part follows from these; of them the log of acts keeps the values. */
const standing = ['mentor', 'enlisted', 'status'] as const satisfies readonly (keyof School)[];

/**
 * What a change makes of a school's standing, as values for the log of acts: of a known school what is other than
 * before, of a new one all of it. Empty where nobody's rights change, as for a new school that takes no part.
 */
export const standingAfter = ({ kind, school, fields }: SchoolChange): AuditNote['about'] => {
  const isNew = kind === 'new';
  if (isNew && !school.enlisted && school.mentor === null) return {};
  const told = standing.filter((one) => isNew || fields.some(({ field }) => field === one));
  return Object.fromEntries(told.map((one) => [one, valueOf(school[one])]));
};

/** Writes into each school's own log what became of its standing; into those of other schools nothing. */
export const noteStanding = async (
  audit: Records['audit'],
  by: Pick<AuditNote, 'by' | 'at'>,
  changes: readonly SchoolChange[],
): Promise<void> => {
  const notes = changes.map((change): AuditNote => {
    const about = standingAfter(change);
    const whose = { by: by.by, at: by.at, log: change.school.urn, about };
    return change.kind === 'new' ? { ...whose, act: 'add-school' } : { ...whose, act: 'change-school' };
  });
  await audit.noteAll(notes.filter(({ about }) => Object.keys(about).length > 0));
};

const valueOf = (value: School[(typeof standing)[number]]): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? 'none');
