/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { fixedRows, instrumentRef, type FixedRows, type Instrument } from '#core/instrument/instrument.ts';
import { findReturns } from '#flows/find-returns.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** The roses are gone, the herb bed has a new key. */
const gardens2: Instrument = {
  ...gardens,
  version: 2,
  rows: {
    ...(gardens.rows as FixedRows),
    items: fixedRows(gardens)
      .filter(({ key }) => key !== 'S1')
      .map((row) => (row.key === 'N1' ? { ...row, key: 'N9' } : row)),
  },
  measures: [],
  predecessor: { version: 1, rows: { N1: 'N9', S1: null } },
};

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
let pane: PanePage;

beforeAll(async () => {
  const round = roundFor(gardens);
  const before = await startEndpointWith([gardens, gardens2], [round]);
  const earlier = await atWork(before, codes.school);
  const old = await earlier.open();
  await earlier.type(old, 'N1', { state: '1 Bare' });
  await earlier.type(old, 'S1', { state: '2 Growing', seen: 'All red' });
  const workbook = earlier.model.snapshot();
  await earlier.close();
  await before.close();
  endpoint = await startEndpointWith([gardens, gardens2], [{ ...round, instrument: instrumentRef(gardens2) }]);
  school = await atWork(endpoint, codes.school, { workbook });
  pane = openPane(school);
  await pane.press(/^Continue/);
});
afterAll(async () => {
  pane.close();
  await school.close();
  await endpoint.close();
});

describe('sheets that are older than their round', () => {
  test('say so when the return is opened, and nothing moves before the button is pressed', async () => {
    await pane.says('The round asks a newer version of these sheets.');
    const [open] = expectOk(await findReturns(school.desk)).open;
    expect(open?.instrument).toEqual(gardens);
  });

  test('move their answers on a press; what has no place is listed with its value', async () => {
    await pane.press('Upgrade');
    await pane.says('1 answer moved to the new sheets.');
    await pane.says(/^S1 · State: 2 Growing$/);
    await pane.says(/^S1 · Seen: All red$/);
    await pane.gone('The round asks a newer version of these sheets.');
    const [open] = expectOk(await findReturns(school.desk)).open;
    expect(open?.instrument).toEqual(gardens2);
    expect(open && (await school.check(open)).content.rows).toEqual([{ key: 'N9', values: { state: '1 Bare' } }]);
  });

  test('are followed by a return that is filled in and submitted as the newer version', async () => {
    await pane.says('Nothing to fix');
    await pane.press('Submit', 'tab');
    await pane.press('Submit');
    await pane.says('Submitted: revision 1.');
  });
});
