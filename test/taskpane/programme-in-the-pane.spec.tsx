/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { screen, waitFor, within } from '@testing-library/react/pure';
import { ownerId, questionId, roundId } from '#core/ids.ts';
import { yearsOffered } from '#core/instrument/years-offered.ts';
import { tallyRoundWords } from '#core/words/tally-round-words.ts';
import { demoCodes, demoRound, demoSchools } from '#definitions/demo-programme.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** The project team runs the programme in the pane, over the real endpoint: what she does there is so afterwards. */
let endpoint: DemoEndpoint;
let team: PersonAtWork;
let pane: PanePage;

const api = () => team.desk.api.programme;
const choose = async (label: string, option: string): Promise<void> => {
  await pane.user.selectOptions(await screen.findByLabelText(label, undefined, { timeout: 20_000 }), option);
};
const rowsOf = async (list: string): Promise<string[]> => {
  const found = await screen.findByRole('list', { name: list }, { timeout: 20_000 });
  return within(found)
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
};
const heading = (name: string | RegExp) => pane.role('heading', name);
const signsIn = async (code: string): Promise<boolean> => {
  const visitor = httpCollectionApi({ base: endpoint.base, fetch, now: () => endpoint.clock.now() });
  return (await visitor.signIn(code)).ok;
};
const go = async (tab: string): Promise<void> => {
  pane = openPane(team);
  await pane.press('Open the programme');
  await pane.press(tab, 'tab');
};

beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  team = await atWork(endpoint, demoCodes.projectTeam);
  // An accepted return that was asked about and answered waits once more: so there are several to accept.
  const { lines } = expectOk(await api().progress(demoRound, { limit: 10 }));
  for (const { owner, revision } of lines.filter(({ state }) => state === 'accepted').slice(0, 2)) {
    const place = [demoRound, ownerId(owner)] as const;
    const [first] = expectOk(await team.desk.api.revision(...place, revision)).content?.rows ?? [];
    const [field = ''] = Object.keys(first?.values ?? {});
    const asked = { id: `q-${owner}`, row: first?.key ?? '', field, revision, text: 'Is it so?' };
    expectOk(await team.desk.api.ask(...place, asked));
    expectOk(await team.desk.api.settle(...place, questionId(asked.id)));
  }
});
afterEach(() => pane.close());
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

test('the way to the programme stands above the rounds, and only for the project team', async () => {
  const mentor = await atWork(endpoint, demoCodes.mentor);
  pane = openPane(mentor);
  await heading('Your schools');
  expect(screen.queryByText('Open the programme')).toBeNull();
  pane.close();
  await mentor.close();
  pane = openPane(team);
  await pane.press('Open the programme');
  await waitFor(async () => expect(document.activeElement).toBe(await heading('Programme')));
  await pane.press('All rounds');
  await heading('Rounds');
});

