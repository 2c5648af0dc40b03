import { batchesOf } from '#core/batches-of.ts';
import type { Instant, OwnerId } from '#core/ids.ts';
import { planSuccession } from '#core/register/plan-links.ts';
import { planSchools, type ChangeKind, type SchoolChange } from '#core/register/plan-schools.ts';
import type { RowProblem } from '#core/register/row-problem.ts';
import type { School } from '#core/register/school.ts';
import { programmeLog } from '../store/audit.ts';
import type { Person } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import { noteStanding } from './note-standing.ts';
import type { RegisterFile } from './read-register-file.ts';

/** What importing a file did, or would do. */
export interface ImportOutcome {
  readonly kind: RegisterFile['kind'];
  /** Schools, or of a links file successions, by what becomes of them. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Rows that cannot be taken. */
  readonly refused: number;
  /** Of a links file: rows about links of other kinds, and successions of schools that the register does not have. */
  readonly passedOver: number;
  /** By URN, the first hundred of each kind; of unchanged schools none. */
  readonly changes: readonly SchoolChange[];
  /** By row. */
  readonly problems: readonly RowProblem[];
}

/** Changes of one kind that are told one by one. */
const mostTold = 100;

/** Schools that go in one statement. */
const batchSize = 500;

/** What importing these files, one after the other, would do; nothing is written. A later file sees what earlier ones bring. */
export const previewImport = (records: Records, files: readonly RegisterFile[]): Promise<readonly ImportOutcome[]> =>
  importFiles(records.register, files);

/**
 * The act of importing files, in: the open transaction, who does it and when, and the files, out: what became of each.
 * Importing the same again changes nothing. Each school whose standing changes has that in its own log of acts.
 */
export const importRegister = async (
  records: Records,
  by: Pick<Person, 'id' | 'name'>,
  at: Instant,
  files: readonly RegisterFile[],
): Promise<readonly ImportOutcome[]> => {
  const outcomes = await importFiles(records.register, files, {
    at,
    schools: async (changes) => {
      await putChanges(records.register, changes, at);
      await noteStanding(records.audit, { by, at }, changes);
    },
  });
  for (const { kind, counts } of outcomes) {
    await records.audit.note({ log: programmeLog, at, act: 'import-register', about: { kind, ...counts }, by });
  }
  return outcomes;
};

const importFiles = async (
  register: Records['register'],
  files: readonly RegisterFile[],
  /** When changes are made, and what carries out a batch of those of schools; left out for a preview. */
  apply?: { readonly at: Instant; schools(changes: readonly SchoolChange[]): Promise<void> },
): Promise<readonly ImportOutcome[]> => {
  const brought = new Map<OwnerId, School>();
  const knownOf = async (urns: readonly OwnerId[]): Promise<ReadonlyMap<OwnerId, School>> => {
    const found = new Map(await register.some(urns));
    for (const urn of urns) {
      const school = brought.get(urn);
      if (school) found.set(urn, school);
    }
    return found;
  };

  const importSchools = async (file: RegisterFile & { kind: 'gias' | 'list' }): Promise<ImportOutcome> => {
    const counts = noCounts();
    const changes: SchoolChange[] = [];
    const problems = [...file.problems];
    for (const rows of batchesOf(file.rows, batchSize)) {
      const known = await knownOf(rows.map(({ urn }) => urn));
      const plan = planSchools(known, rows, file.urnHeading);
      for (const change of plan.changes) {
        counts[change.kind] += 1;
        if (change.kind === 'unchanged') continue;
        if (counts[change.kind] <= mostTold) changes.push(change);
        if (!apply) brought.set(change.school.urn, change.school);
      }
      problems.push(...plan.problems);
      await apply?.schools(plan.changes);
    }
    problems.sort((a, b) => a.row - b.row);
    return { kind: file.kind, counts, refused: rowsOf(problems), passedOver: 0, changes, problems };
  };

  const importLinks = async (file: RegisterFile & { kind: 'links' }): Promise<ImportOutcome> => {
    const counts = noCounts();
    let passedOver = file.otherLinks;
    for (const said of batchesOf(file.successions, batchSize)) {
      const urns = [...new Set(said.map(({ urn }) => urn))];
      const schools = await knownOf(urns);
      const known = await register.successors(urns);
      const plans = said
        .filter(({ urn }) => schools.has(urn))
        .map((one) =>
          planSuccession(
            known.find(({ urn, successor }) => urn === one.urn && successor === one.successor),
            one,
          ),
        );
      passedOver += said.length - plans.length;
      for (const { kind } of plans) counts[kind] += 1;
      if (!apply) continue;
      await register.putSuccessors(
        plans.filter(({ kind }) => kind !== 'unchanged').map(({ succession }) => succession),
        apply.at,
      );
    }
    const { problems } = file;
    return { kind: 'links', counts, refused: rowsOf(problems), passedOver, changes: [], problems };
  };

  const outcomes: ImportOutcome[] = [];
  for (const file of files) {
    outcomes.push(file.kind === 'links' ? await importLinks(file) : await importSchools(file));
  }
  return outcomes;
};

/** Writes what is to change, and mentors only where they change. */
const putChanges = async (
  register: Records['register'],
  changes: readonly SchoolChange[],
  at: Instant,
): Promise<void> => {
  const changed = changes.filter(({ kind }) => kind !== 'unchanged');
  const mentors = changed.filter(
    ({ kind, school, fields }) =>
      fields.some(({ field }) => field === 'mentor') || (kind === 'new' && school.mentor !== null),
  );
  await register.put(
    changed.map(({ school }) => school),
    at,
    mentors.map(({ school }) => school.urn),
  );
};

const noCounts = (): Record<ChangeKind, number> => ({ new: 0, changed: 0, closed: 0, reopened: 0, unchanged: 0 });

const rowsOf = (problems: readonly RowProblem[]): number => new Set(problems.map(({ row }) => row)).size;
