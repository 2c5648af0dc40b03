/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { fireEvent, screen } from '@testing-library/react/pure';
import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

let endpoint: DemoEndpoint;
let team: PersonAtWork;
let pane: PanePage;
const saved: Blob[] = [];

beforeAll(async () => {
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
  // There is nowhere to go to in this page.
  HTMLAnchorElement.prototype.click = () => undefined;
  endpoint = await startDemoEndpoint();
  team = await atWork(endpoint, demoCodes.projectTeam);
});
beforeEach(async () => {
  pane = openPane(team);
  await pane.press('Open the programme');
  await pane.press('Rounds', 'tab');
  await pane.press(/^Save as a file: Self-review 2008\/09/);
});
afterEach(() => pane.close());
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

/** The bytes of what was saved last, as text with its byte order mark. */
const lastSaved = (): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(saved.at(-1) ?? new Blob());
  });

test('a round is saved as a file that Excel reads rightly, and the log says who took it', async () => {
  await pane.press('Save it as a file');
  await pane.heard(`Saved: ${demoRound}-answers.csv.`);
  const [first = '', second] = (await lastSaved()).split('\r\n');
  expect(first).toMatch(/^\ufeff[^\ufeff,]+,/);
  expect(second).toBeTruthy();
  const { entries } = expectOk(await team.desk.api.programme.acts('PROGRAMME', 0));
  expect(entries.at(-1)).toMatchObject({ act: 'export', about: { table: 'answers' }, by: 'Project team' });
});

test('another table may be chosen, and a day that it is to be told of', async () => {
  await pane.user.click(await screen.findByRole('radio', { name: 'Everybody who is asked, and how far each is' }));
  fireEvent.change(screen.getByLabelText(/^As at/), { target: { value: '2008-09-01' } });
  await pane.press('Save it as a file');
  await pane.heard(`Saved: ${demoRound}-owners-2008-09-01.csv.`);
  expect(await lastSaved()).not.toContain('accepted');
});

test('of a day that is not over nothing is saved, and it is said where the day stands', async () => {
  fireEvent.change(screen.getByLabelText(/^As at/), { target: { value: '2999-01-01' } });
  await pane.says(/^That day is not over yet\. Choose \d+ \w+ \d{4} or an earlier one\.$/);
  const before = saved.length;
  await pane.press('Save it as a file');
  fireEvent.change(screen.getByLabelText(/^As at/), { target: { value: '' } });
  await pane.press('Save it as a file');
  await pane.heard(`Saved: ${demoRound}-answers.csv.`);
  expect(saved.length).toBe(before + 1);
});

test('so are the returns behind each figure', async () => {
  await pane.user.click(await screen.findByRole('radio', { name: /^The returns behind each figure/ }));
  await pane.press('Save it as a file');
  await pane.heard(`Saved: ${demoRound}-behind.csv.`);
  expect(await lastSaved()).toContain('Ormsley Vale');
});

test('what all comes to is saved too', async () => {
  await pane.user.click(await screen.findByRole('radio', { name: 'What all accepted returns come to' }));
  await pane.press('Save it as a file');
  await pane.heard(`Saved: ${demoRound}-totals.csv.`);
  expect(await lastSaved()).toContain('Accepted');
});