describe('progress', () => {
  beforeEach(async () => {
    await go('Progress');
    await choose('Round', demoRound);
    await pane.says(/count in the results/);
  });

  test('the chart says the same as its table, and both what the endpoint counts', async () => {
    const { counts } = expectOk(await api().progress(demoRound, { limit: 10 }));
    await pane.says(`${counts.counting} returns of ${counts.enlisted} count in the results.`);
    const chart = await pane.role('img', /^Of 8 returns: /);
    expect(chart.getAttribute('aria-label')).toContain(`${counts.accepted} accepted`);
    await pane.user.click(await pane.says('The chart as a table'));
    const table = within(await screen.findByRole('table'));
    const line = table.getByRole('rowheader', { name: 'Accepted' }).closest('tr');
    expect(line?.textContent).toBe(`Accepted${counts.accepted}${Math.round((100 * counts.accepted) / 8)} %`);
  });

  test('the chase list is found in by name and looked at by turn, and says how many it shows', async () => {
    expect((await rowsOf('Returns')).length).toBe(8);
    await choose('Show', 'mentor');
    const waiting = await rowsOf('Returns');
    expect(waiting.every((row) => /Mentor’s turn (for|since) /.test(row))).toBe(true);
    await choose('Show', 'all');
    await pane.write('Find a school', 'tarnley');
    await waitFor(async () => expect(await rowsOf('Returns')).toHaveLength(1));
    await pane.says('1 return of 8');
    await pane.write('Find a school', 'no such school');
    await pane.says('Nobody is to be found like this.');
    await pane.write('Find a school', ' ');
  });

  test('a line opens what happened to the return; going back leads to the line that was opened', async () => {
    const [line] = expectOk(await api().progress(demoRound, { limit: 10 })).lines.filter(
      ({ accepted }) => accepted !== undefined,
    );
    await pane.press(new RegExp(`^${line!.name.replace(/[()]/g, '.')}`));
    await waitFor(async () => expect(document.activeElement).toBe(await heading(line!.name)));
    await pane.says('Revision 1 accepted');
    await pane.says('Revision 1 submitted');
    await pane.press('Back to the list');
    await waitFor(() => expect(document.activeElement?.textContent).toContain(line!.name));
  });

  test('many returns are accepted after a look at which, and one that was unticked is not', async () => {
    const before = expectOk(await api().progress(demoRound, { limit: 10 }));
    const waiting = before.lines.filter(({ state, openQuestions }) => state === 'submitted' && openQuestions === 0);
    const [left] = waiting;
    expect(waiting.length).toBeGreaterThan(1);
    await pane.press(`Accept all that wait (${waiting.length})…`);
    await pane.press('Untick all');
    await pane.press(/^Accept 0 returns/);
    await pane.says('Nothing is ticked.');
    await pane.press('Tick all');
    await pane.user.click(await pane.role('checkbox', `${left!.name}, revision ${left!.revision}`));
    await pane.press(`Accept ${waiting.length - 1} returns`);
    await pane.heard(`${waiting.length - 1} returns are accepted. They count in the results from now on.`);
    const after = expectOk(await api().progress(demoRound, { limit: 10 }));
    expect(after.counts.accepted).toBe(before.counts.accepted + waiting.length - 1);
    expect(after.lines.find(({ owner }) => owner === left!.owner)?.state).toBe('submitted');
    await pane.role('button', 'Accept all that wait (1)…');
  });
});

