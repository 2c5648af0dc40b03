import type { Cell } from '#core/cell.ts';
import { ownerId } from '#core/ids.ts';
import { demoRound } from '#definitions/demo-programme.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import type { Model, ModelSnapshot } from '#workbench/engine/model.ts';
import { openModel, createModel } from '#workbench/engine/univer-model.ts';
import { browserSubmissionMemory } from '../../../src/api/browser-submission-memory.ts';
import { httpCollectionApi } from '../../../src/api/http-collection-api.ts';
import { checkReturn, type CheckedReturn } from '../../../src/flows/check-return.ts';
import type { Desk, OpenReturn } from '../../../src/flows/desk.ts';
import type { FlowResult } from '../../../src/flows/flow-result.ts';
import { instrumentShelf } from '../../../src/flows/instrument-shelf.ts';
import { openReturn } from '../../../src/flows/open-return.ts';
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook.ts';
import { openExcel, type OpenExcelOptions } from '../../kit/excel-client.ts';
import { personAt } from '../../kit/person.ts';
import type { DemoEndpoint } from './demo-endpoint.ts';

let made = 0;

/** Somebody at an Excel of her own, with the add-in's flows over Microsoft's client, signed in to the endpoint. */
export const atWork = async (
  endpoint: Pick<DemoEndpoint, 'base' | 'clock'>,
  code: string,
  options: Pick<OpenExcelOptions, 'profile' | 'dropEvents'> & { readonly workbook?: ModelSnapshot } = {},
) => {
  const { workbook: snapshot, ...how } = options;
  const model = snapshot ? openModel(snapshot) : createModel();
  const excel = await openExcel({ ...how, model, globals: false });
  const desk: Desk = {
    workbook: excelWorkbook({ client: excel.Excel, pause: () => Promise.resolve() }),
    api: httpCollectionApi({ base: endpoint.base, fetch, now: () => endpoint.clock.now() }),
    memory: browserSubmissionMemory(undefined),
    instruments: instrumentShelf(instrumentByRef),
    now: () => endpoint.clock.now(),
    newId: () => `id-${process.pid}-${(made += 1)}`,
    addIn: 'test',
  };
  const signIn = async () => expectOk(await desk.api.signIn(code));
  await signIn();
  const person = personAt(model);
  const check = async (open: OpenReturn): Promise<CheckedReturn> => expectOk(await checkReturn(desk, open));
  return {
    excel,
    model,
    desk,
    person,
    signIn,
    check,
    /** Opens the demo's round of self-reviews for an owner; in another programme the first round that is open. */
    open: async (owner = String(desk.api.person()?.owner)): Promise<OpenReturn> => {
      const rounds = expectOk(await desk.api.rounds());
      const round = rounds.find(({ id }) => id === demoRound) ?? rounds.find((candidate) => candidate.open);
      const line = expectOk(await desk.api.returns()).find(
        (candidate) => candidate.owner === owner && candidate.round === round?.id,
      );
      if (!line || !round) throw new Error('nothing to open');
      return expectOk(await openReturn(desk, { round, owner: ownerId(owner), ownerName: line.ownerName }));
    },
    /** Types into the answer cells of a return, by row key and field id, and waits until all is calculated. */
    type: async (open: OpenReturn, row: string, texts: Readonly<Record<string, string>>): Promise<void> => {
      const checked = await check(open);
      for (const [field, text] of Object.entries(texts)) {
        const spot = checked.spotOf(row, field);
        if (!spot) throw new Error(`no cell for ${row} ${field}`);
        person.type(open.sheets.entry, spot, text);
      }
      await model.settled();
    },
    cell: async (open: OpenReturn, row: string, field: string): Promise<Cell> => {
      const spot = (await check(open)).spotOf(row, field);
      return spot ? cellAt(model, open.sheets.entry, spot) : null;
    },
    fill: async (open: OpenReturn, row: string, field: string): Promise<string | undefined> => {
      const spot = (await check(open)).spotOf(row, field);
      return spot && model.looks.shownFill(open.sheets.entry, spot);
    },
    close: async (): Promise<void> => {
      await excel.close();
      model.dispose();
    },
  };
};

export type PersonAtWork = Awaited<ReturnType<typeof atWork>>;

export const cellAt = (model: Model, sheet: string, { row, column }: { row: number; column: number }): Cell =>
  model.cells.read(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0]?.value ?? null;

/** All values of a sheet as text lines, to look for something in it. */
export const wordsOn = (model: Model, sheet: string): string[] => {
  const used = model.cells.used(sheet, true);
  return used ? model.cells.read(sheet, used).map((line) => line.map(({ text }) => text).join(' | ')) : [];
};

/** The value of a result that must have worked out; the failure is shown otherwise. */
export const expectOk = <T>(result: FlowResult<T> | { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value as T;
};
