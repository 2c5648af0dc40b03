import { demoCodes } from '#definitions/demo-programme.ts';
import { failureWords } from '#taskpane/messages/failure-words.ts';
import { lastReceiptIn } from '#core/returns/record.ts';
import { addRows } from '../../src/flows/add-rows.ts';
import { changeCells } from '../../src/flows/change-cells.ts';
import { compareWithServer } from '../../src/flows/compare-with-server.ts';
import { deliverQuestions } from '../../src/flows/deliver-questions.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import type { FlowResult } from '../../src/flows/flow-result.ts';
import { repairSheet } from '../../src/flows/repair-sheet.ts';
import { askQuestion } from '../../src/flows/review-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { gardenOwner, gardenRound, gardens } from '../kit/garden-instrument.ts';
import { orchard, orchardOwner, orchardRound } from '../kit/orchard-instrument.ts';
import { startDemoEndpoint } from './kit/demo-endpoint.ts';
import { atWork, cellAt, expectOk } from './kit/person-at-work.ts';
import { standingReturn } from './kit/standing-return.ts';

jest.setTimeout(180_000);

const answers = {
  rows: [
    { key: 'N1', values: { state: '1 Bare', seen: 'Mint' } },
    { key: 'N2', values: { state: 'No water' } },
    { key: 'S1', values: { state: '9' } },
    { key: 'N3', values: { state: '3 In fruit', seen: 'Rose hips' } },
  ],
};
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one);
  return one;
};
const gardensIn = async (profile: 'web' | 'ltsc2021') =>
  kept(await standingReturn({ instrument: gardens, round: gardenRound, owner: gardenOwner, answers }, { profile }));
const wordsFor = (result: FlowResult<unknown>) => (result.ok ? undefined : failureWords(result.failure));
const toShowAll = 'Show all rows first (Data, Clear), then try again. Nothing you typed was changed.';