describe('people and codes', () => {
  test('somebody of a school is added, is given a code that is shown once and lets in, and loses it again', async () => {
    await go('People');
    await pane.press('Add somebody…');
    await pane.press('Add');
    await pane.says('Please write the name first.');
    await pane.says('Please find and choose the school first.');
    await pane.write('Name', 'Ann Ash');
    await pane.write('Which school?', 'pellbrook');
    await pane.user.click(await pane.role('radio', /^Pellbrook School/));
    await pane.press('Add');
    await heading('Ann Ash');
    await pane.press('Make an access code');
    const shown = await pane.says(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
    const code = shown.textContent ?? '';
    expect(await signsIn(code)).toBe(true);
    await pane.press('I have it, hide the code');
    await pane.gone(code);
    expect(document.body.textContent).not.toContain(code);
    await pane.press(/^Revoke the code: /);
    await pane.press('Keep it');
    expect(await signsIn(code)).toBe(true);
    await pane.press(/^Revoke the code: /);
    await pane.press('Revoke');
    await pane.says('Revoked');
    expect(await signsIn(code)).toBe(false);
  });

  test('a mentor is added and given a school beside the mentor it had', async () => {
    await go('People');
    await pane.press('Add somebody…');
    await pane.user.click(await pane.role('radio', /^A mentor/));
    await pane.write('Name', 'Mia Maple');
    await pane.press('Add');
    await heading('Mia Maple');
    await pane.write('Add a school', String(demoSchools.wexbourne));
    await pane.user.click(await pane.role('radio', /^Wexbourne/));
    await pane.press(/^Add Wexbourne/);
    await pane.says('Looks after 1 school');
    const people = expectOk(await api().people());
    const has = (name: string) =>
      people.find((one) => one.name === name)?.schools?.some(({ owner }) => owner === demoSchools.wexbourne);
    expect(has('Mia Maple')).toBe(true);
    expect(has('Alex Ash (invented)')).toBe(true);
    await pane.press('Schools', 'tab');
    await pane.write('Find a school', String(demoSchools.wexbourne));
    await pane.says(/mentors Alex Ash \(invented\) and Mia Maple/);
    await pane.press(/^Wexbourne/);
    await pane.says(
      /^(Mia Maple|Alex Ash \(invented\)) looks after it as well, and may read and accept just the same\./,
    );
    await pane.press('All schools');
    await pane.write('Find a school', ' ');
    await pane.press('People', 'tab');
    await pane.press(/^Mia Maple/);
    await pane.press(/^Take away Wexbourne/);
    await pane.says('Looks after 0 schools');
  });

  test('somebody is ended only after a second thought, and is found again among those who have', async () => {
    await go('People');
    await pane.press(/^Mia Maple/);
    await pane.press('End this person…');
    await pane.press('Not now');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('End this person…'));
    await pane.press('End this person…');
    await pane.press('End');
    await pane.says(/^Ended on /);
    await pane.press('All people');
    await choose('Show', 'ended');
    await waitFor(async () => expect(await rowsOf('People')).toEqual([expect.stringContaining('Mia Maple')]));
    await choose('Show', 'present');
  });

  test('the last way in for the project team is not closed, and what to do first is said', async () => {
    await go('People');
    await pane.press(/^Project team/);
    await pane.press('End this person…');
    await pane.press('End');
    await pane.says('Nobody could sign in for the project team any more.');
    expect(await signsIn(demoCodes.projectTeam)).toBe(true);
  });

  test('nobody is added twice, and no code made twice, when the answer was lost and the button is pressed again', async () => {
    const { desk } = team;
    let lose = false;
    const losing = httpCollectionApi({
      base: endpoint.base,
      now: desk.now,
      fetch: async (...request) => {
        const answer = await fetch(...request);
        if (lose && request[1]?.method === 'POST') throw new TypeError('The answer is lost.');
        return answer;
      },
    });
    expectOk(await losing.signIn(demoCodes.projectTeam));
    pane = openPane({ ...team, desk: { ...desk, api: losing } });
    await pane.press('Open the programme');
    await pane.press('People', 'tab');
    await pane.press('Add somebody…');
    await pane.user.click(await pane.role('radio', /^Project team/));
    await pane.write('Name', 'Bea Birch');
    const found = async () => expectOk(await api().people()).filter(({ name }) => name === 'Bea Birch');
    lose = true;
    await pane.press('Add');
    await pane.says('The server cannot be reached.');
    expect(await found()).toHaveLength(1);
    lose = false;
    await pane.press('Add');
    await heading('Bea Birch');
    expect(await found()).toHaveLength(1);
    lose = true;
    await pane.press('Make an access code');
    await pane.says('The server cannot be reached.');
    lose = false;
    await pane.press('Make an access code');
    const code = (await pane.says(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/)).textContent ?? '';
    expect((await found())[0]?.codes).toHaveLength(1);
    expect(await signsIn(code)).toBe(true);
    await api().endPerson((await found())[0]?.id ?? '');
  });
});

