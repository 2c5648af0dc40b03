/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { waitFor } from '@testing-library/react/pure';
import { roundId } from '#core/ids.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { openReturn } from '#flows/open-return.ts';
import { submitReturn } from '#flows/submit-return.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** A school whose return was accepted last year opens this year's, which begins with those answers. */
const lastYear = roundFor(gardens);
const thisYear = {
  ...{ ...lastYear, id: roundId('R1-200910'), title: 'School gardens 2009/10' },
  ...{ academicYear: '200910', opens: '2009-09-01T00:00:00.000Z' },
};
const [first = '', second = '', third = ''] = fixedRows(gardens).map(({ key }) => key);

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
let open: OpenReturn;
let pane: PanePage;

const openIn = async ({ desk }: PersonAtWork, id: string): Promise<OpenReturn> => {
  const round = expectOk(await desk.api.rounds()).find((one) => one.id === id);
  const person = desk.api.person();
  if (!round || !person?.owner) throw new Error('nothing to open');
  return expectOk(await openReturn(desk, { round, owner: open?.owner ?? person.owner, ownerName: person.name }));
};
const focused = () => document.activeElement?.textContent;
const selectedRow = async () => {
  const selection = expectOk(await school.desk.workbook.selection());
  return selection && (await school.check(open)).cellAt(selection.cell)?.row;
};
const submitted = async () =>
  expectOk(await school.desk.api.returns()).find(({ round }) => round === thisYear.id)?.revision;

beforeAll(async () => {
  endpoint = await startEndpointWith([gardens], [lastYear, thisYear]);
  const before = await atWork(endpoint, codes.school);
  open = await openIn(before, lastYear.id);
  for (const row of [first, second, third]) await before.type(open, row, { state: '1 Bare' });
  expect(expectOk(await submitReturn(before.desk, open)).kind).toBe('receipt');
  await before.close();
  const team = await atWork(endpoint, codes.team);
  expectOk(await team.desk.api.accept(lastYear.id, open.owner, 1));
  await team.close();
  school = await atWork(endpoint, codes.school);
  open = await openIn(school, thisYear.id);
  await school.model.settled();
  pane = openPane(school);
  await pane.press(/^Continue: School gardens 2009/);
  await pane.says('3 rows to confirm.');
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('Submit, while copied answers stand that nobody has confirmed', () => {
  test('asks once more, says in how many rows, and sends nothing; Escape takes it back', async () => {
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    const question = '3 rows still hold answers copied from an earlier round that nobody has confirmed.';
    await pane.role('group', question);
    await waitFor(() => expect(focused()).toBe(question));
    expect(await submitted()).toBe(0);
    await pane.user.keyboard('{Escape}');
    await waitFor(() => expect(focused()).toBe('Submit'));
    await pane.gone(question);
  });

  test('shows the first of them in the sheet when asked to', async () => {
    await pane.press('Submit');
    await pane.press('Look at them first');
    await pane.heard(`To confirm: ${first} · State`);
    expect(await selectedRow()).toBe(first);
    expect(document.activeElement).toBe(await pane.role('tab', 'Fill in'));
    expect(await submitted()).toBe(0);
  });

  test('a row that was confirmed counts no more, and a keyboard goes on from there to the next', async () => {
    await pane.press('Confirm this row');
    await pane.says('2 rows to confirm.');
    await waitFor(() => expect(focused()).toBe('Show next row'));
    await pane.user.keyboard('{Enter}');
    await pane.heard(`To confirm: ${second} · State`);
    expect(await selectedRow()).toBe(second);
    await pane.press('Confirm this row');
    await pane.says('1 row to confirm.');
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.role('group', /^1 row still holds answers copied from an earlier round/);
  });

  test('is no wall: she may submit all the same', async () => {
    await pane.press('Submit all the same');
    await pane.says('Submitted: revision 1.');
    expect(await submitted()).toBe(1);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('asks nothing when every row is confirmed', async () => {
    await pane.press('Fill in', 'tab');
    await pane.press('Confirm all');
    await pane.gone(/to confirm\.$/);
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    await school.type(open, first, { state: '2 Growing', seen: 'Herbs all over' });
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 2.');
  });
});
