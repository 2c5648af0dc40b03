import { fixedRows, instrumentRef, onceKey, type FixedRows, type Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import { explanationsIn } from '#core/returns/record.ts';
import { instruments } from '#definitions/instruments.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { needsUpgrade } from '../../src/flows/needs-upgrade.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { upgradeReturn } from '../../src/flows/upgrade-return.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, school as ashLane, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** A bed is gone, another has a new key, a column is gone, another has a new name. */
const gardens2: Instrument = {
  ...gardens,
  version: 2,
  rows: {
    ...(gardens.rows as FixedRows),
    items: fixedRows(gardens)
      .filter(({ key }) => key !== 'S1')
      .map((row) => (row.key === 'N1' ? { ...row, key: 'N9' } : row)),
  },
  fields: gardens.fields.filter(({ id }) => id !== 'sure'),
  rules: gardens.rules.filter(({ field }) => field !== 'sure'),
  measures: [],
  predecessor: { version: 1, rows: { N1: 'N9', S1: null }, fields: { sure: null } },
};

const builtIn = instruments.flatMap((to) => {
  const from = instruments.find(({ id, version }) => id === to.id && version === to.predecessor?.version);
  return from ? [[instrumentRef(to), from, to] as const] : [];
});

describe.each([...builtIn, ['invented, where something cannot move', gardens, gardens2] as const])(
  'a return made with an older version is upgraded: %s',
  (_, from, to) => {
    let school: PersonAtWork;
    let old: OpenReturn;
    let endpoints: Awaited<ReturnType<typeof startEndpointWith>>[] = [];
    const typed = new Map<string, string>();

    beforeAll(async () => {
      const round = roundFor(from);
      const before = await startEndpointWith([from, to], [round]);
      school = await atWork(before, codes.school);
      old = await school.open();
      const rows = from.rows.kind === 'fixed' ? fixedRows(from).map(({ key }) => key) : ['1', '2'];
      for (const [at, row] of [...(from.once ? [onceKey] : []), ...rows].entries()) {
        const fields = row === onceKey ? (from.once ?? []) : from.fields;
        for (const field of fields) {
          const { choices } = readerOf(field, round);
          const offered = choices.filter((choice) => choice.rows === undefined || choice.rows.includes(row));
          const text = offered[at % Math.max(offered.length, 1)]?.label ?? `${at + 3}`;
          await school.type(old, row, { [field.id]: text });
          typed.set(`${row} ${field.id}`, text);
        }
      }
      const [, owner] = [await before.close(), old.owner];
      const after = await startEndpointWith([from, to], [{ ...round, instrument: instrumentRef(to) }]);
      endpoints = [after];
      const workbook = school.model.snapshot();
      await school.close();
      school = await atWork(after, codes.school, { workbook });
      const [wire] = expectOk(await school.desk.api.rounds());
      if (!wire) throw new Error('the round is gone');
      old = expectOk(await openReturn(school.desk, { round: wire, owner, ownerName: old.ownerName }));
    });
    afterAll(async () => {
      await school.close();
      for (const one of endpoints) await one.close();
    });

    test('the sheets are read as the version they were made with, and not submitted as the new one', async () => {
      expect(old.instrument).toEqual(from);
      expect(needsUpgrade(old)).toBe(true);
      expect((await school.check(old)).damage).toEqual([]);
      expect(await submitReturn(school.desk, old)).toEqual({
        ok: false,
        failure: { kind: 'older-version', reference: instrumentRef(to) },
      });
    });

    test('every answer is on the new sheet or in the list of what is left; explanations go along', async () => {
      const before = await school.check(old);
      const [warning] = before.openWarnings;
      if (warning) expectOk(await explainWarning(school.desk, old, before, warning, 'We looked at it twice'));
      const record = (await school.check(old)).record;
      const { open, moved, left } = expectOk(await upgradeReturn(school.desk, old));
      expect(open.instrument).toEqual(to);
      const after = await school.check(open);
      const values = before.content.rows.flatMap(({ key, values: cells }) =>
        Object.entries(cells).map(([field, value]) => ({ place: `${key} ${field}`, value })),
      );
      expect(values.map(({ place }) => place).sort()).toEqual([...typed.keys()].sort());
      const leftPlaces = left.map(({ row, field }) => `${row} ${field}`);
      const here = after.content.rows.flatMap(({ values: cells }) => Object.values(cells));
      expect(moved + left.length).toBe(values.length);
      expect(here).toHaveLength(moved);
      for (const { place, value } of values) {
        if (leftPlaces.includes(place))
          expect(left.find(({ row, field }) => `${row} ${field}` === place)?.value).toBe(value);
      }
      expect(after.record.slice(0, record.length)).toEqual(record);
      expect(after.damage).toEqual([]);
      expect(explanationsIn(after.record).length).toBeGreaterThanOrEqual(explanationsIn(record).length);
    });

    test('the old sheets stay readable and count no more', async () => {
      const shelf = expectOk(await findReturns(school.desk));
      expect(shelf.copies).toEqual([]);
      expect(shelf.damaged).toEqual([]);
      expect(shelf.open.map(({ instrument }) => instrument)).toEqual([to]);
      expect(shelf.open.map(needsUpgrade)).toEqual([false]);
      const words = wordsOn(school.model, old.sheets.entry).join('\n');
      expect(words).toContain(`Kept as it was in version ${from.version}`);
      for (const text of typed.values()) expect(words).toContain(text);
    });
  },
);

test('a mentor’s return offers her schools after an upgrade as well', async () => {
  const from: Instrument = {
    id: 'orchard-visits',
    version: 1,
    title: 'Orchard visits',
    sheetTitle: 'Visits',
    purpose: 'Which orchards were looked at.',
    owner: 'mentor',
    traits: [],
    rows: { kind: 'open', noun: { one: 'visit', many: 'visits' }, expected: 5 },
    fields: [{ id: 'place', label: 'Place', help: 'Where it was.', kind: 'school', width: 20 }],
    rules: [{ id: 'place-known', kind: 'one-of', field: 'place', severity: 'error', message: 'Choose a school.' }],
    measures: [],
  };
  const to: Instrument = { ...from, version: 2, predecessor: { version: 1 } };
  const round = roundFor(from);
  const before = await startEndpointWith([from, to], [round]);
  const first = await atWork(before, codes.mentor);
  await first.type(await first.open(), '1', { place: ashLane.name });
  const workbook = first.model.snapshot();
  await first.close();
  await before.close();
  const after = await startEndpointWith([from, to], [{ ...round, instrument: instrumentRef(to) }]);
  const mentor = await atWork(after, codes.mentor, { workbook });
  const { open } = expectOk(await upgradeReturn(mentor.desk, await mentor.open()));
  expect((await mentor.check(open)).issues.map(({ rule }) => rule)).toEqual(['place-known']);
  await mentor.type(open, '1', { place: ashLane.owner });
  expect((await mentor.check(open)).issues).toEqual([]);
  expect(await mentor.cell(open, '1', '#status')).toBe('Done');
  await mentor.close();
  await after.close();
});

test('the invented pair is sound, and its later version is the one after the first', () => {
  expect(loadInstrument(gardens2)).toEqual({ ok: true, value: gardens2 });
  expect(builtIn.length).toBeGreaterThan(0);
});
