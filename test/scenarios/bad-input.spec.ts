import { demoClosedRound, demoCodes, demoSchools } from '#definitions/demo-programme.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { compareWithServer } from '../../src/flows/compare-with-server.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { goToCell } from '../../src/flows/go-to-cell.ts';
import { applyMerge } from '../../src/flows/merge-with-server.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { waitingSubmissions } from '../../src/flows/outbox.ts';
import { sendWaiting } from '../../src/flows/send-waiting.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { startDemoEndpoint, type DemoEndpoint } from './kit/demo-endpoint.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

const evidence = 'A co-ordinator was appointed in May 2009';
const problem = (code: string) => ({
  ok: false,
  failure: { kind: 'api', failure: { kind: 'problem', problem: { code } } },
});

let endpoint: DemoEndpoint;
let school: PersonAtWork;
let open: OpenReturn;

beforeEach(async () => {
  endpoint = await startDemoEndpoint();
  school = await atWork(endpoint, demoCodes.school);
  open = await school.open();
  await school.type(open, 'A1', { level: '2 Starting' });
  await school.type(open, 'A2', { level: '3 Established', evidence });
});
afterEach(async () => {
  await school.close();
  await endpoint.close();
});

const submit = () => submitReturn(school.desk, open);

describe('the endpoint', () => {
  test('a wrong code signs nobody in', async () => {
    expect(await school.desk.api.signIn('DEMO-SCHOOL-NOBODY')).toMatchObject({
      ok: false,
      failure: { kind: 'problem', problem: { code: 'code-unknown' } },
    });
  });

  test('after her session has run out nothing is lost: she signs in again and the submission goes out, once', async () => {
    const real = endpoint.clock.now;
    endpoint.clock.now = () => new Date(Date.now() + 24 * 3600 * 1000).toISOString();
    expect(expectOk(await submit())).toEqual({ kind: 'waiting' });
    await school.signIn();
    expect(expectOk(await sendWaiting(school.desk)).sent).toMatchObject([{ revision: 1 }]);
    expect(expectOk(await submit()).kind).toBe('unchanged');
    endpoint.clock.now = real;
  });

  test('a closed round takes nothing and says so; the answers still stand in the sheet', async () => {
    const round = expectOk(await school.desk.api.rounds()).find(({ id }) => id === demoClosedRound);
    if (!round) throw new Error('no closed round');
    const old = expectOk(
      await openReturn(school.desk, { round, owner: demoSchools.thistlecombe, ownerName: 'Thistlecombe' }),
    );
    await school.type(old, 'A1', { level: '2 Starting' });
    expect(await submitReturn(school.desk, old)).toMatchObject(problem('round-closed'));
    expect(await school.cell(old, 'A1', 'level')).toBe('2 Starting');
    expect(expectOk(await waitingSubmissions(school.desk))).toEqual([]);
  });

  test('with the server down a submission waits in the workbook, and goes out later exactly once', async () => {
    await endpoint.stop();
    expect(expectOk(await submit())).toEqual({ kind: 'waiting' });
    expect(expectOk(await submit())).toEqual({ kind: 'waiting' });
    expect(expectOk(await waitingSubmissions(school.desk))).toHaveLength(1);
    const waitingLines = (await school.check(open)).record.filter(({ what }) => what === 'Waiting');
    expect(waitingLines).toHaveLength(1);
    expect(JSON.stringify(school.desk.memory.all())).not.toContain(evidence);
    const workbook = school.model.snapshot();
    await school.close();
    await endpoint.restart();
    school = await atWork(endpoint, demoCodes.school, { workbook });
    open = await school.open();
    const sent = expectOk(await sendWaiting(school.desk));
    expect(sent).toMatchObject({ sent: [{ revision: 1 }], stillWaiting: 0, refused: [] });
    expect(expectOk(await sendWaiting(school.desk)).sent).toEqual([]);
    expect(school.desk.memory.all()).toEqual([]);
    expect(wordsOn(school.model, String(open.sheets.record)).join()).toContain(sent.sent[0]?.number);
    expect(expectOk(await submit()).kind).toBe('unchanged');
  });

  test('what was changed while a submission waited goes out after it, as the next revision', async () => {
    await endpoint.stop();
    expect(expectOk(await submit())).toEqual({ kind: 'waiting' });
    await school.type(open, 'A1', { level: '1 Not yet' });
    expect(expectOk(await submit())).toEqual({ kind: 'waiting' });
    await endpoint.restart();
    expect(expectOk(await sendWaiting(school.desk)).sent).toMatchObject([{ revision: 1 }, { revision: 2 }]);
  });
});

