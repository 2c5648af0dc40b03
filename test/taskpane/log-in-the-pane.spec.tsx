/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { screen, waitFor } from '@testing-library/react/pure';
import { hashForNote, type Checkpoint } from '#core/audit/checkpoint.ts';
import { demoCodes } from '#definitions/demo-programme.ts';
import { openLibsql } from '../../src/server/store/libsql.ts';
import { openStore } from '../../src/server/store/store.ts';
import { startDemoEndpoint, type DemoEndpoint } from '../scenarios/kit/demo-endpoint.ts';
import { atWork, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** Somebody without a command line sees whether the log of acts is whole, over the real endpoint. */
let endpoint: DemoEndpoint;
let team: PersonAtWork;
let pane: PanePage;

const checkpoint = async (): Promise<Checkpoint> => {
  const opened = await openStore({ place: { file: endpoint.file }, mode: 'demo', now: endpoint.clock.now() });
  if (!opened.ok) throw new Error('not opened');
  const made = await opened.value.write(({ checkpoints }) => checkpoints.make('2009-06-03T13:05:00.000Z'));
  await opened.value.close();
  return made;
};
/** Changes the first act of some log in the data file itself; answers whose log it is. */
const changeBehindItsBack = (): string => {
  const db = openLibsql(endpoint.file);
  const [first] = db.prepare('select min(log) as log from audit').all([]) as { log: string }[];
  db.exec(`update audit set act = 'changed' where number = 1 and log = '${first!.log}'`);
  db.close();
  return first!.log;
};
const check = async (): Promise<void> => {
  pane = openPane(team);
  await pane.press('Open the programme');
  await pane.press('Log', 'tab');
  await pane.press('Check that the log is whole');
};

beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  team = await atWork(endpoint, demoCodes.projectTeam);
});
afterEach(() => pane.close());
afterAll(async () => {
  await team.close();
  await endpoint.close();
});

test('a log without a checkpoint says so', async () => {
  await check();
  await pane.says('The log of acts holds together.');
  await pane.says('There is no checkpoint yet. One is made every hour.');
});

test('a whole log tells what was gone through and the last checkpoint; one that was kept is found in it', async () => {
  const made = await checkpoint();
  await check();
  await pane.heard(/^The log of acts holds together\. .* acts in .* logs and 1 checkpoint were gone through\./);
  await pane.says('Checkpoint 1 of 3 June 2009 at 14:05, the last one:');
  await pane.says(hashForNote(made.hash));
  await pane.press('Copy the checkpoint');
  await pane.heard('The checkpoint is copied.');
  const copied = await navigator.clipboard.readText();
  expect(copied).toBe(`Checkpoint 1 of 3 June 2009 at 14:05: ${hashForNote(made.hash)}`);
  await pane.write('A checkpoint that you kept', copied);
  await pane.press('Look for it in the log');
  await pane.heard('Checkpoint 1 of 3 June 2009 at 14:05 is in the log: nothing from before it was changed since.');
});

test('what is no checkpoint is told, and one that the log does not have', async () => {
  await check();
  await pane.write('A checkpoint that you kept', 'ab12');
  await pane.press('Look for it in the log');
  await pane.says(/64 characters, digits and the letters a to f/);
  await pane.write('A checkpoint that you kept', '0'.repeat(64));
  await pane.press('Look for it in the log');
  await pane.heard(/^No checkpoint of this log has that hash\./);
  await waitFor(() => expect(screen.queryByText(/64 characters, digits and the letters a to f/)).toBeNull());
});

test('a log that was changed behind the server’s back tells where, and what to do', async () => {
  const { hash } = await checkpoint();
  const log = changeBehindItsBack();
  await check();
  await pane.heard(/^The log of acts does NOT hold together\..*Keep the database as it is/);
  await pane.says(`Log ${log}, act 1: this act was changed after it was written down.`);
  await pane.write('A checkpoint that you kept', hash);
  await pane.press('Look for it in the log');
  await pane.heard(/is in the log, but the log does not hold together\.$/);
});
