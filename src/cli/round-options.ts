import type { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { endOfLondonDay, startOfLondonDay } from '#core/returns/london-day.ts';
import type { ChangeRoundRequest, OpenRoundRequest } from '#wire/rounds.ts';
import { roundUsage } from './round-words.ts';

const text = { type: 'string' } as const;

/** What `round open` and `round change` may be told. */
export const roundOptions = {
  title: text,
  instrument: text,
  'academic-year': text,
  opens: text,
  closes: text,
  late: text,
  detail: text,
  'year-groups': text,
  'keep-until': text,
  'keep-tallies': text,
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof roundOptions }>>['values'];

/**
 * What the options change of a round. Its first day begins, its last day and the one it is kept until end, in London;
 * `never` is without end.
 */
export const changesIn = (values: Values): Result<ChangeRoundRequest, string> => {
  const { title, instrument, late, 'keep-tallies': keepTallies } = values;
  if (values['academic-year'] !== undefined || values.detail !== undefined)
    return failed('--academic-year and --detail are decided when a round is opened. Open another one.');
  const opens = values.opens === undefined ? undefined : startOfLondonDay(values.opens);
  if (values.opens !== undefined && opens === undefined) return failed(noDay('opens', values.opens));
  const [closes, keepUntil] = [lastDay(values, 'closes'), lastDay(values, 'keep-until')];
  if (!closes.ok) return closes;
  if (!keepUntil.ok) return keepUntil;
  if (keepTallies !== undefined && keepTallies !== 'each' && keepTallies !== 'sum')
    return failed('--keep-tallies is each or sum.');
  if (late !== undefined && late !== 'yes' && late !== 'no') return failed('--late is yes or no.');
  const groups = values['year-groups'] === undefined ? undefined : numbersIn(values['year-groups']);
  if (groups?.some((group) => !Number.isInteger(group)))
    return failed('--year-groups are numbers parted by commas, such as 7,9.');
  return ok({
    ...(title === undefined ? {} : { title }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(opens === undefined ? {} : { opens }),
    ...(closes.value === undefined ? {} : { closes: closes.value }),
    ...(late === undefined ? {} : { late: late === 'yes' }),
    ...(groups === undefined ? {} : { yearGroups: groups }),
    ...(keepUntil.value === undefined ? {} : { keepUntil: keepUntil.value }),
    ...(keepTallies === undefined ? {} : { keepTallies }),
  });
};

/** The round that the options describe; how to write them when one that is needed is missing. */
export const roundIn = (id: string, values: Values): Result<OpenRoundRequest, string> => {
  const { 'academic-year': academicYear, detail, ...others } = values;
  const said = changesIn(others);
  if (!said.ok) return said;
  const { title, instrument, opens, closes, keepUntil, ...rest } = said.value;
  if (title === undefined || instrument === undefined || opens === undefined || academicYear === undefined)
    return failed(roundUsage);
  if (detail !== undefined && detail !== 'pupil' && detail !== 'tally') return failed('--detail is pupil or tally.');
  return ok({
    ...{ id, title, instrument, academicYear, opens, ...rest },
    ...(typeof closes === 'string' ? { closes } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(typeof keepUntil === 'string' ? { keepUntil } : {}),
  });
};

/** The end of a day; `null` for never, nothing where the option was not given. */
const lastDay = (values: Values, option: 'closes' | 'keep-until'): Result<string | null | undefined, string> => {
  const day = values[option];
  if (day === undefined) return ok(undefined);
  if (day === 'never') return ok(null);
  const end = endOfLondonDay(day);
  return end === undefined ? failed(`${noDay(option, day)} It may also be never.`) : ok(end);
};

const noDay = (option: string, day: string): string => `--${option} ${day} is no day. Write it like 2009-06-30.`;

/** An empty text is no number at all. */
const numbersIn = (list: string): number[] =>
  list.trim() === '' ? [] : list.split(',').map((number) => (number.trim() === '' ? NaN : Number(number)));
