/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { screen } from '@testing-library/react/pure';
import { demoCodes } from '#definitions/demo-programme.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { submitReturn } from '#flows/submit-return.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

let endpoint: DemoEndpoint;
/** Two people of one school, each with a workbook of her own. */
let here: PersonAtWork;
let there: PersonAtWork;
let mine: OpenReturn;
let pane: PanePage;
const revision = async () =>
  expectOk(await here.desk.api.returns()).find(({ round }) => round === mine.round.id)?.revision;

beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  here = await atWork(endpoint, demoCodes.school);
  there = await atWork(endpoint, demoCodes.school);
  mine = await here.open();
  const theirs = await there.open();
  await there.type(theirs, 'A1', { level: '1', evidence: 'Written in the other workbook.' });
  await there.type(theirs, 'B1', { level: '1' });
  expect(expectOk(await submitReturn(there.desk, theirs)).kind).toBe('receipt');
  await here.type(mine, 'A1', { level: '2', evidence: 'Written in the other workbook.' });
  await here.type(mine, 'B2', { level: '2' });
  pane = openPane(here);
  await pane.press(/^Continue: |^Open: /);
});
afterAll(async () => {
  pane.close();
  await here.close();
  await there.close();
  await endpoint.close();
});

describe('two workbooks of one return', () => {
  test('Submit sends nothing over what a colleague has sent; it shows what differs, with both values', async () => {
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.role('heading', 'Two workbooks of one return');
    const both = await pane.inside('Changed in both (1)');
    both.getByText('A1 · Level');
    both.getByRole('radio', { name: 'Mine, in this workbook: 2' });
    both.getByRole('radio', { name: /: 1$/ });
    const only = await pane.inside('Changed only in the other workbook (1)');
    only.getByText('B1 · Level');
    expect(await revision()).toBe(1);
  });

  test('an undecided cell holds up the putting together and says so', async () => {
    await pane.press('Put together');
    await pane.says('1 cell is not decided yet.');
    expect(await here.cell(mine, 'B1', 'level')).toBeNull();
  });

  test('“Not now” leaves both as they are', async () => {
    await pane.press('Not now');
    await pane.says(/^Revision 1 is on the server and not in this workbook\.$/);
    expect(await here.cell(mine, 'A1', 'level')).toBe(2);
    expect(await revision()).toBe(1);
  });

  test('what she chooses is in the sheet with what only the other changed; still nothing is sent', async () => {
    await pane.press('Compare');
    await pane.press(/: 1$/, 'radio');
    await pane.press('Put together');
    await pane.says('Both are together in your sheet now.');
    expect(await here.cell(mine, 'A1', 'level')).toBe(1);
    expect(await here.cell(mine, 'B1', 'level')).toBe(1);
    expect(await here.cell(mine, 'B2', 'level')).toBe(2);
    expect(await revision()).toBe(1);
    expect(screen.queryByText('Submitted: revision 2.')).toBeNull();
  });

  test('then she submits, and it is the next revision', async () => {
    await pane.press('Submit');
    await pane.says('Submitted: revision 2.');
    expect(await revision()).toBe(2);
  });
});
