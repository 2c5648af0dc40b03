import { fixedRows } from '#core/instrument/instrument.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { checkReturn } from '../../src/flows/check-return.ts';
import { repairSheet } from '../../src/flows/repair-sheet.ts';
import { gardenOwner, gardenRound, gardens } from '../kit/garden-instrument.ts';
import { expectOk } from './kit/person-at-work.ts';
import { standingReturn, type StandingReturn } from './kit/standing-return.ts';

jest.setTimeout(180_000);

const answers = {
  rows: [
    { key: 'N1', values: { state: '1 Bare', seen: 'Mint' } },
    { key: 'S1', values: { state: '9' } },
  ],
};

let school: StandingReturn;
beforeEach(async () => {
  const of = { instrument: gardens, round: gardenRound, owner: gardenOwner, answers };
  school = await standingReturn(of, { profile: 'web' });
});
afterEach(() => school.close());

/** Copies the cells of the entry sheet as values onto a sheet of her own, as a colleague's backup, and deletes the first. */
const copyAndDelete = async (): Promise<OpenReturn> => {
  const { entry } = school.open.sheets;
  const used = school.model.cells.used(entry, true);
  if (!used) throw new Error('blank');
  const copy = school.model.sheets.add('My copy');
  const lines = school.model.cells.read(entry, used);
  school.model.cells.write(
    copy,
    used,
    lines.map((line) => line.map(({ value }) => ({ value }))),
  );
  school.model.sheets.remove(entry);
  await school.model.settled();
  return await school.reopened();
};

test('a copy whose original is gone is the return, and Repair gives it back what a copy of cells loses; values stay', async () => {
  const before = (await school.check()).content;
  const list = await school.dropDown('N1', 'state');
  const open = await copyAndDelete();
  expect(open.sheets.entry).not.toBe(school.open.sheets.entry);
  const looks = async () => {
    const { spotOf } = expectOk(await checkReturn(school.desk, open));
    await school.model.settled();
    const at = (row: string, field: string) => {
      const spot = spotOf(row, field);
      if (!spot) throw new Error(`no cell for ${row} ${field}`);
      return spot;
    };
    const { entry } = open.sheets;
    const one = { rows: 1, columns: 1 };
    return {
      list: school.model.looks.validations(entry, { ...at('N1', 'state'), ...one })[0]?.validation.formula1,
      fill: school.model.looks.shownFill(entry, at('S1', 'state'))?.toUpperCase(),
      statuses: fixedRows(gardens).map(
        ({ key }) => school.model.cells.read(entry, { ...at(key, '#status'), ...one })[0]?.[0]?.text,
      ),
    };
  };
  expect(await looks()).toMatchObject({ list: undefined, fill: undefined });
  const mended = expectOk(await repairSheet(school.desk, open));
  expect(mended.entry.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['formulas', 'help']));
  expect(await looks()).toEqual({
    list,
    fill: '#FAD4D1',
    statuses: ['Done', 'To do', 'Needs fixing', 'To do', 'To do'],
  });
  expect(expectOk(await checkReturn(school.desk, open))).toMatchObject({ content: before, damage: [] });
});