/** A school filters its sheet, as the guide lets it: what would be misplaced waits, all else goes on. */
describe.each(['web', 'ltsc2021'] as const)('a sheet that she has filtered, in profile %s', (profile) => {
  test('is not repaired: the pane says which sheet to show whole, nothing is changed; once it shows all, it is', async () => {
    const school = await gardensIn(profile);
    const { entry } = school.open.sheets;
    const status = await school.spot('S1', '#status');
    await school.excel.Excel.run(async (context) =>
      context.workbook.worksheets.getItem(entry).protection.unprotect(),
    );
    school.person.type(entry, status, 'fine');
    const { row, column } = await school.spot('N1', 'state');
    school.person.filter(entry, { row: row - 1, column: 0, rows: 6, columns: 11 }, column, ['1 Bare', '9']);
    await school.model.settled();
    const before = school.model.snapshot();

    expect(wordsFor(await repairSheet(school.desk, school.open))).toEqual({
      title: 'The sheet “Gardens” is filtered.',
      todo: toShowAll,
    });
    expect(school.model.snapshot()).toEqual(before);

    school.person.showAll(entry);
    expect(expectOk(await repairSheet(school.desk, school.open)).entry).toEqual([{ kind: 'formulas', count: 1 }]);
    expect(await school.text('S1', '#status')).toBe('Needs fixing');
    expect((await school.check()).content.rows).toEqual(answers.rows);
  });

  test('gets no more lines before all rows show; none that stands gets another number', async () => {
    const school = kept(
      await standingReturn({ instrument: orchard, round: orchardRound, owner: orchardOwner }, { profile }),
    );
    const { entry } = school.open.sheets;
    const at = await school.spot('2', 'year');
    school.person.type(entry, at, "'2008");
    school.person.filter(entry, { row: at.row - 2, column: 0, rows: 37, columns: 9 }, at.column, ['2008']);
    await school.model.settled();
    const before = school.model.snapshot();
    expect(wordsFor(await addRows(school.desk, school.open, 25))).toEqual({
      title: 'The sheet “Orchard” is filtered.',
      todo: toShowAll,
    });
    expect(school.model.snapshot()).toEqual(before);
    school.person.showAll(entry);
    expect(expectOk(await addRows(school.desk, school.open, 25))).toBe(25);
    expect((await school.check()).damage).toEqual([]);
  });

  test('is read, checked, answered and submitted whole, with its receipt, and takes questions in hidden rows', async () => {
    const endpoint = kept(await startDemoEndpoint());
    const school = kept(await atWork(endpoint, demoCodes.school, { profile }));
    const shown = await school.open();
    const { entry } = shown.sheets;
    await school.type(shown, 'A1', { level: '3 Established' });
    await school.type(shown, 'A2', { level: '2' });
    const at = (await school.check(shown)).spotOf('A1', 'level');
    if (!at) throw new Error('no cell for A1 level');
    school.person.filter(entry, { row: at.row - 1, column: 0, rows: 40, columns: 9 }, at.column, ['2']);
    expect(school.model.looks.rowHidden(entry, at.row)).toBe(true);

    const checked = await school.check(shown);
    expect(checked.errors.map(({ row, field }) => `${row} ${field}`)).toEqual(['A1 evidence']);
    const written = [
      { row: 'A1', field: 'evidence', before: null, after: 'Minutes of the March meeting of governors' },
      { row: 'A1', field: 'lead', before: null, after: 'Head of science' },
    ];
    expect(expectOk(await changeCells(school.desk, shown, written))).toHaveLength(2);
    expect(cellAt(school.model, entry, { ...at, column: at.column + 1 })).toBe(written[0]?.after);
    const answered = await school.check(shown);
    for (const warning of answered.openWarnings)
      expectOk(await explainWarning(school.desk, shown, answered, warning, 'The governors have seen all of it'));
    expect(expectOk(await submitReturn(school.desk, shown))).toMatchObject({ kind: 'receipt' });
    expect(lastReceiptIn((await school.check(shown)).record)).toBeDefined();

    const mentor = kept(await atWork(endpoint, demoCodes.mentor, { profile }));
    const theirs = await mentor.open(shown.owner);
    const asked = { row: 'A1', field: 'evidence', text: 'Which meeting?' };
    expectOk(await askQuestion(mentor.desk, theirs, await mentor.check(theirs), asked));
    const { answer } = expectOk(await compareWithServer(school.desk, shown, await school.check(shown)));
    expectOk(await deliverQuestions(school.desk, shown, await school.check(shown), answer.questions));
    expect(await school.cell(shown, 'A1', '#question')).toBe('Evidence: Which meeting?');
    expect(school.model.looks.rowHidden(entry, at.row)).toBe(true);
  });
});

describe.each(['web', 'ltsc2021'] as const)('what she did to the looks of a sheet, in profile %s', (profile) => {
  test('rows that she has hidden are read, checked and addressed like any other; a repair leaves them hidden', async () => {
    const school = await gardensIn(profile);
    const { entry } = school.open.sheets;
    const before = await school.check();
    const { row } = await school.spot('N2', 'state');
    school.person.hideRows(entry, row, 2);
    const after = await school.check();
    expect(after.content).toEqual(before.content);
    expect(after.errors).toEqual(before.errors);
    expect(after.spotOf('S1', 'state')).toEqual(before.spotOf('S1', 'state'));

    expect(expectOk(await repairSheet(school.desk, school.open))).toEqual({ entry: [], workings: 0, sheets: [] });
    expect((await school.check()).content).toEqual(before.content);
    expect([row, row + 1, row + 2].map((one) => school.model.looks.rowHidden(entry, one))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('formats pasted over answers change no answer, and a repair brings ours back', async () => {
    const school = await gardensIn(profile);
    const { entry } = school.open.sheets;
    const at = await school.spot('N1', 'seen');
    const area = { ...at, rows: 5, columns: 1 };
    const looks = () => ({
      fill: school.model.looks.look(entry, at).fill,
      formats: school.model.cells.read(entry, area).map(([cell]) => cell?.format),
    });
    const [drawn, before] = [looks(), (await school.check()).content];
    school.person.pasteFormats(entry, area, { fill: '#123456', number: '0.00' });
    expect(looks()).not.toEqual(drawn);
    expect((await school.check()).content).toEqual(before);

    expect(expectOk(await repairSheet(school.desk, school.open)).entry).toEqual([{ kind: 'text-format', count: 1 }]);
    expect(looks()).toEqual(drawn);
    expect((await school.check()).content).toEqual(before);
  });
});