describe('the sheet', () => {
  test('rows inserted, the sheet renamed and rows sorted: every answer is still understood', async () => {
    const before = await school.check(open);
    const spot = before.spotOf('A1', 'level');
    if (!spot) throw new Error('no cell');
    school.person.insertRows(open.sheets.entry, spot.row + 1, 2);
    school.person.rename(open.sheets.entry, 'Our audit');
    await school.model.settled();
    const inserted = await school.check(open);
    expect(inserted.fingerprint).toBe(before.fingerprint);
    expect(inserted.damage).toEqual([]);
    const used = school.model.cells.used(open.sheets.entry, true);
    if (!used) throw new Error('blank');
    const last = inserted.spotOf('H3', 'level')?.row ?? 0;
    school.person.sort(
      open.sheets.entry,
      { row: spot.row, column: 0, rows: last - spot.row + 1, columns: used.column + used.columns },
      0,
      false,
    );
    await school.model.settled();
    const sorted = await school.check(open);
    expect(sorted.fingerprint).toBe(before.fingerprint);
    expect(expectOk(await submit()).kind).toBe('receipt');
  });

  test('a row whose code was pasted over is named, and nothing is submitted without it', async () => {
    const spot = (await school.check(open)).spotOf('A2', 'level');
    if (!spot) throw new Error('no cell');
    school.person.paste(open.sheets.entry, { row: spot.row, column: 0 }, [['Spring']]);
    await school.model.settled();
    const checked = await school.check(open);
    expect(checked.damage).toContainEqual({ kind: 'row-missing', row: 'A2' });
    expect(checked.damage).toContainEqual({ kind: 'row-unknown', key: 'Spring', at: spot.row });
    expect(expectOk(await submit()).kind).toBe('to-fix');
  });

  test('a sheet whose return code was typed over is named as damaged', async () => {
    const corner = school.model.cells.read(open.sheets.entry, { row: 0, column: 0, rows: 5, columns: 5 });
    const at = corner.flatMap((line, row) =>
      line.flatMap(({ text }, column) => (text.startsWith('E/') ? [{ row, column, text }] : [])),
    )[0];
    if (!at) throw new Error('no code');
    school.person.type(open.sheets.entry, at, at.text.slice(0, -1) + (at.text.endsWith('1') ? '2' : '1'));
    const found = expectOk(await findReturns(school.desk));
    expect(found.damaged.map(({ sheet }) => sheet)).toEqual([open.sheets.entry]);
    expect(found.open).toEqual([]);
  });

  test('error values and odd spellings: the one is an error, the other is understood, neither is changed', async () => {
    await school.type(open, 'A3', { level: '=NA()' });
    await school.type(open, 'B1', { level: ' established\u00a0', evidence });
    const checked = await school.check(open);
    expect(checked.errors.map(({ row, rule }) => `${row} ${rule}`)).toEqual(['A3 cell-error']);
    expect(await school.cell(open, 'B1', 'level')).toBe(' established\u00a0');
  });

  test('while a cell is being edited she is told to finish, and then it works', async () => {
    school.excel.host.setEditing(true);
    expect(await submit()).toEqual({ ok: false, failure: { kind: 'workbook', failure: { kind: 'editing' } } });
    school.excel.host.setEditing(false);
    expect(expectOk(await submit()).kind).toBe('receipt');
  });

  test('a copied sheet is one return twice: the person says which counts, and no third one is drawn', async () => {
    const used = school.model.cells.used(open.sheets.entry, true);
    if (!used) throw new Error('blank');
    const copy = school.model.sheets.add('Copy of it');
    const lines = school.model.cells.read(open.sheets.entry, used);
    school.model.cells.write(
      copy,
      used,
      lines.map((line) => line.map(({ value }) => ({ value }))),
    );
    expect(expectOk(await findReturns(school.desk)).copies[0]?.sheets.map(({ id }) => id)).toEqual([
      open.sheets.entry,
      copy,
    ]);
    const before = school.model.sheets.list().length;
    await expect(school.open()).rejects.toThrow('two-copies');
    expect(school.model.sheets.list()).toHaveLength(before);
    school.model.sheets.remove(copy);
    expect((await school.open()).sheets.entry).toBe(open.sheets.entry);
  });

  test('a deleted entry sheet is said to be gone', async () => {
    const checked = await school.check(open);
    school.model.sheets.remove(open.sheets.entry);
    expect(await goToCell(school.desk, open, checked, 'A1', 'level')).toMatchObject({
      ok: false,
      failure: { kind: 'workbook', failure: { kind: 'gone' } },
    });
  });
});

