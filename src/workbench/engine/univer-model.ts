import {
  generateRandomId,
  IResourceLoaderService,
  LocaleType,
  type IWorkbookData,
  type Univer,
} from '@univerjs/core';
import { openBook, type Book } from './book.ts';
import { startCalculation } from './calculation.ts';
import { followRenames } from './follow-renames.ts';
import { followRows } from './follow-rows.ts';
import type { Model, ModelSnapshot } from './model.ts';
import { watchPerson } from './person-edits.ts';
import { univerCells } from './univer-cells.ts';
import { univerLooks } from './univer-looks.ts';
import { univerSheets } from './univer-sheets.ts';
import { headlessUniver } from './univer-app.ts';

/** A model on Univer; `book` is for the visible grid and for tests that act as a person. */
export interface UniverModel extends Model {
  readonly book: Book;
}

export interface ModelOptions {
  /** An engine that holds no workbook yet; one without a screen is made when none is given. */
  readonly univer?: Univer;
  /** True where the engine's screen part runs too. */
  readonly onScreen?: boolean;
}

/** A new workbook with one empty sheet, `Sheet1`, as Excel starts. */
export function createModel(options: ModelOptions = {}): UniverModel {
  const id = generateRandomId(8);
  const sheet = { id, name: 'Sheet1', rowCount: 1000, columnCount: 60, defaultRowHeight: 20, defaultColumnWidth: 64 };
  return model({ sheetOrder: [id], sheets: { [id]: sheet } }, {}, options);
}

/** The workbook that a snapshot holds. Its formulas are calculated anew: await `settled()` before reading results. */
export function openModel(snapshot: ModelSnapshot, options: ModelOptions = {}): UniverModel {
  const { workbook, attachments } = structuredClone(snapshot) as {
    workbook: Partial<IWorkbookData>;
    attachments: Record<string, unknown>;
  };
  return model(workbook, attachments, options);
}

function model(
  data: Partial<IWorkbookData>,
  attachments: Record<string, unknown>,
  { univer = headlessUniver(), onScreen = false }: ModelOptions,
): UniverModel {
  // Each model has an id of its own: the engine keeps some caches for the whole process.
  const id = generateRandomId(12);
  const book = openBook(univer, { ...data, id, name: 'Workbook', locale: LocaleType.EN_US });
  const calculation = startCalculation(book);
  const person = watchPerson(book);
  const following = [followRenames(book), followRows(book, onScreen)];
  calculation.recalculateAll();
  return {
    book,
    sheets: univerSheets(book),
    cells: univerCells(book),
    looks: univerLooks(book),
    attachments,
    settled: () => calculation.settled(),
    onPersonEdit: (listener) => person.listen(listener),
    snapshot() {
      const workbook = book.injector.get(IResourceLoaderService).saveUnit(id);
      // The engine hands out a copy of its own; a second one of a large table takes longer than all else in keeping it.
      return { workbook, attachments: structuredClone(attachments) } as unknown as ModelSnapshot;
    },
    dispose() {
      person.dispose();
      calculation.dispose();
      for (const one of following) one.dispose();
      univer.dispose();
    },
  };
}
