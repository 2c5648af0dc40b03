/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { fireEvent, screen, waitFor, within } from '@testing-library/react/pure';
import { ownerId } from '#core/ids.ts';
import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import { valueOfFigure } from '#taskpane/messages/figure-words.ts';
import type { FiguresAnswer } from '#wire/figures.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** The project team asks which returns are behind a number, in the pane, over the real endpoint. */
let endpoint: DemoEndpoint;
let team: PersonAtWork;
let pane: PanePage;
let figures: FiguresAnswer;
const saved: Blob[] = [];

const api = () => team.desk.api.programme;
const choose = async (label: string, option: string): Promise<void> => {
  await pane.user.selectOptions(await screen.findByLabelText(label, undefined, { timeout: 20_000 }), option);
};
const grid = async (name: string): Promise<HTMLTableElement> => (await pane.role('grid', name)) as HTMLTableElement;
/** The texts of a table, line by line, headings and all. */
const textsOf = ({ rows }: HTMLTableElement): string[][] =>
  [...rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent ?? ''));
const numberAt = async (name: string, line: number, column: number): Promise<HTMLButtonElement> =>
  (await grid(name)).tBodies[0]!.rows[line]!.querySelectorAll('button')[column]!;

beforeAll(async () => {
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
  // There is nowhere to go to in this page.
  HTMLAnchorElement.prototype.click = () => undefined;
  endpoint = await startDemoEndpoint();
  team = await atWork(endpoint, demoCodes.projectTeam);
  figures = expectOk(await api().figures(demoRound));
});
beforeEach(async () => {
  pane = openPane(team);
  await pane.press('Open the programme');
  await pane.press('Figures', 'tab');
});
afterEach(() => pane.close());
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

test('each table of a round is chosen by its title and shows what the endpoint adds up, a share as one', async () => {
  await choose('Round', demoRound);
  await pane.says(`Worked out of ${figures.returns} accepted returns.`);
  expect(figures.tables.some(({ columns }) => columns.some(({ unit }) => unit === 'share'))).toBe(true);
  for (const { measure, title, corner, columns, lines } of figures.tables) {
    await choose('Table', measure);
    expect(textsOf(await grid(title))).toEqual([
      [corner, ...columns.map(({ label }) => label)],
      ...lines.map(({ label, values }) => [
        label,
        ...values.map((value, at) => valueOfFigure(columns[at]!.unit, value)),
      ]),
    ]);
  }
});

describe('a number', () => {
  const [line, column] = [0, 0];
  let title: string;
  beforeEach(async () => {
    await choose('Round', demoRound);
    [{ title }] = figures.tables as [FiguresAnswer['tables'][number]];
    await pane.user.click(await numberAt(title, line, column));
  });
  const asked = async () => {
    const [{ measure, lines, columns }] = figures.tables as [FiguresAnswer['tables'][number]];
    const place = { measure, line: lines[line]!.line, column: columns[column]!.column };
    return expectOk(await api().figure(demoRound, place, { limit: 500 }));
  };

  test('names the returns behind it in the order of names, each with its part', async () => {
    const figure = await asked();
    expect(figure.behind).toBeGreaterThan(1);
    await waitFor(async () => expect(document.activeElement).toBe(await pane.role('heading', title)));
    await pane.says(`${figure.line}, ${figure.column}: ${figure.value}`);
    await pane.says(`${figure.behind} returns stand behind it.`);
    const list = within(await pane.role('list', 'Returns behind it'));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      figure.returns.map(({ name, value, revision }) => `${name}${value} · revision ${revision}`).sort(),
    );
  });

  test('opens what happened to a return; going back leads to the return, and then to the number', async () => {
    const { returns } = await asked();
    const { name } = returns.at(-1)!;
    await pane.press(new RegExp(`^${name.replace(/[()]/g, '.')}`));
    await waitFor(async () => expect(document.activeElement).toBe(await pane.role('heading', name)));
    await pane.says('Revision 1 accepted');
    await pane.press('Back to the returns behind it');
    await waitFor(() => expect(document.activeElement?.textContent).toContain(name));
    await pane.press('Back to the table');
    await waitFor(async () => expect(document.activeElement).toBe(await numberAt(title, line, column)));
  });

  test('is saved with its returns as a file, and the log says which', async () => {
    const { measure, returns } = await asked();
    await pane.press('Save this list as a file');
    await pane.heard(`Saved: ${demoRound}-behind-${measure}-1-1.csv.`);
    expect(saved.at(-1)?.size).toBeGreaterThan(returns.length * 20);
    const { entries } = expectOk(await api().acts('PROGRAMME', 0));
    expect(entries.at(-1)).toMatchObject({ act: 'export', about: { table: 'behind', measure, line: '1' } });
  });
});