describe('rounds', () => {
  test('a round is made from what is asked and of which year; what is wrong is said where it stands', async () => {
    await go('Rounds');
    await pane.press('Make a round…');
    await pane.press('Make the round');
    await pane.says(/letters, digits and hyphens/);
    const asked = await screen.findByLabelText<HTMLSelectElement>('What is asked');
    await waitFor(() => expect(document.activeElement).toBe(asked));
    const isDisabled = async () => (await pane.role('radio', 'Only counts and sums')).hasAttribute('disabled');
    const choices = [...asked.options].slice(1).map(({ value }) => value);
    const ofPupils: string[] = [];
    for (const choice of choices) {
      await pane.user.selectOptions(asked, choice);
      if (!(await isDisabled())) ofPupils.push(choice);
      else await pane.says(/are for sheets whose rows are pupils/);
    }
    expect([ofPupils.length > 0, ofPupils.length < choices.length]).toEqual([true, true]);
    await pane.user.selectOptions(asked, ofPupils[0] ?? '');
    await waitFor(async () => expect((await pane.typed('Code of the round')).value).toMatch(/^[A-Z]+-\d{6}/));
    await pane.write('Title', 'Spring round');
    await pane.user.click(await pane.role('radio', 'Only counts and sums'));
    for (const line of tallyRoundWords) await pane.says(line);
    const code = (await pane.typed('Code of the round')).value;
    await pane.press('Make the round');
    await heading('Spring round');
    const made = expectOk(await team.desk.api.rounds()).find(({ id }) => id === code);
    expect(made).toMatchObject({ title: 'Spring round', detail: 'tally', open: true, late: false });
  });

  test('a round is changed, and only what was changed is another', async () => {
    const before = expectOk(await team.desk.api.rounds()).find(({ title }) => title === 'Spring round');
    await go('Rounds');
    await pane.press('Change: Spring round');
    await pane.write('Title', 'Summer round');
    await pane.user.click(await pane.role('checkbox', /^Late returns are taken/));
    await pane.press('Save');
    await heading('Summer round');
    const after = expectOk(await team.desk.api.rounds()).find(({ id }) => id === before?.id);
    expect(after).toEqual({ ...before, title: 'Summer round', late: true });
  });

  test('a year group that nobody can choose in the sheets is pointed out and kept from nobody', async () => {
    const pointed = 'Only Years 7 and 9 can be chosen in these sheets, not Year 8.';
    const label = 'Year groups it is about';
    const round = expectOk(await team.desk.api.rounds()).find(({ instrument }) => {
      const known = team.desk.instruments.find(instrument);
      return known && yearsOffered(known)?.join() === '7,9';
    });
    const { id, title } = round!;
    await go('Rounds');
    await pane.press(`Change: ${title}`);
    await pane.write(label, '7, 8');
    await pane.says(new RegExp(`^${pointed}`));
    await pane.write(label, '7, 9');
    await pane.gone(new RegExp(`^${pointed}`));
    await pane.write(label, '7, 8');
    await pane.press('Save');
    await pane.role('button', `Change: ${title}`);
    expect(expectOk(await team.desk.api.rounds()).find((one) => one.id === id)?.yearGroups).toEqual([7, 8]);
    await pane.press('Make a round…');
    await choose('What is asked', round!.instrument);
    await pane.write(label, '8');
    await pane.says(new RegExp(`^${pointed}`));
    expectOk(await team.desk.api.changeRound(roundId(id), { yearGroups: round!.yearGroups }));
  });

  test('a round is closed at once after a second thought', async () => {
    await go('Rounds');
    await pane.press('Close now: Summer round');
    await pane.press('Not now');
    await pane.press('Close now: Summer round');
    await pane.press('Close the round');
    await pane.gone('Close now: Summer round');
    await waitFor(async () =>
      expect(expectOk(await team.desk.api.rounds()).find(({ title }) => title === 'Summer round')?.open).toBe(false),
    );
  });
});

