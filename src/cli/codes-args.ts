import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';

/** Whom a code is for. */
export type Whose =
  | { readonly person: string }
  | { readonly role: 'school'; readonly school: string; readonly name: string }
  | { readonly role: 'mentor' | 'project-team'; readonly name: string };

/** What `stem-returns codes` is asked to do. */
export type Asked = { readonly json: boolean } & (
  | { readonly act: 'list' }
  | { readonly act: 'make'; readonly whose: Whose; readonly expires: string | undefined }
  | { readonly act: 'revoke'; readonly code: string }
);

const usage =
  'For example: stem-returns codes list, or: stem-returns codes make --school 999001 --name "Ann Ash", or: stem-returns codes revoke CODE-ID';

/** Reads the words after `codes`; the failure is a line for the person. */
export const readCodesArgs = (args: readonly string[]): Result<Asked, string> => {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { person: text, school: text, name: text, role: text, expires: text, json: { type: 'boolean' } },
    });
    const { json = false, expires, ...who } = values;
    const [act, code, ...more] = positionals;
    if (more.length > 0 || (act !== 'revoke' && code !== undefined)) return failed(usage);
    if (act !== 'make' && Object.keys(values).some((name) => name !== 'json')) return failed(usage);
    if (act === 'list') return ok({ act, json });
    if (act === 'revoke' && code !== undefined) return ok({ act, code: code.toUpperCase(), json });
    if (act !== 'make') return failed(usage);
    const whose = whoseOf(who);
    if (!whose.ok) return whose;
    if (expires === undefined) return ok({ act, whose: whose.value, expires, json });
    const end = endOfDay(expires);
    return end === undefined
      ? failed(`--expires must be a day such as 2027-07-31, not "${expires}".`)
      : ok({ act, whose: whose.value, expires: end, json });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
};

interface Who {
  readonly person?: string | undefined;
  readonly school?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}

const whoseOf = ({ person, school, name, role }: Who): Result<Whose, string> => {
  if (person !== undefined) {
    const alone = [school, name, role].every((other) => other === undefined);
    return alone
      ? ok({ person: person.trim() })
      : failed('--person says who it is: leave --school, --role and --name out.');
  }
  if (name === undefined || name.trim() === '') return failed(`Say whom the code is for with --name. ${usage}`);
  if (school !== undefined) {
    return role === undefined || role === 'school'
      ? ok({ role: 'school', school: school.toUpperCase(), name: name.trim() })
      : failed('--school goes with people of a school only: leave it or --role out.');
  }
  if (role === 'mentor' || role === 'project-team') return ok({ role, name: name.trim() });
  return failed('Say --school URN for somebody of a school, or --role mentor or --role project-team.');
};

/** The end of a day, `2027-07-31`, in UTC; `undefined` when there is no such day. */
const endOfDay = (day: string): string | undefined => {
  const end = `${day}T23:59:59.999Z`;
  const time = Date.parse(end);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString() === end
    ? end
    : undefined;
};
