/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { submitReturn } from '#flows/submit-return.ts';
import { codes, programme, roundFor, school, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

const loaded = loadInstrument({
  id: 'orchard-fairs',
  version: 1,
  title: 'Orchard fairs',
  sheetTitle: 'Fairs',
  purpose: 'Which fairs the programme held, and at which school.',
  owner: 'programme',
  traits: [],
  rows: { kind: 'open', noun: { one: 'fair', many: 'fairs' }, expected: 10 },
  fields: [
    { id: 'where', label: 'School', help: 'Where it was held.', kind: 'school', width: 30 },
    { id: 'guests', label: 'Guests', help: 'How many came.', kind: 'integer', width: 10 },
  ],
  rules: [
    { id: 'where-unknown', field: 'where', severity: 'error', kind: 'one-of', message: 'Choose one of the schools.' },
  ],
  measures: [{ kind: 'count', id: 'fairs', title: 'Fairs' }],
} satisfies Instrument);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
const fairs = loaded.value;

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let team: PersonAtWork;
let pane: PanePage;
beforeAll(async () => {
  endpoint = await startEndpointWith([fairs]);
  team = await atWork(endpoint, codes.team);
  pane = openPane(team);
});
afterAll(async () => {
  pane.close();
  await team.close();
  await endpoint.close();
});

describe('the project team fills a return of the programme', () => {
  test('it stands below the rounds, offers every school, and is filled and submitted like any other', async () => {
    await pane.role('heading', 'The programme’s own returns');
    await pane.press(/^Add to this workbook: Orchard fairs/);
    await pane.says('Nothing answered yet');
    const open = await team.open();
    await team.type(open, '1', { where: 'Elsewhere School', guests: '40' });
    await pane.says('Choose one of the schools.');
    await team.type(open, '1', { where: `${school.name} (${school.owner})` });
    await pane.says('Nothing to fix');
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 1.');
  });

  test('nobody else could accept it, so the project team does, and it counts', async () => {
    await pane.press('Accept revision 1…');
    await pane.role('group', `Accept revision 1 of ${programme.name}?`);
    await pane.press('Accept');
    await pane.says(`Revision 1 of ${programme.name} is accepted.`);
    await pane.press('All rounds');
    await pane.press('Consolidate: Orchard fairs 2008/09');
    await pane.says(/^It holds 1 accepted of 1 returned of 1 enlisted\./);
  });

  test('the server knows the schools too: an answer that is none is refused there as well', async () => {
    const { circumstances: _, ...unaware } = await team.open();
    await team.type(unaware, '2', { where: 'Elsewhere School' });
    expect(await submitReturn(team.desk, unaware)).toMatchObject({
      ok: false,
      failure: { failure: { problem: { code: 'issues', issues: [{ row: '2', field: 'where' }] } } },
    });
  });

  test.each(['school', 'mentor'] as const)('a %s neither sees nor submits nor accepts it', async (who) => {
    const other = await atWork(endpoint, codes[who]);
    const { api } = other.desk;
    const { id } = roundFor(fairs);
    const refused = { ok: false, failure: { problem: { code: 'not-yours' } } };
    expect(expectOk(await api.returns())).toEqual([]);
    expect(await api.return(id, programme.owner)).toMatchObject(refused);
    expect(await api.accept(id, programme.owner, 1)).toMatchObject(refused);
    await other.close();
  });
});
