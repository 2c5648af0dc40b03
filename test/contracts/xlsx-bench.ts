import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import { writeSheets } from '#workbook/xlsx/plain-sheets.ts';
import { openXlsx, type XlsxWorkbook } from '#workbook/xlsx/xlsx-workbook.ts';
import type { SheetId, Spot, Workbook } from '#workbook/workbook.ts';
import type { WorkbookBench } from './workbook-benches.ts';

/**
 * A workbook file, written to bytes and opened again before every reading: what is read is what a file has kept. The
 * ids of its sheets are kept over that, as within one open workbook.
 */
export const openXlsxBench = async (): Promise<WorkbookBench> => {
  let book = await opened(await writeSheets([{ name: 'Sheet1', grid: [] }]));
  /** Ids as the contract knows them, in the order of the sheets; and the file's own. */
  let ids: { readonly id: SheetId; readonly own: SheetId }[] = (await sheetsOf(book)).map(({ id }) => ({
    id,
    own: id,
  }));
  let given = ids.length;

  const throughBytes = async () => {
    const bytes = await book.toBytes({ caches: true });
    if (!bytes.ok) throw new Error(bytes.failure.kind);
    book = await opened(bytes.value);
    const sheets = await sheetsOf(book);
    ids = ids.map(({ id }, at) => ({ id, own: sheets[at]?.id ?? '' }));
  };
  const own = (id: SheetId) => ids.find((one) => one.id === id)?.own ?? 'gone';
  const known = (id: SheetId) => ids.find((one) => one.own === id)?.id ?? '';

  const workbook: Workbook = {
    survey: async () => {
      await throughBytes();
      const answer = await book.survey();
      return answer.ok
        ? { ok: true, value: answer.value.map((sheet) => ({ ...sheet, id: known(sheet.id) })) }
        : answer;
    },
    draw: async (plans) => {
      const answer = await book.draw(
        plans.map(({ plan, at }) => (at === undefined ? { plan } : { plan, at: own(at) })),
      );
      if (!answer.ok) return answer;
      for (const id of answer.value) if (known(id) === '') ids.push({ id: `bench-${(given += 1)}`, own: id });
      return { ok: true, value: answer.value.map(known) };
    },
    mayDrawOver: (sheets) => book.mayDrawOver(sheets.map(own)),
    lost: (plans) => book.lost(plans.map(({ plan, at }) => (at === undefined ? { plan } : { plan, at: own(at) }))),
    read: async (sheet) => {
      await throughBytes();
      return book.read(own(sheet));
    },
    apply: (changes) => book.apply(changes.map((change) => ({ ...change, sheet: own(change.sheet) }))),
    show: (sheet, cell) => book.show(own(sheet), cell),
    selection: () => book.selection(),
    watch: (onHint) => book.watch(onHint),
    note: async (name) => {
      await throughBytes();
      return book.note(name);
    },
    setNote: (name, text) => book.setNote(name, text),
    saved: () => book.saved(),
  };

  /** Another program has changed the list of sheets, while the file was closed. */
  const elsewhere = async (
    change: (tags: string[]) => readonly string[],
    reorder: (all: typeof ids) => typeof ids,
  ) => {
    const bytes = await book.toBytes({ caches: true });
    if (!bytes.ok) throw new Error(bytes.failure.kind);
    const parts = unzipSync(bytes.value);
    const path = 'xl/workbook.xml';
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    const tags = change(xml.match(/<sheet [^>]*>/g) ?? []);
    const changed = xml.replace(/<sheets>.*<\/sheets>/s, `<sheets>${tags.join('')}</sheets>`);
    book = await opened(zipSync({ ...parts, [path]: strToU8(changed) }));
    const sheets = await sheetsOf(book);
    ids = reorder(ids).map(({ id }, at) => ({ id, own: sheets[at]?.id ?? '' }));
  };
  const placeOf = (id: SheetId) => ids.findIndex((one) => one.id === id);
  const same = <T>(all: T) => all;
  const toFront = <T>(all: readonly T[], place: number): T[] => [
    ...all.slice(place, place + 1),
    ...all.filter((_, at) => at !== place),
  ];

  return {
    workbook,
    person: {
      types: async (sheet, at, what) => {
        if ('formula' in what) throw new Error('nobody types a formula into a file');
        const changes = what.flatMap((line, row) =>
          line.map((value: Cell, column) => ({
            sheet,
            cell: { row: at.row + row, column: at.column + column },
            value,
          })),
        );
        await workbook.apply(changes);
      },
      renames: (sheet, name) =>
        elsewhere(
          (tags) =>
            tags.map((tag, at) => (at === placeOf(sheet) ? tag.replace(/name="[^"]*"/, `name="${name}"`) : tag)),
          same,
        ),
      movesToFront: (sheet) => {
        const place = placeOf(sheet);
        return elsewhere(
          (tags) => toFront(tags, place),
          (all) => toFront(all, place),
        );
      },
      hides: (sheet) =>
        elsewhere(
          (tags) =>
            tags.map((tag, at) =>
              at === placeOf(sheet) ? tag.replace('<sheet ', '<sheet state="veryHidden" ') : tag,
            ),
          same,
        ),
      deletes: (sheet) => {
        const place = placeOf(sheet);
        return elsewhere(
          (tags) => tags.filter((_, at) => at !== place),
          (all) => all.filter((_, at) => at !== place),
        );
      },
      protects: () => Promise.resolve(),
      sees: async (sheet, at) => ({ fill: undefined, list: await listAt(book, placeOf(sheet), at) }),
    },
    close: () => Promise.resolve(),
  };
};

const opened = async (bytes: Uint8Array): Promise<XlsxWorkbook> => {
  const answer = await openXlsx(bytes);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
};

const sheetsOf = async (book: XlsxWorkbook) => {
  const answer = await book.survey();
  return answer.ok ? answer.value : [];
};

/** The list that a cell offers, as a program reads it that did not write the file. */
const listAt = async (book: XlsxWorkbook, sheet: number, at: Spot): Promise<string | undefined> => {
  const bytes = await book.toBytes({ caches: true });
  if (!bytes.ok) throw new Error(bytes.failure.kind);
  const { sheets } = await readXlsx(bytes.value);
  return sheets[sheet]?.dataValidations?.find(({ range }) => holds(range, at))?.formula1;
};

const holds = (range: string, { row, column }: Spot): boolean => {
  const [first = '', last = first] = range.split(':');
  const [top, left] = [Number(first.slice(1)) - 1, first.charCodeAt(0) - 65];
  const [bottom, right] = [Number(last.slice(1)) - 1, last.charCodeAt(0) - 65];
  return row >= top && row <= bottom && column >= left && column <= right;
};