describe('a day in the past', () => {
  const day = '2009-02-28';
  const then = 'As it stood at the end of 28 February 2009.';
  let past: FiguresAnswer;
  const show = async (on: string): Promise<void> => {
    fireEvent.change(await screen.findByLabelText(/^As at/), { target: { value: on } });
    await pane.press('Show that day');
  };
  /** What is read on the page, not only heard. */
  const stands = (text: string) => screen.findByText(text, { selector: 'main *' }, { timeout: 20_000 });
  /** A number of the first table that was not 0 by then: where it stands, and what it is asked for by. */
  const placed = () => {
    const [{ measure, lines, columns }] = past.tables as [FiguresAnswer['tables'][number]];
    const isMore = (value: number | null): boolean => value !== null && value > 0;
    const down = lines.findIndex(({ values }) => values.some(isMore));
    const right = lines[down]!.values.findIndex(isMore);
    return { down, right, place: { measure, line: lines[down]!.line, column: columns[right]!.column } };
  };
  const open = async (): Promise<void> => {
    await show(day);
    await stands(then);
    await pane.user.click(await numberAt(past.tables[0]!.title, placed().down, placed().right));
  };
  const behind = async (of = {}) => expectOk(await api().figure(demoRound, placed().place, { limit: 500, ...of }));

  beforeAll(async () => {
    past = expectOk(await api().figures(demoRound, { 'as-at': day }));
  });
  beforeEach(async () => {
    await choose('Round', demoRound);
    await pane.user.click(await pane.says('As at a day in the past'));
  });

  test('shows each table as it stood, the chosen one staying chosen, and a line says so; a button goes back to now', async () => {
    expect([past.returns > 0, past.returns < figures.returns]).toEqual([true, true]);
    const { measure, title, corner, columns, lines } = past.tables.at(-1)!;
    await choose('Table', measure);
    await show(day);
    await pane.heard(then);
    await stands(then);
    await pane.says(`Worked out of ${past.returns} accepted returns.`);
    expect(textsOf(await grid(title))).toEqual([
      [corner, ...columns.map(({ label }) => label)],
      ...lines.map(({ label, values }) => [
        label,
        ...values.map((value, at) => valueOfFigure(columns[at]!.unit, value)),
      ]),
    ]);
    await pane.press('Back to now');
    await pane.heard('As it stands now.');
    await pane.says(`Worked out of ${figures.returns} accepted returns.`);
    await grid(title);
    expect(screen.queryByText(/^As it stood/, { selector: 'main *' })).toBeNull();
  });

  test('a number names the returns that were behind it then, each with its part, and the day', async () => {
    const [figure, now] = [await behind({ 'as-at': day }), await behind()];
    expect([figure.behind > 0, figure.behind < now.behind]).toEqual([true, true]);
    await open();
    await pane.says(`${figure.line}, ${figure.column}: ${figure.value}`);
    await stands(then);
    const list = within(await pane.role('list', 'Returns behind it'));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      figure.returns.map(({ name, value, revision }) => `${name}${value} · revision ${revision}`).sort(),
    );
  });

  test('the list is saved as it was, and the name of the file and the log say the day', async () => {
    await open();
    const { measure, line, column } = placed().place;
    await pane.press('Save this list as a file');
    await pane.heard(`Saved: ${[demoRound, 'behind', measure, line, column, day].join('-')}.csv.`);
    const { returns } = await behind({ 'as-at': day });
    const written = Buffer.from(await saved.at(-1)!.arrayBuffer()).toString();
    for (const { name, owner } of (await behind()).returns)
      expect([name, written.includes(name)]).toEqual([name, returns.some((one) => one.owner === owner)]);
    const { entries } = expectOk(await api().acts('PROGRAMME', 0));
    expect(entries.at(-1)).toMatchObject({ about: { table: 'behind', at: '2009-03-01T00:00:00.000Z' } });
  });

  test('a return opened there ends with that day, and nothing can be done about it', async () => {
    const { owner, name } = (await behind({ 'as-at': day })).returns[0]!;
    expectOk(await team.desk.api.reopen(demoRound, ownerId(owner), 'A number was left out.'));
    await open();
    await pane.press(new RegExp(`^${name.replace(/[()]/g, '.')}`));
    await waitFor(async () => expect(document.activeElement).toBe(await pane.role('heading', name)));
    await pane.says('Revision 1 accepted');
    expect(screen.queryByText(/[Rr]eopened/)).toBeNull();
    for (const act of ['Open in this workbook', 'Save the mentor'])
      expect(screen.queryByRole('button', { name: act })).toBeNull();
    await pane.press('Back to the returns behind it');
    await pane.press('Back to the table');
    await stands(then);
  });

  test.each([
    ['2008-08-30', 'The round had not opened yet: its first day is 1 September 2008.'],
    ['2009-01-15', 'Nothing was accepted then.'],
  ])('with nothing to show says why: %s', async (on, why) => {
    await show(on);
    await pane.says(why);
    expect(screen.queryByRole('grid')).toBeNull();
    await pane.press('Back to now');
    await pane.says(`Worked out of ${figures.returns} accepted returns.`);
  });
});