describe('rounds that are purged', () => {
  const title = 'Self-review that was';
  const rounds = async () => expectOk(await team.desk.api.rounds());
  const demo = async () => (await rounds()).find(({ id }) => id === demoRound);
  const change = async (wanted: Parameters<typeof team.desk.api.changeRound>[1]) =>
    expectOk(await team.desk.api.changeRound(demoRound, wanted));
  const figures = async () => expectOk(await team.desk.api.tally(demoRound));

  test('what stays of the counts is chosen where it is said how long a round is kept', async () => {
    await change({ title });
    await go('Rounds');
    await pane.press(`Change: ${title}`);
    expect(screen.queryByRole('radio', { name: 'Only what all of them add up to' })).toBeNull();
    await pane.write('Keep what came in until', '2040-08-31');
    await pane.user.click(await pane.role('radio', 'Only what all of them add up to'));
    await pane.press('Save');
    await pane.says('It is kept until 31 August 2040.');
    expect(await demo()).toMatchObject({ keepUntil: '2040-08-31T23:00:00.000Z', keepTallies: 'sum' });
    await change({ keepTallies: 'each' });
  });

  test('an open round is closed first: it is not offered, and is refused where it was opened meanwhile', async () => {
    await change({ closes: null });
    await go('Rounds');
    await pane.press(`Close now: ${title}`);
    expect(screen.queryByRole('button', { name: `Purge: ${title}` })).toBeNull();
    await pane.press('Close the round');
    await pane.press(`Purge: ${title}`);
    await change({ closes: null });
    await pane.write('Why before its day?', 'A try.');
    await pane.press('Purge the round');
    await pane.says('This round still takes returns.');
    expect((await demo())?.purged).toBeUndefined();
    await change({ closes: 'now' });
  });

  test('before its day a reason is asked for, and a second thought leaves it as it is', async () => {
    await go('Rounds');
    await pane.press(`Purge: ${title}`);
    await pane.write('Why before its day?', ' ');
    await pane.press('Purge the round');
    await pane.says('Please write the reason first: the round is not due yet.');
    await pane.press('Not now');
    await waitFor(async () => expect(document.activeElement).toBe(await pane.role('button', `Purge: ${title}`)));
    expect((await demo())?.purged).toBeUndefined();
  });

  test('a round that is due is purged after what goes was said in numbers; its certificate is shown and copied', async () => {
    await change({ keepUntil: '2010-08-31T23:00:00.000Z' });
    const kept = expectOk(await api().retention()).find(({ round }) => round.id === demoRound);
    const before = await figures();
    await go('Rounds');
    await pane.says('It was to be kept until 31 August 2010. Purge it: nothing goes by itself.');
    await pane.press(`Purge: ${title}`);
    await pane.says(new RegExp(`^the rows and explanations of ${kept!.revisions} revisions, all questions`));
    await pane.says(/the counts of each return and what they add up to$/);
    await pane.press('Purge the round');
    await waitFor(async () => expect(document.activeElement).toBe(await heading(`${title} is purged`)));
    const shown = await pane.says(/^CERTIFICATE OF WHAT WAS PURGED/);
    expect(shown.textContent).toMatch(new RegExp(`${kept!.revisions} revisions of \\d returns`));
    await pane.press('Copy');
    await pane.heard('The certificate is copied.');
    expect(await navigator.clipboard.readText()).toBe(shown.textContent);
    await pane.press('The rounds');
    await pane.says(/^What was collected about pupils was purged on /);
    expect(screen.queryByRole('button', { name: `Change: ${title}` })).toBeNull();
    await pane.press(`Certificate: ${title}`);
    await pane.says(/^CERTIFICATE OF WHAT WAS PURGED/);
    expect((await demo())?.purged).toBeDefined();
    expect((await figures()).tally.sums).toEqual(before.tally.sums);
  });
});

