import type { OwnerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { noteInstrument } from '#flows/know-instrument.ts';
import { rememberReturn } from '#flows/known-returns.ts';
import { newXlsx, type XlsxWorkbook } from '#workbook/xlsx/xlsx-workbook.ts';

/** A return in a workbook file, as the product makes it: its sheets, the notes of its round and of its definition. */
export const returnFile = async (of: {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly answers?: Pick<ReturnContent, 'rows'>;
}): Promise<XlsxWorkbook> => {
  const workbook = newXlsx();
  const desk = { workbook, instruments: instrumentShelf(() => undefined) };
  const { instrument, round, owner } = of;
  const plans = planReturn({ ...of, names: freeSheetNames(instrument, []) });
  const done = [
    await workbook.draw(plans.map((plan) => ({ plan }))),
    await noteInstrument(desk, instrument),
    await rememberReturn(desk, { owner: owner.id, ownerName: owner.name, round }),
  ];
  if (done.some(({ ok }) => !ok)) throw new Error(JSON.stringify(done));
  return workbook;
};

/** Its bytes; `caches`: with the results of its formulas. */
export const bytesOf = async (workbook: XlsxWorkbook, caches = true): Promise<Uint8Array> => {
  const bytes = await workbook.toBytes({ caches });
  if (!bytes.ok) throw new Error(bytes.failure.kind);
  return bytes.value;
};