test('one number is in the tab order; the arrows, Home and End go to the others', async () => {
  await choose('Round', demoRound);
  const [{ title, columns, lines }] = figures.tables as [FiguresAnswer['tables'][number]];
  const inOrder = async () =>
    within(await grid(title))
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0);
  (await numberAt(title, 0, 0)).focus();
  for (const [keys, line, column] of [
    ['{ArrowRight}{ArrowDown}', 1, 1],
    ['{End}', 1, columns.length - 1],
    ['{ArrowRight}', 1, columns.length - 1],
    ['{Home}{ArrowLeft}', 1, 0],
    ['{ArrowUp}{ArrowUp}', 0, 0],
    [`{ArrowDown>${lines.length + 2}/}`, lines.length - 1, 0],
  ] as const) {
    await pane.user.keyboard(keys);
    expect(document.activeElement).toBe(await numberAt(title, line, column));
    expect(await inOrder()).toEqual([document.activeElement]);
  }
});

test('arrow keys with Alt, Ctrl or Meta are left to the browser', async () => {
  await choose('Round', demoRound);
  const [{ title }] = figures.tables as [FiguresAnswer['tables'][number]];
  const first = await numberAt(title, 0, 0);
  first.focus();
  for (const held of ['altKey', 'ctrlKey', 'metaKey']) {
    for (const key of ['ArrowRight', 'ArrowDown', 'End']) {
      expect(fireEvent.keyDown(first, { key, [held]: true })).toBe(true);
      expect(document.activeElement).toBe(first);
    }
  }
  expect(fireEvent.keyDown(first, { key: 'ArrowRight' })).toBe(false);
});

test('of a round in which nothing is accepted it says so', async () => {
  const rounds = expectOk(await team.desk.api.rounds());
  const empty: string[] = [];
  for (const { id } of rounds) {
    if (expectOk(await api().figures(id as typeof demoRound)).returns === 0) empty.push(id);
  }
  expect(empty.length).toBeGreaterThan(0);
  await choose('Round', empty[0]!);
  await pane.says('Nothing is accepted yet');
  expect(screen.queryByRole('grid')).toBeNull();
});

test('of a round of which only the sum stayed when it was purged, numbers are no buttons, and it says why', async () => {
  const change = async (wanted: Parameters<typeof team.desk.api.changeRound>[1]) =>
    expectOk(await team.desk.api.changeRound(demoRound, wanted));
  await change({ keepTallies: 'sum', keepUntil: '2010-08-31T23:00:00.000Z', closes: 'now' });
  expectOk(await api().purge(demoRound, {}));
  pane.close();
  pane = openPane(team);
  await pane.press('Open the programme');
  await pane.press('Figures', 'tab');
  await choose('Round', demoRound);
  const [{ title, columns, lines }] = figures.tables as [FiguresAnswer['tables'][number]];
  await pane.says(
    'Which returns are behind a number is not known any more: of this round only what all add up to was kept.',
  );
  const table = (await pane.role('table', title)) as HTMLTableElement;
  expect(textsOf(table).slice(1)).toEqual(
    lines.map(({ label, values }) => [label, ...values.map((value, at) => valueOfFigure(columns[at]!.unit, value))]),
  );
  expect(within(table).queryByRole('button')).toBeNull();
  expect(screen.queryByText(/^Press a number/)).toBeNull();
});
