/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { screen, waitFor } from '@testing-library/react/pure';
import type { OpenReturn } from '#flows/desk.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { codes, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** A form's export: a column of names, one that no heading gives away, and one answer that is not understood. */
const file = new File(
  [
    'Pupil name,What kind of tree is it?,Seen in,Planted in\nAnn,Apple,2007,2007\nBob,pear,2008,2008\nCai,Fig,2008,2008\n',
  ],
  'trees.csv',
  { type: 'text/csv' },
);

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
let pane: PanePage;
let open: OpenReturn;
const rows = async () => (await school.check(open)).content.rows;

beforeAll(async () => {
  endpoint = await startEndpointWith([orchard]);
  school = await atWork(endpoint, codes.school);
  open = await school.open();
  await school.type(open, '1', { kind: 'Plum' });
  pane = openPane(school);
  await pane.press(/^Continue/);
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('rows out of a CSV file', () => {
  test('show first where each column would go, what is not understood, and that names are not read', async () => {
    await pane.user.click(await pane.says(/^Paste trees from a form/));
    await pane.user.upload(await pane.typed(/^A CSV file/), file);
    await pane.says('trees.csv: 3 trees. Please look whether each column is in the right place.');
    const chosen = (heading: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: heading }).value;
    expect(['Pupil name', 'What kind of tree is it?', 'Planted in'].map(chosen)).toEqual(['', 'kind', 'year']);
    await pane.says('Left out and not read. It looks like names of people, which do not belong here.');
    await pane.says('3 answers, 1 not understood, such as “Fig”.');
    expect(await rows()).toHaveLength(1);
  });

  test('go below what stands there when she agrees, exactly as they came', async () => {
    await pane.press('Paste 3 trees');
    await pane.says('Done: pasted 3 trees.');
    const [first, ...pasted] = await rows();
    expect(first?.values).toEqual({ kind: 'Plum' });
    expect(pasted.map(({ values }) => values.kind)).toEqual(['Apple', 'pear', 'Fig']);
    expect(JSON.stringify(pasted)).not.toMatch(/Ann|Bob|Cai/);
  });

  test('are taken back by the pane’s Undo; what she changed since stays and is told', async () => {
    await school.type(open, '3', { kind: 'Apple' });
    await pane.press('Undo');
    await pane.heard(/^Taken back: \d+ cells\. 1 cell has been changed since/);
    expect(await rows()).toEqual([
      { key: '1', values: { kind: 'Plum' } },
      { key: '3', values: { kind: 'Apple' } },
    ]);
    await waitFor(() => expect(screen.queryByText(/^Done: pasted/)).toBeNull());
  });

  test('that look like rows of the sheet are told before they are pasted a second time', async () => {
    await school.type(open, '1', { kind: 'Apple', year: '2007' });
    await pane.user.upload(await pane.typed(/^A CSV file/), file);
    await pane.says(/^1 tree with the same answers is in the sheet already\.$/);
    await pane.press('Cancel');
    expect(await rows()).toHaveLength(2);
  });
});
