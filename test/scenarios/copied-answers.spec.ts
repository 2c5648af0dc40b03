import { ownerId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { createModel } from '#workbench/engine/univer-model.ts';
import { browserSubmissionMemory } from '../../src/api/browser-submission-memory.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import { checkReturn } from '../../src/flows/check-return.ts';
import { confirmCopied } from '../../src/flows/confirm-copied.ts';
import type { Desk, OpenReturn } from '../../src/flows/desk.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { repairSheet } from '../../src/flows/repair-sheet.ts';
import { unconfirmedRows } from '../../src/flows/unconfirmed-rows.ts';
import { excelWorkbook } from '../../src/workbook/excel/excel-workbook.ts';
import { openExcel, type OpenExcel } from '../kit/excel-client.ts';
import { personAt } from '../kit/person.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from '../server/kit/endpoint.ts';
import { closedRound, codes, instruments, oak, round } from '../server/kit/small-programme.ts';
import { expectOk } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

/** A school opens a new round of what it has filled before. */
describe.each(['web', 'ltsc2021'] as const)('answers copied from last time in profile %s', (profile) => {
  let endpoint: Endpoint;
  let excel: OpenExcel;
  let desk: Desk;
  let open: OpenReturn;
  const model = createModel();
  const last = contentOf({ A1: { stage: '3 Done', note: 'Dug in May' }, A2: { stage: '1 Begun', note: 'Beans' } });

  beforeAll(async () => {
    endpoint = await startEndpoint();
    endpoint.clock.now = '2008-06-01T12:00:00.000Z';
    const [school, team] = [await endpoint.signIn('oak'), await endpoint.signIn('team')];
    await school.submit(closedRound, oak, submission(closedRound, oak, 'k1', 0, last));
    await team.put(paths.acceptance(closedRound, oak), { revision: 1 });
    endpoint.clock.now = '2009-06-01T12:00:00.000Z';
    const base = await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
    excel = await openExcel({ profile, model, globals: false });
    desk = {
      workbook: excelWorkbook({ client: excel.Excel, pause: () => Promise.resolve() }),
      api: httpCollectionApi({ base, fetch, now: () => endpoint.clock.now }),
      memory: browserSubmissionMemory(undefined),
      instruments: instrumentShelf(instruments),
      now: () => endpoint.clock.now,
      newId: () => 'id-1',
      addIn: 'test',
    };
    expectOk(await desk.api.signIn(codes.oak));
    const wanted = expectOk(await desk.api.rounds()).find(({ id }) => id === round);
    if (!wanted) throw new Error('no round');
    open = expectOk(await openReturn(desk, { round: wanted, owner: ownerId(oak), ownerName: 'Oak School' }));
    await model.settled();
  });
  afterAll(async () => {
    await excel.close();
    model.dispose();
    await endpoint.close();
  });

  const check = async () => expectOk(await checkReturn(desk, open));
  const unconfirmed = async () => expectOk(await unconfirmedRows(desk, open, (await check()).content));
  const spot = async (row: string, field: string) => {
    const found = (await check()).spotOf(row, field);
    if (!found) throw new Error('no such cell');
    return found;
  };
  const statuses = async () => {
    await model.settled();
    const at = await spot('A1', '#status');
    return model.cells.read(open.sheets.entry, { ...at, rows: 3, columns: 1 }).map(([cell]) => cell?.value);
  };
  const fill = async (row: string, field: string) =>
    model.looks.shownFill(open.sheets.entry, await spot(row, field))?.toUpperCase();

  test('stand in the new sheet, marked, with a word in the status column', async () => {
    expect((await check()).content.rows).toEqual(last.rows);
    expect(await statuses()).toEqual(['Please confirm', 'Please confirm', 'To do']);
    expect(await unconfirmed()).toEqual(['A1', 'A2']);
    expect([await fill('A1', 'stage'), await fill('A3', 'stage')]).toEqual(['#E3EEF7', '#FFFFFF']);
  });

  test('lose the mark cell by cell when they are changed, and keep it through a repair', async () => {
    personAt(model).type(open.sheets.entry, await spot('A1', 'note'), 'Dug again in April');
    expect(await fill('A1', 'note')).toBe('#FFFFFF');
    expect(expectOk(await repairSheet(desk, open))).toMatchObject({ entry: [], sheets: [] });
    expect(await statuses()).toEqual(['Please confirm', 'Please confirm', 'To do']);
    expect(await fill('A2', 'note')).toBe('#E3EEF7');
  });

  test('are confirmed row by row or all at once, and the record says by whom', async () => {
    expect(expectOk(await confirmCopied(desk, open, await check(), ['A2']))).toBe(1);
    expect(await unconfirmed()).toEqual(['A1']);
    expect(await statuses()).toEqual(['Please confirm', 'Done', 'To do']);
    expect(expectOk(await confirmCopied(desk, open, await check()))).toBe(1);
    expect(await statuses()).toEqual(['Done', 'Done', 'To do']);
    expect(expectOk(await confirmCopied(desk, open, await check()))).toBe(0);
    expect(await unconfirmed()).toEqual([]);
    const confirmed = (await check()).record.filter(({ what }) => what === 'Confirmed');
    expect(confirmed.map(({ who, row }) => [who, row])).toEqual([
      ['Oak School', 'A2'],
      ['Oak School', 'A1'],
    ]);
  });
});
