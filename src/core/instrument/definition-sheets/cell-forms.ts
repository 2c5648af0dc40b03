import type { Cell } from '../../cell.ts';
import { failed, ok, type Result } from '../../result.ts';
import { isoOfDay, readDay } from '../day.ts';
import type { Condition } from '../instrument.ts';
import { readNumber } from '../number.ts';
import { parseCondition } from '../parse-condition.ts';
import { printCondition } from '../print-condition.ts';
import { normalText } from '../text-normal-form.ts';
import { parseList, printList } from './list-text.ts';
import type { ReadFaultCode } from './sheet-fault.ts';

type Reading = Result<unknown, { readonly code: ReadFaultCode; readonly detail: string }>;

/**
 * How a member of a definition stands in a cell. `write` is asked for members that are there, `read` for cells that
 * are not blank; a cell that reads as something the definition may not hold is the schema's business.
 */
export interface CellForm {
  write(value: unknown): Cell;
  read(cell: Cell): Reading;
}

/** A text for people, as typed. */
export const words: CellForm = {
  write: String,
  read: (cell) => ok(typeof cell === 'string' ? cell : normalText(cell)),
};

/** An id, key or code: stray spaces are nothing, and a number is its text. */
export const name: CellForm = { write: String, read: (cell) => ok(normalText(cell)) };

export const number: CellForm = {
  write: Number,
  read: (cell) => {
    const value = readNumber(cell);
    return value === undefined ? failed({ code: 'not-a-number', detail: normalText(cell) }) : ok(value);
  },
};

/** A number, or else the id of a field. */
export const numberOrName: CellForm = {
  write: (value) => (typeof value === 'number' ? value : String(value)),
  read: (cell) => ok(readNumber(cell) ?? normalText(cell)),
};

export const yesOrNo: CellForm = {
  write: (value) => (value === true ? 'yes' : 'no'),
  read: (cell) => {
    const said = normalText(cell).toLowerCase();
    if (['yes', 'y', 'true'].includes(said)) return ok(true);
    return ['no', 'n', 'false'].includes(said)
      ? ok(false)
      : failed({ code: 'not-yes-or-no', detail: normalText(cell) });
  },
};

/** A day as 2008-11-14; what a spreadsheet made a date of is that day again. */
export const day: CellForm = {
  write: String,
  read: (cell) => {
    const serial = readDay(cell);
    return ok(serial === undefined ? normalText(cell) : isoOfDay(serial));
  },
};

export const list: CellForm = {
  write: (value) => printList(value as readonly string[]),
  read: (cell) => {
    const texts = parseList(typeof cell === 'string' ? cell : normalText(cell));
    return texts === undefined ? failed({ code: 'list-unreadable', detail: normalText(cell) }) : ok(texts);
  },
};

export const condition: CellForm = {
  write: (value) => printCondition(value as Condition),
  read: (cell) => {
    const read = parseCondition(normalText(cell));
    if (read.ok) return read;
    const { expected, at } = read.failure;
    return failed({ code: 'condition-unreadable', detail: `${expected} ${at + 1}` });
  },
};

/** Lines of a rate: `2007 out of planted-2007; 2008 out of planted-2008`. */
export const rateLines: CellForm = {
  write: (value) =>
    printList((value as { code: string; outOf: string }[]).map(({ code, outOf }) => `${code} out of ${outOf}`)),
  read: (cell) => {
    const lines = (parseList(normalText(cell)) ?? ['']).map((line) => /^(\S+) +out +of +(\S+)$/i.exec(line));
    return lines.every((line) => line !== null)
      ? ok(lines.map(([, code, outOf]) => ({ code, outOf })))
      : failed({ code: 'rate-unreadable', detail: normalText(cell) });
  },
};
