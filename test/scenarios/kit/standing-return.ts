import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { OwnerId } from '#core/ids.ts';
import type { Round } from '#core/returns/round.ts';
import { planReturn, type PlannedReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { createModel } from '#workbench/engine/univer-model.ts';
import { browserSubmissionMemory } from '../../../src/api/browser-submission-memory.ts';
import { httpCollectionApi } from '../../../src/api/http-collection-api.ts';
import { checkReturn } from '../../../src/flows/check-return.ts';
import type { Desk, OpenReturn } from '../../../src/flows/desk.ts';
import { findReturns } from '../../../src/flows/find-returns.ts';
import { instrumentShelf } from '../../../src/flows/instrument-shelf.ts';
import { rememberReturn } from '../../../src/flows/known-returns.ts';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook.ts';
import { openExcel, type OpenExcelOptions } from '../../kit/excel-client.ts';
import { personAt } from '../../kit/person.ts';
import { expectOk } from './person-at-work.ts';

/** A return that stands in somebody's Excel, of any instrument, with the endpoint out of reach. */
export const standingReturn = async (
  of: {
    readonly instrument: Instrument;
    readonly round: Round;
    readonly owner: { readonly id: OwnerId; readonly name: string };
  } & Pick<PlannedReturn, 'answers' | 'copied' | 'questions'>,
  options: Pick<OpenExcelOptions, 'profile'> = {},
) => {
  const model = createModel();
  const excel = await openExcel({ ...options, model, globals: false });
  const desk: Desk = {
    workbook: excelWorkbook({ client: excel.Excel, pause: () => Promise.resolve() }),
    api: httpCollectionApi({ base: 'http://127.0.0.1:1', fetch, now: () => '2009-03-01T10:00:00.000Z' }),
    memory: browserSubmissionMemory(undefined),
    instruments: instrumentShelf((reference) =>
      reference === instrumentRef(of.instrument) ? of.instrument : undefined,
    ),
    now: () => '2009-03-01T10:00:00.000Z',
    newId: () => 'id-1',
    addIn: 'test',
  };
  expectOk(await rememberReturn(desk, { owner: of.owner.id, ownerName: of.owner.name, round: of.round }));
  const plans = planReturn({ ...of, names: freeSheetNames(of.instrument, []) });
  expectOk(await desk.workbook.draw(plans.map((plan) => ({ plan }))));
  const reopened = async (): Promise<OpenReturn> => {
    const [open] = expectOk(await findReturns(desk)).open;
    if (!open) throw new Error('the return is not found');
    return open;
  };
  const open = await reopened();
  const check = async () => expectOk(await checkReturn(desk, open));
  const spot = async (row: string, field: string) => {
    const found = (await check()).spotOf(row, field);
    if (!found) throw new Error(`no cell for ${row} ${field}`);
    return found;
  };
  await model.settled();
  return {
    ...{ excel, model, desk, open, reopened, check, spot },
    person: personAt(model),
    /** What a cell shows. */
    text: async (row: string, field: string): Promise<string> => {
      const { row: line, column } = await spot(row, field);
      await model.settled();
      return model.cells.read(open.sheets.entry, { row: line, column, rows: 1, columns: 1 })[0]?.[0]?.text ?? '';
    },
    fill: async (row: string, field: string): Promise<string | undefined> => {
      const at = await spot(row, field);
      await model.settled();
      return model.looks.shownFill(open.sheets.entry, at)?.toUpperCase();
    },
    /** The list behind the drop-down of a cell. */
    dropDown: async (row: string, field: string): Promise<string | undefined> => {
      const at = await spot(row, field);
      const [found] = model.looks.validations(open.sheets.entry, { ...at, rows: 1, columns: 1 });
      return found?.validation.formula1;
    },
    close: async (): Promise<void> => {
      await excel.close();
      model.dispose();
    },
  };
};

export type StandingReturn = Awaited<ReturnType<typeof standingReturn>>;