describe('two workbooks of the same return', () => {
  test('merge by themselves where only one side changed, and ask where both did; nothing is sent until she confirms', async () => {
    const other = await atWork(endpoint, demoCodes.school);
    const theirs = await other.open();
    await other.type(theirs, 'A1', { level: '1 Not yet' });
    await other.type(theirs, 'C1', { level: '2 Starting' });
    expect(expectOk(await submitReturn(other.desk, theirs))).toMatchObject({
      kind: 'receipt',
      receipt: { revision: 1 },
    });
    await other.close();

    const outcome = expectOk(await submit());
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind);
    expect(outcome.latest.revision).toBe(1);
    expect(outcome.merge.conflicts).toEqual([
      { row: 'A1', field: 'level', base: null, mine: '2 Starting', theirs: '1 Not yet' },
    ]);
    expect(outcome.merge.taken.map(({ row, field }) => `${row} ${field}`)).toEqual(['C1 level']);
    expect(expectOk(await waitingSubmissions(school.desk))).toEqual([]);

    expectOk(await applyMerge(school.desk, open, outcome.merge, () => 'theirs', outcome.latest.revision));
    expect(await school.cell(open, 'A1', 'level')).toBe('1 Not yet');
    expect(await school.cell(open, 'C1', 'level')).toBe('2 Starting');
    expect(await school.cell(open, 'A2', 'evidence')).toBe(evidence);
    const standing = expectOk(await compareWithServer(school.desk, open, await school.check(open)));
    expect(standing).toMatchObject({ basedOn: 1, newerOnServer: false, sameAsServer: false });
    expect(expectOk(await submit())).toMatchObject({ kind: 'receipt', receipt: { revision: 2 } });
  });

  test('where both explained one warning, both explanations go into the merged return', async () => {
    const explain = async (person: PersonAtWork, at: OpenReturn, text: string): Promise<void> => {
      await person.type(at, 'B2', { level: '3 Established', evidence: 'Some' });
      const checked = await person.check(at);
      const [warning] = checked.openWarnings;
      if (!warning) throw new Error('no warning');
      expectOk(await explainWarning(person.desk, at, checked, warning, text));
    };
    const other = await atWork(endpoint, demoCodes.school);
    const theirs = await other.open();
    await explain(other, theirs, 'Said by science');
    expectOk(await submitReturn(other.desk, theirs));
    await other.close();
    await explain(school, open, 'Said by careers');
    const outcome = expectOk(await submit());
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind);
    expectOk(await applyMerge(school.desk, open, outcome.merge, () => 'mine', outcome.latest.revision));
    const { explanations } = (await school.check(open)).content;
    expect(explanations.map(({ text }) => text)).toEqual(['Said by careers / Said by science']);
  });

  test('a cell typed while the conflict was on screen is left as it is now', async () => {
    const other = await atWork(endpoint, demoCodes.school);
    const theirs = await other.open();
    await other.type(theirs, 'A1', { level: '1 Not yet' });
    expectOk(await submitReturn(other.desk, theirs));
    await other.close();
    const outcome = expectOk(await submit());
    if (outcome.kind !== 'conflict') throw new Error(outcome.kind);
    await school.type(open, 'A1', { level: '3 Established', evidence });
    expectOk(await applyMerge(school.desk, open, outcome.merge, () => 'theirs', outcome.latest.revision));
    expect(await school.cell(open, 'A1', 'level')).toBe('3 Established');
  });
});

test('an explanation of a value that has changed since is asked for again before submitting', async () => {
  await school.type(open, 'B2', { level: '3 Established', evidence: 'Some' });
  const checked = await school.check(open);
  const [warning] = checked.openWarnings;
  if (!warning) throw new Error('no warning');
  expectOk(await explainWarning(school.desk, open, checked, warning, 'It is all we have'));
  await school.type(open, 'B2', { evidence: 'Few' });
  const outcome = expectOk(await submit());
  expect(outcome.kind).toBe('to-fix');
});
