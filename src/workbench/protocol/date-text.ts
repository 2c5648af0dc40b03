const day = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

interface DateText {
  /** Excel's serial number, with the time as its fraction. */
  readonly value: number;
  readonly format: string;
}

/**
 * Text that en-US Excel takes for a date or a time, with the format it then sets: ISO dates, month/day with or
 * without a year, day-month names, times. `31/12/2025` is no month and stays text. `year` is the current year.
 */
export function parseDateTime(text: string, year: number): DateText | undefined {
  const trimmed = text.trim();
  const both = /^(.+?)[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?: *[ap]m)?)$/i.exec(trimmed);
  const [date, time] = both ? [parseDate(both[1] ?? '', year), parseTime(both[2] ?? '')] : [];
  if (date && time) return { value: date.value + time.value, format: 'm/d/yyyy h:mm' };
  return parseDate(trimmed, year) ?? parseTime(trimmed);
}

function parseDate(text: string, year: number): DateText | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'm/d/yyyy');
  const american = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{1,2}))?$/.exec(text);
  if (american) {
    const [, month, second = '', third] = american;
    if (third !== undefined) return dated(fullYear(third), Number(month), Number(second), 'm/d/yyyy');
    return dated(year, Number(month), Number(second), 'd-mmm') ?? monthOfYear(Number(month), second);
  }
  const ofYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (ofYear) return monthOfYear(Number(ofYear[1]), ofYear[2] ?? '');
  return parseNamedMonth(text, year);
}

function parseNamedMonth(text: string, year: number): DateText | undefined {
  const first = new RegExp(`^(\\d{1,2})[- ]${monthName}(?:[-, ]+(\\d{4}|\\d{2}))?$`, 'i').exec(text);
  if (first) {
    const [, dayOfMonth, month = '', ofYear] = first;
    return dated(
      ofYear ? fullYear(ofYear) : year,
      monthNumber(month),
      Number(dayOfMonth),
      ofYear ? 'd-mmm-yy' : 'd-mmm',
    );
  }
  const second = new RegExp(`^${monthName}[- ]+(\\d{1,2})(?:, *(\\d{4}))?$`, 'i').exec(text);
  if (second) {
    const [, month = '', number = '', ofYear] = second;
    if (ofYear) return dated(Number(ofYear), monthNumber(month), Number(number), 'd-mmm-yy');
    return dated(year, monthNumber(month), Number(number), 'd-mmm') ?? monthOfYear(monthNumber(month), number);
  }
  const third = new RegExp(`^${monthName}[- ,]+(\\d{4})$`, 'i').exec(text);
  return third ? monthOfYear(monthNumber(third[1] ?? ''), third[2] ?? '') : undefined;
}

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Two digits: to 29 this century, from 30 the last, as Excel reads them. */
function fullYear(text: string): number {
  const number = Number(text);
  if (text.length > 2) return number;
  return number < 30 ? 2000 + number : 1900 + number;
}

/** `Jan-25` where 25 is a day was tried before; here the number can only be a year. */
function monthOfYear(month: number, year: string): DateText | undefined {
  return dated(fullYear(year), month, 1, 'mmm-yy');
}

function dated(year: number, month: number, dayOfMonth: number, format: string): DateText | undefined {
  if (year < 1900 || year > 9999) return undefined;
  const time = Date.UTC(year, month - 1, dayOfMonth);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== dayOfMonth) return undefined;
  const serial = (time - epoch) / day;
  // Excel counts a 29 February 1900 that never was: days before it have numbers one lower.
  return { value: serial < 61 ? serial - 1 : serial, format };
}

function parseTime(text: string): DateText | undefined {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([ap])m)?$/i.exec(text);
  if (!parts) return undefined;
  const [, hourText, minute, second, half] = parts;
  const hour = Number(hourText);
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || hour > (half ? 12 : 23) || (half && hour === 0))
    return undefined;
  const hours = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  const format = `h:mm${second === undefined ? '' : ':ss'}${half ? ' AM/PM' : ''}`;
  return { value: (hours * 3600 + Number(minute) * 60 + Number(second ?? 0)) / 86_400, format };
}
