/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { demoCodes } from '#definitions/demo-programme.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { Ribbon } from '#taskpane/state/ribbon.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

let endpoint: DemoEndpoint;
let school: PersonAtWork;
let open: OpenReturn;
let pane: PanePage;
const ribbon = new Ribbon();

beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  school = await atWork(endpoint, demoCodes.school);
  open = await school.open();
  pane = openPane(school, ribbon);
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('buttons of Excel’s ribbon', () => {
  test('say what to do first while no return is open', async () => {
    await pane.role('heading', 'Your returns');
    await ribbon.ask('submit');
    await pane.says('No return is open.');
    expect((await school.check(open)).record).toEqual([]);
  });

  test('check, walk and submit the return that is open', async () => {
    await pane.press(/^Continue: /);
    await pane.says('Nothing answered yet');
    await school.type(open, 'A1', { level: '3' });
    await ribbon.ask('next-issue');
    await pane.heard(/^1 of 1: /);
    await school.type(open, 'A1', { level: '1' });
    await ribbon.ask('submit');
    await pane.says('Submitted: revision 1.');
    await ribbon.ask('home');
    await pane.role('heading', 'Your returns');
  });
});

describe('a workbook that needs a person’s eye', () => {
  test('the same return twice: both sheets are named, none is opened until she has chosen', async () => {
    const taken = expectOk(await school.desk.workbook.survey()).map(({ name }) => name);
    const [entry] = planReturn({
      instrument: open.instrument,
      round: open.round,
      owner: { id: open.owner, name: open.ownerName },
      names: freeSheetNames(open.instrument, taken),
    });
    if (!entry) throw new Error('no entry sheet is planned');
    const [copy] = expectOk(await school.desk.workbook.draw([{ plan: entry }]));
    pane.comeBack();
    await pane.says(/are the same return\.$/);
    await pane.says('It is in this workbook twice. Delete the copy first, as said above.');
    await pane.press(`Show ${entry.name}`);
    const selection = expectOk(await school.desk.workbook.selection());
    expect(selection?.sheet).toBe(copy);
  });

  test('a damaged code: the sheet is named, with what it reads and what to do', async () => {
    const sheets = expectOk(await school.desk.workbook.survey());
    const standing = sheets.find(({ id }) => id === open.sheets.entry);
    const row = standing?.corner.findIndex((line) => line.some((cell) => `${cell}`.startsWith('E/'))) ?? -1;
    const column = standing?.corner[row]?.findIndex((cell) => `${cell}`.startsWith('E/')) ?? -1;
    const change = { sheet: open.sheets.entry, cell: { row, column }, value: `E/${open.owner}/${open.round.id}/00` };
    school.model.cells.write(open.sheets.entry, { row, column, rows: 1, columns: 1 }, [[{ value: change.value }]]);
    pane.comeBack();
    await pane.says(`The code of the sheet “${standing?.name}” cannot be read.`);
    await pane.says(new RegExp(`It reads “${change.value}”`));
  });
});
