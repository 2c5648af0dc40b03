/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { submitReturn } from '#flows/submit-return.ts';
import { codes, school, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

const loaded = loadInstrument({
  id: 'orchard-visits',
  version: 1,
  title: 'Orchard visits',
  sheetTitle: 'Visits',
  purpose: 'Which orchards were seen.',
  owner: 'mentor',
  traits: [],
  rows: { kind: 'open', noun: { one: 'visit', many: 'visits' }, expected: 10 },
  fields: [
    { id: 'where', label: 'School', help: 'Where you were.', kind: 'school', width: 30 },
    { id: 'seen', label: 'Seen', help: 'What you saw.', kind: 'text', width: 30 },
  ],
  rules: [
    {
      id: 'where-unknown',
      field: 'where',
      severity: 'error',
      kind: 'one-of',
      message: 'Choose one of your schools.',
    },
  ],
  measures: [],
} satisfies Instrument);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
const visits = loaded.value;

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let mentor: PersonAtWork;
let pane: PanePage;
beforeAll(async () => {
  endpoint = await startEndpointWith([visits]);
  mentor = await atWork(endpoint, codes.mentor);
  pane = openPane(mentor);
});
afterAll(async () => {
  pane.close();
  await mentor.close();
  await endpoint.close();
});

describe('a mentor fills a return of her own', () => {
  test('it stands beside her schools’ returns, and is opened, filled and submitted like any other', async () => {
    await pane.role('heading', 'Your own returns');
    await pane.press(/^Add to this workbook: Orchard visits/);
    await pane.says('Nothing answered yet');
    const open = await mentor.open();
    await mentor.type(open, '1', { where: 'Elsewhere School', seen: 'Nothing' });
    await pane.says('1 to fix');
    await pane.says('Choose one of your schools.');
    await mentor.type(open, '1', { where: `${school.name} (${school.owner})` });
    await pane.says('Nothing to fix');
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 1.');
  });

  test('a table that she pastes is read with her schools', async () => {
    await pane.press('Fill in', 'tab');
    await pane.user.click(await pane.says(/^Paste visits from a form/));
    const file = new File([`School,Seen\n${school.owner},Plums\nNo School,Figs\n`], 'visits.csv', {
      type: 'text/csv',
    });
    await pane.user.upload(await pane.typed(/^A CSV file/), file);
    await pane.says('2 answers, 1 not understood, such as “No School”.');
    await pane.press('Cancel');
  });

  test('the server knows her schools too: an answer of another one is refused there as well', async () => {
    const { circumstances: _, ...unaware } = await mentor.open();
    await mentor.type(unaware, '2', { where: 'Elsewhere School' });
    expect((await mentor.check(unaware)).errors).toEqual([]);
    const refused = await submitReturn(mentor.desk, unaware);
    expect(refused).toMatchObject({
      ok: false,
      failure: { failure: { problem: { code: 'issues', issues: [{ row: '2', field: 'where' }] } } },
    });
    expect(expectOk(await mentor.desk.api.returns())).toMatchObject([{ revision: 1 }]);
  });
});