describe('schools', () => {
  const csv = 'URN,Name,Enlisted\r\n999060,Fen School,yes\r\n99906,Marsh School,yes\r\n999001,,perhaps\r\n';
  const chooseFile = async (text: string): Promise<void> => {
    const chooser = await screen.findByLabelText<HTMLInputElement>('A CSV file of schools');
    await pane.user.upload(chooser, new File([text], 'ours.csv', { type: 'text/csv' }));
  };

  test('a list is imported after a look at what it changes, with its wrong rows by number', async () => {
    await go('Schools');
    await pane.press('Import a list…');
    await chooseFile(csv);
    await waitFor(async () => expect(document.activeElement).toBe(await heading('What ours.csv would change')));
    await pane.says('1 school new');
    await pane.says('Row 3, URN: “99906”');
    await pane.says('Row 4, Enlisted: “perhaps”');
    await pane.press('Do not import');
    expect(await api().school('999060')).toMatchObject({ ok: false });
    await chooseFile(csv);
    await pane.press('Import the other rows');
    await pane.heard(/^Done: 1 school new\./);
    expect(expectOk(await api().school('999060'))).toMatchObject({ school: { name: 'Fen School', enlisted: true } });
  });

  test('a file that is no list of schools says what to choose instead', async () => {
    await go('Schools');
    await pane.press('Import a list…');
    await chooseFile('Name\r\nFen School\r\n');
    await pane.says('This file cannot be read as a list of schools.');
    await pane.heard(/It has no column with the heading URN/);
  });

  test('a school is found, given a specialism and a mentor, closed, and withdrawn', async () => {
    await go('Schools');
    await pane.write('Find a school', 'fen');
    await waitFor(async () => expect(await rowsOf('Schools')).toHaveLength(1));
    await pane.press(/^Fen School/);
    await heading('Fen School');
    await pane.write('Specialism', 'engineering');
    await pane.press('Save');
    await pane.heard('Specialism and region are saved.');
    await choose('Looked after by', 'M-001');
    await pane.press('Save the mentor');
    await pane.heard('Alex Ash (invented) looks after Fen School now.');
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    await pane.press('Save it as a file');
    await pane.heard('Saved: everything-999060.json.');
    const reader = new FileReader();
    reader.readAsText(saved[0] ?? new Blob());
    await waitFor(() => expect(reader.readyState).toBe(FileReader.DONE));
    expect(JSON.parse(reader.result as string)).toMatchObject({ owner: { id: '999060' } });
    await pane.press('Close this school…');
    await pane.press('Close');
    await pane.press('Withdraw from the programme…');
    await pane.press('Withdraw');
    await pane.says('It does not take part in the programme.');
    expect(expectOk(await api().school('999060')).school).toMatchObject({
      specialism: 'engineering',
      mentor: 'M-001',
      status: 'closed',
      enlisted: false,
    });
    await pane.press('All schools');
    await waitFor(async () => expect((await rowsOf('Schools'))[0]).toContain('closed'));
    await pane.write('Find a school', ' ');
  });

  test('several schools are taken in by their URNs; what is no URN is said before anything is asked', async () => {
    await go('Schools');
    await pane.press('Enlist several…');
    await pane.press('Look at what changes');
    await pane.says('Please write or paste the URNs first.');
    await pane.write('Their URNs', '999060, Fen');
    await pane.press('Look at what changes');
    await pane.says('A URN is six digits: look at “Fen”.');
    await pane.write('Their URNs', '999060');
    await pane.press('Look at what changes');
    await pane.says('1 school changed');
    await pane.press('Import');
    await pane.heard('Done: 1 school changed.');
    expect(expectOk(await api().school('999060')).school.enlisted).toBe(true);
  });

  test('a school that no list has is added by hand', async () => {
    await go('Schools');
    await pane.press('Add a school…');
    await pane.write('URN', '99907');
    await pane.press('Add and enlist');
    await pane.says('A URN is six digits.');
    await pane.write('URN', '999070');
    await pane.write('Name of the school', 'Reed School');
    await pane.press('Add and enlist');
    await heading('Reed School');
    expect(expectOk(await api().school('999070')).school.enlisted).toBe(true);
  });
});

test('the log tells the latest act first, by whom and about what', async () => {
  await go('Log');
  const acts = await rowsOf('Acts');
  expect(acts[0]).toMatch(/^Added a schoolschool 999070 · no mentor · enlisted yes · status openProject team, /);
  expect(acts.length).toBeGreaterThan(10);
  await pane.says(/^Mia Maple · schools 999002$/);
});
