import type { Instrument } from '#core/instrument/instrument.ts';
import { yearsOffered } from '#core/instrument/years-offered.ts';
import { endOfLondonDay, londonDayOf, startOfLondonDay } from '#core/returns/london-day.ts';
import { isRoundCode } from '#core/returns/round-code.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { ChangeRoundRequest, OpenRoundRequest } from '#wire/rounds.ts';
import type { WireRound } from '#wire/shapes.ts';

/** A round as somebody writes it down: days such as `2009-06-30`, blank for none. */
export interface RoundForm {
  readonly instrument: string;
  readonly title: string;
  readonly id: string;
  readonly academicYear: string;
  readonly opens: string;
  /** The last day on which returns are taken; blank is without end. */
  readonly closes: string;
  readonly late: boolean;
  readonly detail: WireRound['detail'];
  /** Numbers parted by commas; blank when it does not matter. */
  readonly yearGroups: string;
  readonly keepUntil: string;
  /** What of tallies stays when it is purged: that of each return, or only what they add up to. */
  readonly keepTallies: 'each' | 'sum';
}

/** Why a part of the form cannot be taken as it is. */
export type RoundFault = 'missing' | 'no-day' | 'before-it-opens' | 'no-code' | 'taken' | 'no-year-groups';
export type RoundFaults = Readonly<Partial<Record<keyof RoundForm, RoundFault>>>;

/** A round as it stands, as a form. */
export const formOfRound = (round: WireRound): RoundForm => ({
  ...{ instrument: round.instrument, title: round.title, id: round.id, academicYear: round.academicYear },
  opens: londonDayOf(round.opens),
  closes: lastDayOf(round.closes),
  ...{ late: round.late, detail: round.detail, yearGroups: round.yearGroups.join(', ') },
  keepUntil: lastDayOf(round.keepUntil),
  keepTallies: round.keepTallies ?? 'each',
});

/** What opens the round that the form describes, or where the form cannot be taken; `taken` are the ids that there are. */
export const roundToOpen = (form: RoundForm, taken: readonly string[]): Result<OpenRoundRequest, RoundFaults> => {
  const read = readForm(form);
  const id = form.id.trim().toUpperCase();
  const idFault: RoundFault | undefined = !isRoundCode(id) ? 'no-code' : taken.includes(id) ? 'taken' : undefined;
  const faults = { ...read.faults, ...(idFault === undefined ? {} : { id: idFault }) };
  if (Object.keys(faults).length > 0) return failed(faults);
  const { closes, keepUntil, ...settings } = read;
  return ok({
    ...{ id, title: settings.title, instrument: form.instrument, academicYear: form.academicYear },
    ...{ opens: settings.opens, late: form.late, detail: form.detail, yearGroups: settings.yearGroups },
    ...(closes === null ? {} : { closes }),
    ...(keepUntil === null ? {} : { keepUntil }),
    ...(form.keepTallies === 'each' ? {} : { keepTallies: form.keepTallies }),
  });
};

/** What of a round the form changes, only that; or where it cannot be taken. Year and detail stay as they were opened. */
export const roundToChange = (round: WireRound, form: RoundForm): Result<ChangeRoundRequest, RoundFaults> => {
  const { faults, title, opens, closes, keepUntil, yearGroups } = readForm(form);
  if (Object.keys(faults).length > 0) return failed(faults);
  const before = formOfRound(round);
  const groups = round.yearGroups.join() === yearGroups.join();
  return ok({
    ...(title === round.title ? {} : { title }),
    ...(form.instrument === round.instrument ? {} : { instrument: form.instrument }),
    // A round that was closed at noon still closes then when only its title changes.
    ...(form.opens === before.opens ? {} : { opens }),
    ...(form.closes === before.closes ? {} : { closes }),
    ...(form.late === round.late ? {} : { late: form.late }),
    ...(groups ? {} : { yearGroups }),
    ...(form.keepUntil === before.keepUntil ? {} : { keepUntil }),
    ...(form.keepTallies === before.keepTallies ? {} : { keepTallies: form.keepTallies }),
  });
};

/**
 * The year groups of the form that nobody can be entered in, since the instrument offers others to choose from, and those that it
 * offers; `undefined` where there are none such, or where that cannot be told.
 */
export const yearsNotOffered = (
  { yearGroups }: Pick<RoundForm, 'yearGroups'>,
  instrument: Instrument | undefined,
): { readonly years: readonly number[]; readonly offered: readonly number[] } | undefined => {
  const offered = instrument && yearsOffered(instrument);
  if (offered === undefined) return undefined;
  const years = (numbersIn(yearGroups) ?? []).filter((year) => !offered.includes(year));
  return years.length === 0 ? undefined : { years, offered };
};

const readForm = (form: RoundForm) => {
  const title = form.title.trim();
  const opens = startOfLondonDay(form.opens);
  const [closes, keepUntil] = [lastDay(form.closes), lastDay(form.keepUntil)];
  const yearGroups = numbersIn(form.yearGroups);
  const early = closes !== null && closes !== undefined && opens !== undefined && closes <= opens;
  const faults: Partial<Record<keyof RoundForm, RoundFault>> = {
    ...(title === '' ? { title: 'missing' } : {}),
    ...(form.instrument === '' ? { instrument: 'missing' } : {}),
    ...(opens === undefined ? { opens: form.opens.trim() === '' ? 'missing' : 'no-day' } : {}),
    ...(closes === undefined ? { closes: 'no-day' } : early ? { closes: 'before-it-opens' } : {}),
    ...(keepUntil === undefined ? { keepUntil: 'no-day' } : {}),
    ...(yearGroups === undefined ? { yearGroups: 'no-year-groups' } : {}),
  };
  return {
    faults,
    title,
    opens: opens ?? '',
    closes: closes ?? null,
    keepUntil: keepUntil ?? null,
    yearGroups: yearGroups ?? [],
  };
};

/** The end of a day; `null` for none, `undefined` for what is no day. */
const lastDay = (day: string): string | null | undefined => (day.trim() === '' ? null : endOfLondonDay(day));

/** One that ends at midnight ends with the day before. */
const lastDayOf = (end: string | undefined): string =>
  end === undefined ? '' : londonDayOf(new Date(Date.parse(end) - 1).toISOString());

/** Different year groups from 0 to 14 in their order; `undefined` for anything else. */
const numbersIn = (text: string): number[] | undefined => {
  if (text.trim() === '') return [];
  const numbers = text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : NaN));
  const sound = numbers.every((number) => number >= 0 && number <= 14) && new Set(numbers).size === numbers.length;
  return sound ? numbers.sort((a, b) => a - b) : undefined;
};
