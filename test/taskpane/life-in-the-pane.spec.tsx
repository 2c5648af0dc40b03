/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { fixedRows } from '#core/instrument/instrument.ts';
import { screen, waitFor } from '@testing-library/react/pure';
import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

let endpoint: DemoEndpoint;
let school: PersonAtWork;
let pane: PanePage;
let open: OpenReturn;

/** The row and the fields of the demo's instrument that these tests fill, in the order of the sheet. */
const fields = () => open.instrument.fields.map(({ id }) => id);
const label = (field: string) => open.instrument.fields.find(({ id }) => id === field)?.label ?? field;
const [first, second] = ['A1', 'A2'];

beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  school = await atWork(endpoint, demoCodes.school);
  school.desk.api.signOut();
  pane = openPane(school);
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('a school in the pane', () => {
  test('an empty code and a wrong one are answered with what to do; what was typed stays', async () => {
    await pane.press('Sign in');
    await pane.says('Please type your access code first.');
    await pane.write('Access code', 'NO-SUCH-CODE');
    await pane.press('Sign in');
    await pane.says('This access code is not known.');
    expect((await pane.typed('Access code')).value).toBe('NO-SUCH-CODE');
  });

  test('signing in shows her rounds with state and what to do next, and her heading has the focus', async () => {
    await pane.write('Access code', demoCodes.school);
    await pane.user.keyboard('{Enter}');
    const heading = await pane.role('heading', 'Your returns');
    await waitFor(() => expect(document.activeElement).toBe(heading));
    const round = expectOk(await school.desk.api.rounds()).find(({ id }) => id === demoRound);
    const card = await pane.inside(new RegExp(`^${round?.title},`));
    card.getByText('Not started');
    card.getByText('Add the sheet to this workbook to begin.');
  });

  test('adding the sheet brings it into the workbook and shows that nothing is answered yet', async () => {
    await pane.press(/^Add to this workbook: Self-review/);
    await pane.says('Nothing answered yet');
    await pane.says(/^0 of \d+ statements answered$/);
    await pane.says('In progress');
    open = await school.open();
  });

  test('help for the cell on which she stands comes by itself, with what each level means', async () => {
    const [level = ''] = fields();
    const spot = (await school.check(open)).spotOf(first, level);
    if (!spot) throw new Error('no level cell');
    school.person.select(open.sheets.entry, { ...spot, rows: 1, columns: 1 });
    const help = await pane.inside('Help for the cell');
    await help.findByText(`${first} · ${label(level)}`, undefined, { timeout: 10_000 });
    const row = fixedRows(open.instrument).find(({ key }) => key === first);
    for (const descriptor of Object.values(row?.descriptors ?? {})) help.getByText(descriptor);
  });

  test('what is wrong in the sheet stands in the list a moment after it was typed, by row and field', async () => {
    await school.type(open, first, { level: '3 Established' });
    await school.type(open, second, { level: '4', evidence: 'Met once', confidence: 'low' });
    await pane.says('1 to fix and 2 to fix or explain');
    const list = await pane.inside('To fix (1)');
    list.getByText(`${first} · ${label('evidence')}`);
    list.getByText(open.instrument.rules.find(({ id }) => id === 'evidence-missing')?.message ?? '');
  });

  test('Next selects the cell in the sheet, says which it is, and keeps the focus', async () => {
    await pane.press('Next issue');
    await pane.heard(`1 of 3: ${first} · ${label('evidence')}`);
    const selection = expectOk(await school.desk.workbook.selection());
    const spot = (await school.check(open)).spotOf(first, 'evidence');
    expect(selection).toEqual({ sheet: open.sheets.entry, cell: spot });
    expect(document.activeElement).toBe(await pane.role('button', 'Next issue'));
  });

  test('a check in the background takes neither the focus nor a typed word', async () => {
    await pane.press(`Explain: ${second} · ${label('confidence')}`);
    await pane.write(/^Why is this right/, 'She has just started.');
    const box = await pane.typed(/^Why is this right/);
    await school.type(open, first, { evidence: 'Governors hear of it every year from the deputy head.' });
    await pane.says('2 to fix or explain');
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe('She has just started.');
  });

  test('Submit with something left says so, sends nothing, and shows the way', async () => {
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Not submitted: 2 things to put right first.');
    await pane.says('Nothing is submitted yet.');
    await pane.press('Show what to fix');
    expect((await pane.typed(/^Why is this right/)).value).toBe('She has just started.');
  });

  test('a warning is explained in place and no longer stands in the way', async () => {
    await pane.press('Save explanation');
    await pane.says('1 to fix or explain');
    await pane.says('Explained (1)');
    await school.type(open, second, { evidence: 'The co-ordinator meets each department every half term.' });
    await pane.says('Nothing to fix');
  });

  test('Submit ends with a receipt, and with “Save the workbook” until it is saved', async () => {
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 1.');
    await pane.says('The server holds exactly what you see.');
    const receipt = await pane.inside('Receipt');
    receipt.getByText(new RegExp(`^${open.owner}-${open.round.id}-R1-`));
    await pane.says('Save the workbook.');
    school.excel.host.saved();
    pane.comeBack();
    await pane.gone('Save the workbook.');
  });

  test('a changed cell: the server holds an older version, and the pane names the cell and both values', async () => {
    await school.type(open, first, { level: '4 Embedded' });
    await pane.says('The server holds an older version.');
    await pane.user.click(await pane.says('Show 1 cell that differs'));
    await pane.role('button', `${first} · ${label('level')}`);
    await pane.says('3 Established');
    await pane.says('4 Embedded');
  });

  test('when the server is down, the submission waits in the workbook and goes out once', async () => {
    await endpoint.stop();
    await pane.press('Submit');
    await pane.says('1 submission waiting to be sent.');
    await endpoint.restart();
    await pane.press('Send now');
    await pane.says('1 waiting submission sent.');
    await pane.gone('1 submission waiting to be sent.');
    await pane.says('The server holds exactly what you see.');
    const line = expectOk(await school.desk.api.returns()).find(({ round }) => round === open.round.id);
    expect(line?.revision).toBe(2);
  });

  test('a session that ran out asks for the code again, without losing her place or what is in the sheet', async () => {
    await school.type(open, first, { level: '3' });
    await pane.says('The server holds an older version.');
    const { now } = endpoint.clock;
    endpoint.clock.now = () => new Date(Date.parse(now()) + 48 * 3600_000).toISOString();
    await pane.press('Submit');
    await pane.role('heading', 'Please sign in again');
    await pane.says('1 submission waiting to be sent.');
    await pane.write('Access code', demoCodes.school);
    await pane.user.keyboard('{Enter}');
    await pane.says('1 waiting submission sent.');
    await (await pane.inside('Receipt')).findByText(new RegExp(`-R3-`));
    await pane.role('tab', 'Submit');
    expect(screen.queryByRole('heading', { name: 'Please sign in again' })).toBeNull();
  });
});

