import fc from 'fast-check';
import { ownerId, type OwnerId } from '#core/ids.ts';
import { changeOf, planSchools, rowsOnce, type SchoolChange } from '#core/register/plan-schools.ts';
import type { SchoolRow } from '#core/register/read-school.ts';
import { newSchool, schoolStatuses, type School, type SchoolSays } from '#core/register/school.ts';

const reedham = newSchool(ownerId('999011'), 'Reedham School', { postcode: 'ZZ9 9ZZ', enlisted: true });
const row = (urn: string, says: SchoolSays, at = 2): SchoolRow => ({ row: at, urn: ownerId(urn), says });

test('what is not said of a school stays as it is known', () => {
  expect(changeOf(reedham, { region: 'North' })).toEqual({
    kind: 'changed',
    school: { ...reedham, region: 'North' },
    fields: [{ field: 'region', from: null, to: 'North' }],
  });
});

test('closing and reopening are told apart from other changes', () => {
  const closed = changeOf(reedham, { status: 'closed', closed: '2009-08-31' });
  expect(closed).toMatchObject({ kind: 'closed', school: { name: 'Reedham School', enlisted: true } });
  expect(changeOf(closed.school, { status: 'open', closed: null })).toMatchObject({
    kind: 'reopened',
    school: reedham,
  });
  expect(changeOf(reedham, { status: 'open' })).toMatchObject({ kind: 'unchanged' });
});

test('a school that is not in the register needs a name to be made', () => {
  const rows = [row('999012', { enlisted: true }), row('999013', { name: 'Sedge School' }, 3)];
  const { changes, problems } = planSchools(new Map(), rows, 'URN');
  expect(problems).toEqual([{ row: 2, column: 'URN', fault: 'not-in-register', value: '999012' }]);
  expect(changes).toEqual([{ kind: 'new', school: newSchool(ownerId('999013'), 'Sedge School'), fields: [] }]);
});

test('of a URN that stands in the file again no row is taken, and each is told; names may repeat', () => {
  const rows = [
    row('999013', { name: 'Sedge' }, 2),
    row('999012', { name: 'Sedge' }, 3),
    row('999013', { name: 'Sedge' }, 4),
  ];
  expect(rowsOnce(rows, 'URN')).toEqual({
    rows: [rows[1]],
    problems: [2, 4].map((at) => ({ row: at, column: 'URN', fault: 'urn-twice', value: '999013' })),
  });
});

describe('whatever the register holds and the file says', () => {
  const urn = fc.integer({ min: 999000, max: 999019 }).map((number) => ownerId(String(number)));
  const word = fc.option(fc.constantFrom('North', 'South', 'East'), { nil: null });
  const says: fc.Arbitrary<SchoolSays> = fc.record(
    {
      name: fc.constantFrom('Reedham', 'Sedge', 'Osier'),
      status: fc.constantFrom(...schoolStatuses),
      closed: fc.constantFrom(null, '2009-08-31'),
      region: word,
      specialism: word,
      enlisted: fc.boolean(),
      mentor: fc.constantFrom(null, ownerId('M-1')),
    },
    { requiredKeys: [] },
  );
  const rows = fc
    .array(fc.tuple(urn, says), { maxLength: 30 })
    .map((all) => all.map(([of, what], at) => row(of, what, at + 2)));
  const register = fc
    .uniqueArray(fc.tuple(urn, says), { selector: ([of]) => of })
    .map((all) => new Map(all.map(([of, what]) => [of, newSchool(of, 'Known', what)])));

  type Register = ReadonlyMap<OwnerId, School>;
  const imported = (known: Register, file: readonly SchoolRow[]) => {
    const plan = planSchools(known, rowsOnce(file, 'URN').rows, 'URN');
    const after = new Map([...known, ...plan.changes.map(({ school }) => [school.urn, school] as const)]);
    return { ...plan, after };
  };
  const kinds = (changes: readonly SchoolChange[]) => new Set(changes.map(({ kind }) => kind));

  test('importing it again changes nothing', () => {
    fc.assert(
      fc.property(register, rows, (known, file) => {
        const again = imported(imported(known, file).after, file);
        expect([...kinds(again.changes)].filter((kind) => kind !== 'unchanged')).toEqual([]);
      }),
    );
  });

  test('no school is lost, and one that no row names is as it was', () => {
    fc.assert(
      fc.property(register, rows, (known, file) => {
        const { after } = imported(known, file);
        const named = new Set(file.map((one) => one.urn));
        for (const [of, school] of known) {
          expect(after.has(of)).toBe(true);
          if (!named.has(of)) expect(after.get(of)).toEqual(school);
        }
      }),
    );
  });

  test('the order of its rows does not matter', () => {
    const shuffled = rows.chain((file) =>
      fc.tuple(fc.constant(file), fc.shuffledSubarray([...file], { minLength: file.length })),
    );
    fc.assert(
      fc.property(register, shuffled, (known, [file, other]) => {
        const [one, two] = [imported(known, file), imported(known, other)];
        expect(two.changes).toEqual(one.changes);
        expect(two.after).toEqual(one.after);
      }),
    );
  });

  test('a change names exactly the fields that differ, from what was to what will be', () => {
    fc.assert(
      fc.property(register, rows, (known, file) => {
        for (const { kind, school, fields } of imported(known, file).changes) {
          const before = known.get(school.urn);
          expect(kind === 'new').toBe(before === undefined);
          if (!before) continue;
          const back = Object.fromEntries(fields.map(({ field, from }) => [field, from]));
          expect({ ...school, ...back }).toEqual(before);
          expect(fields.every(({ from, to }) => from !== to)).toBe(true);
        }
      }),
    );
  });
});
