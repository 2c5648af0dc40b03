import type { Succession } from '#core/register/read-link.ts';
import type { School } from '#core/register/school.ts';
import type { ImportAnswer, SchoolAnswer, WireLinkedSchool } from '#wire/register.ts';
import type { Records } from '../store/store.ts';
import type { ImportOutcome } from '../register/import-register.ts';

/** A school with those around it, each as this register knows it: the one of now, or of a day before. */
export const schoolAnswer = async (
  register: ReturnType<Records['register']['asAt']>,
  school: School,
): Promise<SchoolAnswer> => {
  const after = await register.successors([school.urn]);
  const before = await register.predecessors(school.urn);
  const others = await register.some([...after.map(({ successor }) => successor), ...before.map(({ urn }) => urn)]);
  const linked = (urn: School['urn'], { name, since }: Pick<Succession, 'name' | 'since'>): WireLinkedSchool => {
    const known = others.get(urn);
    return known ? { urn, name: known.name, status: known.status, since } : { urn, name, since };
  };
  return {
    school: { ...school },
    successors: after.map((one) => linked(one.successor, one)),
    predecessors: before.map((one) => linked(one.urn, one)),
  };
};

const mostProblems = 1000;

export const importAnswer = ({
  kind,
  counts,
  refused,
  passedOver,
  changes,
  problems,
}: ImportOutcome): ImportAnswer => ({
  kind,
  counts: { ...counts },
  refused,
  passedOver,
  changes: changes.flatMap((change) =>
    change.kind === 'unchanged'
      ? []
      : [
          {
            kind: change.kind,
            urn: change.school.urn,
            name: change.school.name,
            fields: change.fields.map((field) => ({ ...field })),
          },
        ],
  ),
  problems: problems.slice(0, mostProblems).map((problem) => ({ ...problem })),
});
