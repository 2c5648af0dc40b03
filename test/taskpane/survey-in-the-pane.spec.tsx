/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { screen, waitFor, within } from '@testing-library/react/pure';
import { pasteRows } from '#flows/paste-rows.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { codes, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** A school with an open table: much is wrong at once, and is put right by buttons. */
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
let pane: PanePage;
let open: OpenReturn;

const says = (rule: string) => orchard.rules.find(({ id }) => id === rule)?.message ?? '';
const values = async (field: string) => (await school.check(open)).content.rows.map((row) => row.values[field]);

beforeAll(async () => {
  endpoint = await startEndpointWith([orchard]);
  school = await atWork(endpoint, codes.school);
  open = await school.open();
  const rows = Array.from({ length: 30 }, (_, at) => ({
    line: at + 2,
    values: {
      year: '2007',
      kind: at < 10 ? 'Aple' : at < 25 ? 'plum' : at === 25 ? ' pears' : 'Apple',
      crop: '3',
      ...(at < 24 ? {} : { label: `tree ${at}` }),
    },
  }));
  expectOk(await pasteRows(school.desk, open, rows));
  await school.model.settled();
  pane = openPane(school);
  await pane.press(/^Open|^Continue/);
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('what one rule finds in many cells', () => {
  test('is told once, with how many cells, the first of them as links and the others when asked for', async () => {
    const list = await pane.inside(/^To fix \(\d+\)$/);
    await list.findByText('25 cells');
    expect(list.getAllByText(says('kind-unknown'))).toHaveLength(1);
    const group = within(list.getByRole('list', { name: says('kind-unknown') }));
    expect(group.getAllByRole('listitem')).toHaveLength(3);
    group.getByRole('button', { name: 'No. 1 · Kind' });
    await pane.press(/^Show 20 more of 22: /);
    expect(group.getAllByRole('listitem')).toHaveLength(23);
    await pane.press(/^Show 2 more of 2: /);
    expect(group.getAllByRole('listitem')).toHaveLength(25);
  });
});

describe('a warning in many cells', () => {
  const unlabelled = [25, 26, 27, 28, 29, 30].map(String);
  const label = async (rows: readonly string[], text: (row: string) => string): Promise<void> => {
    for (const row of rows) await school.type(open, row, { label: text(row) });
  };
  const left = async () =>
    (await school.check(open)).openWarnings.flatMap(({ row, rule }) => (rule === 'label-pattern' ? [row] : []));

  test('keeps the box with what she writes when too few cells are left, and until she gives it up when none is', async () => {
    await pane.press(/^Explain all 6 cells: /);
    const box = await pane.typed(/^Why are these right\?/);
    await pane.write(/^Why are these right\? \(all 6 cells\)/, 'Painted.');
    await label(unlabelled.slice(1), (row) => `AP-0${row}`);
    expect(await pane.typed('Why are these right? (1 cell)')).toBe(box);
    await label(unlabelled.slice(0, 1), (row) => `AP-0${row}`);
    expect(await pane.typed('Why are these right? (no cell any more)')).toBe(box);
    expect(box.value).toBe('Painted.');
    expect(document.activeElement).toBe(box);
    await pane.press('Save explanation');
    await pane.heard('No cell is in question any more. Nothing was saved.');
    await pane.says('No cell is in question any more.');
    expect(box.value).toBe('Painted.');
    await pane.press('Cancel');
    await pane.gone(says('label-pattern'));
    await label(unlabelled, (row) => `tree ${row}`);
  });

  test('is there with what she wrote when she comes back from another tab', async () => {
    await pane.press(/^Explain all 6 cells: /);
    await pane.write(/^Why are these right\? \(all 6 cells\)/, 'Painted.');
    await label(unlabelled.slice(1), (row) => `AP-0${row}`);
    await pane.press('Submit', 'tab');
    await pane.gone(/^Why are these right/);
    await pane.press(/^Fill/, 'tab');
    expect((await pane.typed('Why are these right? (1 cell)')).value).toBe('Painted.');
    await label(unlabelled, (row) => `tree ${row}`);
    await pane.says('Why are these right? (all 6 cells)');
    await pane.press('Cancel');
  });

  test('is not explained where every cell has changed before it is saved, and what she wrote stays', async () => {
    await pane.press(/^Explain all 6 cells: /);
    await pane.press('Save explanation');
    await pane.says('Please write your reason first.');
    await pane.write(/^Why are these right\? \(all 6 cells\)/, 'We number our trees otherwise.');
    const { workbook } = school.desk;
    const read = workbook.read.bind(workbook);
    jest.spyOn(workbook, 'read').mockImplementationOnce(async (...args) => {
      await label(unlabelled, (row) => `our tree ${row}`);
      return read(...args);
    });
    await pane.press('Save explanation');
    await pane.heard('The cells have changed in the meantime. Nothing was saved.');
    await pane.says('The cells have changed in the meantime.');
    expect(await left()).toEqual(unlabelled);
    expect((await pane.typed(/^Why are these right/)).value).toBe('We number our trees otherwise.');
  });

  test('is explained for all of them by one reason, which each cell keeps for itself', async () => {
    await pane.press('Save explanation');
    await pane.heard('Explanation saved for 6 cells.');
    await pane.says('Explained (6)');
    expect(await left()).toEqual([]);
    await school.type(open, '26', { label: 'tree A' });
    expect(await left()).toEqual(['26']);
  });

  test('says where the box stood that it is explained; there she goes on, and closes what it says', async () => {
    const list = await pane.inside(/^To fix or explain/);
    await list.findByText('Explanation saved for 6 cells.');
    const close = list.getByRole('button', { name: 'Close this message' });
    await waitFor(() => expect(document.activeElement).toBe(close));
    await pane.user.click(close);
    await pane.gone('Explanation saved for 6 cells.');
  });
});

describe('a suggestion', () => {
  test('stands beside its issue and changes that one cell when its button is pressed', async () => {
    await pane.press('Change it: No. 1 · Kind');
    await pane.heard('1 cell changed.');
    await pane.says('Done: changed “Aple” to “Apple”.');
    expect((await values('kind')).slice(0, 2)).toEqual(['Apple', 'Aple']);
  });

  test('for a whole group is shown first; nothing is changed before she agrees, and what has none stays', async () => {
    await pane.press(/^Change all 9: /);
    const asked = within(await pane.role('group', 'Change these 9 cells?'));
    asked.getByText('“Aple” to “Apple”, 9 cells');
    expect((await values('kind'))[1]).toBe('Aple');
    await pane.press('Change all 9');
    await pane.heard('9 cells changed.');
    const kinds = await values('kind');
    expect(kinds.filter((kind) => kind === 'Apple')).toHaveLength(14);
    expect(kinds.filter((kind) => kind === 'plum')).toHaveLength(15);
  });

  test('is taken back by the pane’s Undo', async () => {
    await pane.press('Undo');
    await pane.heard('Taken back: 9 cells.');
    expect((await values('kind')).filter((kind) => kind === 'Aple')).toHaveLength(9);
  });
});

describe('Tidy spellings', () => {
  test('shows what would be written otherwise, writes it when she agrees, and Undo takes it back', async () => {
    await pane.user.click(await pane.says('Tidy spellings'));
    await pane.press('Look what could be tidied');
    await pane.says('“ pears” to “Pear”, 1 cell');
    expect((await values('kind'))[25]).toBe(' pears');
    await pane.press(/^Tidy \d+ cells?$/);
    await waitFor(async () => expect((await values('kind'))[25]).toBe('Pear'), { timeout: 20_000 });
    await pane.says(/^Done: tidied/);
    await pane.press('Undo');
    await waitFor(async () => expect((await values('kind'))[25]).toBe(' pears'), { timeout: 20_000 });
    expect(screen.queryByText(/^Done: tidied/)).toBeNull();
  });
});
