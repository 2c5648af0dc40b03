/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { fireEvent, screen, waitFor, within } from '@testing-library/react/pure';
import { submitReturn } from '#flows/submit-return.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import { kites } from '../server/kit/pupils.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(180_000);

/**
 * The project team looks back to a day in the past. The round opened on 1 September 2008. In June 2009 the school left on the
 * 3rd and was back on the 10th; it submitted on the 12th, was accepted on the 16th, and submitted anew on the 20th.
 * Today is the 25th.
 */
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let team: PersonAtWork;
let pane: PanePage;

beforeAll(async () => {
  endpoint = await startEndpointWith([kites], [whileOpen(roundFor(kites))]);
  const on = (day: number): void => {
    endpoint.clock.now = () => `2009-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  };
  on(3);
  team = await atWork(endpoint, codes.team);
  const teamOn = async (day: number) => {
    on(day);
    await team.signIn();
    return team.desk.api;
  };
  expectOk(await team.desk.api.programme.changeSchool(school.owner, { enlisted: false }));
  expectOk(await (await teamOn(10)).programme.changeSchool(school.owner, { enlisted: true }));
  on(12);
  const pupil = { year: 'Year 7', likes: '3', says: 'The long ones.' };
  const teacher = await atWork(endpoint, codes.school);
  const open = await teacher.open();
  await teacher.type(open, 'return', { roll: '100' });
  await teacher.type(open, '1', pupil);
  expect(expectOk(await submitReturn(teacher.desk, open, { unconfirmed: 'submit' })).kind).toBe('receipt');
  expectOk(await (await teamOn(16)).accept(open.round.id, school.owner, 1));
  on(20);
  await teacher.signIn();
  await teacher.type(open, '2', pupil);
  expect(expectOk(await submitReturn(teacher.desk, open, { unconfirmed: 'submit' })).kind).toBe('receipt');
  await teacher.close();
  await teamOn(25);
});
beforeEach(() => {
  pane = openPane(team);
});
afterEach(() => pane.close());
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

/** What is read on the page, not only heard. */
const stands = (text: string) => screen.findByText(text, { selector: 'main *' }, { timeout: 20_000 });
const chooseDay = (day: string): boolean =>
  fireEvent.change(screen.getByLabelText(/^As at/), { target: { value: day } });

describe('in the programme’s progress', () => {
  const rows = async () => {
    const list = within(await screen.findByRole('list', { name: 'Returns' }, { timeout: 20_000 }));
    return list.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  };
  const show = async (day: string): Promise<void> => {
    chooseDay(day);
    await pane.press('Show that day');
  };
  beforeEach(async () => {
    await pane.press('Open the programme');
    await pane.says('Whose turn it is');
    await pane.user.click(await pane.says('As at a day in the past'));
  });

  test('chart, counts and list are as they stood, and a line says so; what changes the present is not offered', async () => {
    await pane.says('1 return of 1 counts in the results.');
    await pane.role('button', 'Accept all that wait (1)…');
    await show('2009-06-14');
    await pane.heard('As it stood at the end of 14 June 2009.');
    await stands('As it stood at the end of 14 June 2009.');
    await pane.says('0 returns of 1 counted in the results.');
    await pane.role('img', /^Of 1 return: .*1 submitted/);
    expect(await rows()).toEqual([expect.stringContaining('Mentor’s turn for 2 days')]);
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
    await show('2009-06-12');
    await waitFor(async () =>
      expect(await rows()).toEqual([expect.stringContaining('Mentor’s turn since that day')]),
    );
  });

  test('a button goes back to now', async () => {
    await show('2009-06-17');
    await pane.says('1 return of 1 counted in the results.');
    await pane.press('Back to now');
    await pane.heard('As it stands now.');
    await pane.role('button', 'Accept all that wait (1)…');
    expect(screen.queryByText(/^As it stood/, { selector: 'main *' })).toBeNull();
  });

  test('a return opened there ends with that day, and nothing can be done about it', async () => {
    await show('2009-06-14');
    await pane.press(new RegExp(`^${school.name}`));
    await pane.says('Revision 1 submitted');
    await stands('As it stood at the end of 14 June 2009.');
    expect(screen.queryByText('Revision 1 accepted')).toBeNull();
    expect(screen.queryByText(/^Revision 2/)).toBeNull();
    for (const act of ['Open in this workbook', 'Save the mentor'])
      expect(screen.queryByRole('button', { name: act })).toBeNull();
    await pane.press('Back to the list');
    await pane.says('Whose turn it was');
  });

  test('a day with nothing to show says why', async () => {
    await show('2008-08-15');
    await pane.says('The round had not opened yet: its first day is 1 September 2008.');
    await show('2009-06-05');
    await pane.says('Nobody was enlisted then.');
    await pane.press('Back to now');
    await pane.says('Whose turn it is');
  });

  test('no day, or one that is not over, is said to be wrong where it stands, and nothing else happens', async () => {
    await pane.press('Show that day');
    await pane.says('Please choose a day first.');
    await show('2009-06-25');
    await pane.says('That day is not over yet. Choose 24 June 2009 or an earlier one.');
    await pane.says('Whose turn it is');
    expect(screen.queryByText(/^As it stood/, { selector: 'main *' })).toBeNull();
  });

  test('where the server cannot be reached that is said, nothing of another day is shown, and the way back to now stays', async () => {
    let lose = false;
    const api = httpCollectionApi({
      base: endpoint.base,
      now: team.desk.now,
      fetch: (...request) => (lose ? Promise.reject(new TypeError('No network.')) : fetch(...request)),
    });
    expectOk(await api.signIn(codes.team));
    pane.close();
    pane = openPane({ ...team, desk: { ...team.desk, api } });
    await pane.press('Open the programme');
    await pane.user.click(await pane.says('As at a day in the past'));
    await pane.says('Whose turn it is');
    lose = true;
    await show('2009-06-14');
    await pane.says('The server cannot be reached.');
    expect(screen.queryByRole('list', { name: 'Returns' })).toBeNull();
    lose = false;
    await pane.press('Try again');
    await pane.says('Whose turn it was');
    lose = true;
    await show('2009-06-17');
    await pane.says('The server cannot be reached.');
    lose = false;
    await pane.press('Back to now');
    await pane.says('Whose turn it is');
  });
});

describe('where rounds are consolidated', () => {
  const tabs = async () => expectOk(await team.desk.workbook.survey()).map(({ name }) => name);

  test('the master of a day in the past stands beside that of now, and each says what it holds', async () => {
    await pane.press(/^Consolidate: /);
    await pane.says('The master sheet is in this workbook.');
    const master = (await tabs()).indexOf('Kites master');
    const sheets = expectOk(await team.desk.workbook.survey());
    const before = wordsOn(team.model, sheets[master]?.id ?? '');
    await pane.user.click(await pane.says('As at a day in the past'));
    chooseDay('2009-06-14');
    await pane.press(/^Consolidate as at that day: /);
    await pane.heard(/^The master sheet as at the end of 14 June 2009 is in this workbook\./);
    await pane.says(/^It holds 0 accepted of 1 returned of 1 enlisted\./);
    expect(await tabs()).toEqual(expect.arrayContaining(['Kites master', 'Kites 14 Jun 2009']));
    expect(wordsOn(team.model, sheets[master]?.id ?? '')).toEqual(before);
  });

  test('a day on which there was nothing yet says why there is none', async () => {
    await pane.user.click(await pane.says('As at a day in the past'));
    chooseDay('2009-06-05');
    await pane.press(/^Consolidate as at that day: /);
    await pane.heard(/^The master sheet as at the end of 5 June 2009 holds no returns\. Nobody was enlisted then\./);
  });
});
