import type { Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { isTooLong } from '../cell-content.ts';
import type { CellChange, NoteName, PlacedPlan, SheetId, Workbook, WorkbookFailure } from '../workbook.ts';
import { drawContent, put, valuesIn, valuesOf, type BookSheet } from './book-sheet.ts';
import { partsOf, type PackedParts } from './guard.ts';
import { isNotePart, notesIn } from './note-parts.ts';
import { readParts, readSheet } from './read-parts.ts';
import type { XlsxRefusal } from './refusal.ts';
import { cornerRows } from './sheet-parts.ts';
import type { Unpacker } from './unpacker.ts';
import { writeBook } from './write-book.ts';

/** A workbook file in memory. Nobody stands in it: there is no selection, and nothing happens by itself. */
export interface XlsxWorkbook extends Workbook {
  /**
   * The file, written anew. Sheets that were drawn here stand in it with all that their plans say; of a sheet that was
   * only read its values are kept, without looks, formulas and charts: never write it over the file that it was read
   * from. `caches`: whether formulas carry the results that their plans gave, for what shows files without
   * calculating. Fails when a sheet that was not read to its end turns out to be damaged.
   */
  toBytes(options: { readonly caches: boolean }): Promise<Result<Uint8Array, WorkbookFailure>>;
}

/** A workbook without sheets yet: it takes one to write it. */
export const newXlsx = (): XlsxWorkbook => xlsxWorkbook([], new Map(), undefined);

/**
 * Opens a file, which may be a stranger's: it is looked at before anything of it is parsed. Of long sheets only the top
 * rows are read until somebody asks for more, so that damage further down is told only then.
 */
export const openXlsx = async (
  bytes: Uint8Array,
  unpacker?: Unpacker,
): Promise<Result<XlsxWorkbook, XlsxRefusal>> => {
  const parts = partsOf(bytes, unpacker);
  if (!parts.ok) return parts;
  const noted = parts.value.read(isNotePart);
  if (!noted.ok) return noted;
  const read = await readParts(parts.value, 'in-short');
  if (!read.ok) return read;
  const sheets = read.value.sheets.map(({ name, visible, grid, whole }, at): OpenSheet => ({
    id: `sheet-${at + 1}`,
    name,
    visible,
    content: [],
    asRead: grid,
    ...(whole ? {} : { inShort: at }),
  }));
  return ok(xlsxWorkbook(sheets, new Map(notesIn(noted.value, read.value.properties)), parts.value));
};

interface OpenSheet extends BookSheet {
  /** The values as they were read; in place of the content as long as nothing was written. */
  asRead?: Grid;
  /** Its place in the file, as long as only its top rows were read. */
  inShort?: number;
}

/** Large sheets are read far more often than written to: they are not copied before that. */
const openForWriting = (sheet: OpenSheet): void => {
  if (!sheet.asRead) return;
  sheet.content = sheet.asRead.map((row) => [...row]);
  delete sheet.asRead;
};

const gridOf = ({ asRead, content }: OpenSheet): Grid => asRead ?? valuesOf(content);

const corner = { row: 0, column: 0, rows: cornerRows, columns: 16 };

const xlsxWorkbook = (
  opened: readonly OpenSheet[],
  notes: Map<NoteName, string>,
  parts: PackedParts | undefined,
): XlsxWorkbook => {
  const sheets = [...opened];
  let front: OpenSheet | undefined;
  let saved = true;
  let given = opened.length;
  const sheetOf = (id: SheetId) => sheets.find((sheet) => sheet.id === id);

  /** Reads the rest of a sheet of which only the top rows were read. */
  const readWhole = async (sheet: OpenSheet): Promise<Result<void, WorkbookFailure>> => {
    if (sheet.inShort === undefined || !parts) return ok(undefined);
    const read = await readSheet(parts, sheet.inShort);
    if (!read.ok) return failed({ kind: 'unexpected', code: 'SheetDamaged' });
    sheet.asRead = read.value;
    delete sheet.inShort;
    return ok(undefined);
  };

  const readAll = async (ids: readonly SheetId[]): Promise<Result<readonly OpenSheet[], WorkbookFailure>> => {
    const found: OpenSheet[] = [];
    for (const id of ids) {
      const sheet = sheetOf(id);
      if (!sheet) return failed({ kind: 'gone' });
      const read = await readWhole(sheet);
      if (!read.ok) return read;
      found.push(sheet);
    }
    return ok(found);
  };

  const draw = async (plans: readonly PlacedPlan[]): Promise<Result<readonly SheetId[], WorkbookFailure>> => {
    const cells = plans.flatMap(({ plan }) => plan.blocks.flatMap(({ content }) => content.flat()));
    if (cells.some(isTooLong)) return failed({ kind: 'too-large' });
    const standing = await readAll(plans.flatMap(({ at }) => at ?? []));
    if (!standing.ok) return standing;
    const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
    for (const { plan, at } of plans) {
      if (at !== undefined) continue;
      // As in Excel: the maker of the plan chooses free names, because its formulas name the sheets.
      if (taken.has(plan.name.toLowerCase())) return failed({ kind: 'unexpected', code: 'ItemAlreadyExists' });
      taken.add(plan.name.toLowerCase());
    }
    saved = false;
    const drawn = plans.map(({ plan, at }) => {
      const sheet = (at === undefined ? undefined : sheetOf(at)) ?? {
        id: `sheet-${(given += 1)}`,
        name: plan.name,
        visible: true,
        content: [],
      };
      if (at === undefined) sheets.push(sheet);
      openForWriting(sheet);
      drawContent(sheet, plan, at !== undefined);
      return sheet;
    });
    const others = sheets.some((sheet) => sheet.visible && !drawn.includes(sheet));
    const staysInView = others || plans.some(({ plan }) => plan.visibility === 'visible');
    for (const sheet of drawn) {
      if (sheet.plan?.visibility === 'visible') sheet.visible = true;
      else if (staysInView) sheet.visible = false;
    }
    return ok(drawn.map(({ id }) => id));
  };

  const apply = async (changes: readonly CellChange[]): Promise<Result<void, WorkbookFailure>> => {
    if (changes.some(({ value }) => isTooLong(value))) return failed({ kind: 'too-large' });
    const found = await readAll([...new Set(changes.map(({ sheet }) => sheet))]);
    if (!found.ok) return found;
    if (changes.length > 0) saved = false;
    for (const { sheet: id, cell, value } of changes) {
      const sheet = sheetOf(id);
      if (!sheet) continue;
      openForWriting(sheet);
      put(sheet.content, cell, value);
    }
    return ok(undefined);
  };

  return {
    survey: () =>
      Promise.resolve(
        ok(
          sheets.map((sheet) => ({
            id: sheet.id,
            name: sheet.name,
            visible: sheet.visible,
            corner: valuesIn(gridOf(sheet), corner),
          })),
        ),
      ),
    draw,
    // A file is written anew as a whole: rows that a filter hides are rows like any other.
    mayDrawOver: () => Promise.resolve(ok(undefined)),
    // What was drawn here stands as drawn; what the looks of a file were is not known.
    lost: (plans) =>
      Promise.resolve(plans.every(({ at }) => at === undefined || sheetOf(at)) ? ok([]) : failed({ kind: 'gone' })),
    read: async (id) => {
      const found = await readAll([id]);
      if (!found.ok) return found;
      const [sheet] = found.value;
      return ok(sheet ? gridOf(sheet) : []);
    },
    apply,
    show: (id) => {
      const sheet = sheetOf(id);
      if (!sheet) return Promise.resolve(failed({ kind: 'gone' }));
      sheet.visible = true;
      front = sheet;
      return Promise.resolve(ok(undefined));
    },
    selection: () => Promise.resolve(ok(undefined)),
    watch: () => Promise.resolve(ok(() => Promise.resolve())),
    note: (name) => Promise.resolve(ok(notes.get(name))),
    setNote: (name, text) => {
      saved = false;
      if (text === undefined) notes.delete(name);
      else notes.set(name, text);
      return Promise.resolve(ok(undefined));
    },
    saved: () => Promise.resolve(ok(saved ? 'saved' : 'unsaved')),
    toBytes: async ({ caches }) => {
      const all = await readAll(sheets.map(({ id }) => id));
      if (!all.ok) return all;
      all.value.forEach(openForWriting);
      const bytes = await writeBook({ sheets, notes, front }, caches);
      saved = true;
      return ok(bytes);
    },
  };
};
