import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { planReturn, type PlannedReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { checkReturn } from '#flows/check-return.ts';
import type { ReadingDesk } from '#flows/desk.ts';
import { findReturns } from '#flows/find-returns.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { openXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { recalculateAll, valuesOf } from '../../kit/libreoffice.ts';
import { orchard, orchardAnswers, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';
import { bytesOf, returnFile } from '../../kit/return-file.ts';

const cases: readonly { readonly name: string; readonly of: Omit<PlannedReturn, 'names'> }[] = [
  {
    name: 'a return with rows of its own',
    of: {
      instrument: gardens,
      round: gardenRound,
      owner: gardenOwner,
      answers: {
        rows: [
          { key: 'N1', values: { state: 'grows*', seen: '_x0041_ =1 "a" & b', sure: 'y' } },
          { key: 'N2', values: { state: 'No water', sure: 'perhaps' } },
          { key: 'S1', values: { state: 3, work: 'prune' } },
        ],
      },
    },
  },
  {
    name: 'a return with as many rows as it takes',
    of: { instrument: orchard, round: orchardRound, owner: orchardOwner },
  },
  {
    name: 'the same with answers of every kind',
    of: { instrument: orchard, round: orchardRound, owner: orchardOwner, answers: orchardAnswers },
  },
];

const plansOf = (of: Omit<PlannedReturn, 'names'>): readonly SheetPlan[] =>
  planReturn({ ...of, names: freeSheetNames(of.instrument, []) });

const checked = async (bytes: Uint8Array, instrument: Instrument) => {
  const opened = await openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const desk: ReadingDesk = { workbook: opened.value, instruments: instrumentShelf(() => undefined) };
  const found = await findReturns(desk);
  if (!found.ok || !found.value.open[0]) throw new Error(JSON.stringify(found));
  expect(found.value).toMatchObject({ copies: [], damaged: [], unknown: [] });
  expect(found.value.open[0].instrument).toEqual(instrument);
  const answer = await checkReturn(desk, found.value.open[0]);
  if (!answer.ok) throw new Error(answer.failure.kind);
  const { content, issues, damage, fingerprint } = answer.value;
  return { content, issues, damage, fingerprint };
};

/** One start of LibreOffice for all: it is what takes the time. */
let files: { readonly written: Uint8Array; readonly saved: Uint8Array; readonly calculated: Uint8Array }[] = [];
beforeAll(async () => {
  const books = await Promise.all(cases.map(({ of }) => returnFile(of)));
  const written = await Promise.all(books.map((book) => bytesOf(book)));
  const bare = await Promise.all(books.map((book) => bytesOf(book, false)));
  const saved = await recalculateAll([...written, ...bare]);
  files = written.map((bytes, at) => ({
    written: bytes,
    saved: saved[at] ?? new Uint8Array(),
    calculated: saved[at + written.length] ?? new Uint8Array(),
  }));
}, 200_000);

describe.each(cases.map((one, at) => ({ ...one, at })))('$name, saved by LibreOffice', ({ of, at }) => {
  const file = () =>
    files[at] ?? { written: new Uint8Array(), saved: new Uint8Array(), calculated: new Uint8Array() };
  const xmlOf = (bytes: Uint8Array, sheet: number) =>
    strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${sheet + 1}.xml`] ?? new Uint8Array());
  const count = (xml: string, tag: string) => xml.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;

  test('is found by its codes, and reads and checks as before', async () => {
    const before = await checked(file().written, of.instrument);
    expect(await checked(file().saved, of.instrument)).toEqual(before);
    expect(before.damage).toEqual([]);
  });

  test('keeps every drop-down, limit and prompt', async () => {
    const before = await readXlsx(file().written);
    const after = await readXlsx(file().saved);
    const helps = ({ sheets }: typeof before) =>
      sheets.map(({ dataValidations = [] }) =>
        dataValidations
          .map(({ type, errorStyle, inputTitle, inputMessage, errorMessage }) =>
            [type, errorStyle, inputTitle, inputMessage, errorMessage].join('|'),
          )
          .sort(),
      );
    expect(helps(after)).toEqual(helps(before));
    expect(helps(before)[0]?.length).toBeGreaterThan(0);
  });

  test('keeps every highlight, those that look at another sheet too', () => {
    plansOf(of).forEach(({ highlights }, sheet) => {
      const xml = xmlOf(file().saved, sheet);
      expect(count(xml, 'cfRule') + count(xml, 'x14:cfRule')).toBe(highlights.length);
    });
  });

  test('keeps every formula, and the sheets protected that were', () => {
    plansOf(of).forEach(({ blocks, protection }, sheet) => {
      const formulas = blocks
        .flatMap(({ content }) => content.flat())
        .filter((cell) => typeof cell === 'object' && cell);
      const xml = xmlOf(file().saved, sheet);
      expect(count(xml, 'f')).toBe(formulas.length);
      expect(/<sheetProtection [^>]*sheet="true"/.test(xml)).toBe(protection !== undefined);
    });
  });

  test('its numbers stand in the file for whoever only looks, and are those that LibreOffice calculates', async () => {
    for (const [sheet, { name, blocks }] of plansOf(of).entries()) {
      const xml = xmlOf(file().written, sheet);
      const calculated = await valuesOf(file().calculated, name);
      for (const { area, content } of blocks) {
        for (const [row, line] of content.entries()) {
          for (const [column, cell] of line.entries()) {
            if (typeof cell !== 'object' || cell?.result === undefined) continue;
            for (const [down, results] of cell.result.entries()) {
              for (const [right, result] of results.entries()) {
                const at = { row: area.row + row + down, column: area.column + column + right };
                const found = calculated[at.row]?.[at.column] ?? null;
                expect([name, at, cell.formula, found]).toEqual([
                  name,
                  at,
                  cell.formula,
                  result === '' ? null : asKept(result),
                ]);
              }
            }
          }
        }
      }
      const results = blocks
        .flatMap(({ content }) => content.flat())
        .filter((cell) => typeof cell === 'object' && cell?.result);
      expect(xml.match(/<f[ >][^<]*<\/f><v>/g)?.length ?? 0).toBeGreaterThanOrEqual(results.filter(hasValue).length);
    }
  });
});

/** LibreOffice keeps 15 digits of a number. */
const asKept = (value: Cell): Cell => (typeof value === 'number' ? Number(value.toPrecision(15)) : value);

const hasValue = (cell: SheetPlan['blocks'][number]['content'][number][number]): boolean =>
  typeof cell === 'object' && cell !== null && ![null, undefined, ''].includes(cell.result?.[0]?.[0] as never);