describe('a mentor, the school again, and the project team', () => {
  let mentor: PersonAtWork;
  beforeAll(async () => {
    mentor = await atWork(endpoint, demoCodes.mentor);
  });
  afterAll(() => mentor.close());

  test('the mentor’s list says whose turn it is; she opens the return and asks on the cell where she stands', async () => {
    pane = openPane(mentor);
    await pane.says(/^Your turn \(\d+\)$/);
    await pane.press(`Open: ${open.ownerName}, ${open.round.title}`);
    await pane.says('You see revision 3, the latest.');
    const theirs = await mentor.open(open.owner);
    const spot = (await mentor.check(theirs)).spotOf(second, 'evidence');
    if (!spot) throw new Error('no evidence cell');
    mentor.person.select(theirs.sheets.entry, { ...spot, rows: 1, columns: 1 });
    await pane.write(`Your question on ${second} · ${label('evidence')}`, 'Which departments?');
    await pane.press('Ask');
    await pane.says(`Asked on ${second} · ${label('evidence')}.`);
    await pane.says('Question asked');
    pane.close();
  });

  test('the school is told, finds the question in the row of the sheet, answers it and submits', async () => {
    pane = openPane(school);
    await pane.says('Your mentor has a question');
    await pane.press(/^Open: /);
    await pane.press('Questions, 1 open', 'tab');
    await pane.says('Which departments?');
    expect(await school.cell(open, second, '#question')).toBe(`${label('evidence')}: Which departments?`);
    await pane.write('Your answer', 'All five.');
    await pane.press('Write answer into the sheet');
    await pane.says('Your answer is in the sheet.');
    expect(await school.cell(open, second, '#answer')).toBe('All five.');
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 4.');
    pane.close();
  });

  test('the mentor brings what is new into her workbook, reads the answer, settles and accepts after a second thought', async () => {
    pane = openPane(mentor);
    await pane.press(`Open: ${open.ownerName}, ${open.round.title}`);
    await pane.says('Revision 4 has come in.');
    await pane.press('Show what is new');
    await pane.press('Bring into this workbook');
    await pane.says('You see revision 4, the latest.');
    await pane.says('Answer: All five.');
    await pane.press(`Settle: ${second} · ${label('evidence')}`);
    await pane.says('Settled questions (1)');
    await pane.press('Accept revision 4…');
    await pane.press('Not yet');
    expect(await pane.role('button', 'Accept revision 4…')).toBeTruthy();
    await pane.press('Accept revision 4…');
    await pane.press('Accept');
    await pane.says(`Revision 4 of ${open.ownerName} is accepted.`);
    pane.close();
  });

  test('the project team consolidates the open round into a master sheet and reads how many it holds', async () => {
    const team = await atWork(endpoint, demoCodes.projectTeam);
    pane = openPane(team);
    await pane.press(`Consolidate: ${open.round.title}`);
    await pane.says('The master sheet is in this workbook.');
    const answer = expectOk(await team.desk.api.consolidated(open.round.id));
    await pane.says(
      new RegExp(
        `^It holds ${answer.accepted} accepted of ${answer.returned} returned of ${answer.enlisted} enlisted`,
      ),
    );
    pane.close();
    await team.close();
  });
});
