import type { Instrument } from '#core/instrument/instrument.ts';

/** The same instrument with many lines in one calculation: fixed rows repeated, open ones expected. */
export const enlarged = (instrument: Instrument, lines: number): Instrument => {
  const { rows } = instrument;
  if (rows.kind === 'open') return { ...instrument, rows: { ...rows, expected: lines }, measures: [] };
  const copies = Array.from({ length: Math.ceil(lines / rows.items.length) }, (_, time) => time);
  // The first copy keeps its keys: rules and choices name them.
  const again = (key: string, time: number) => (time === 0 ? key : `${key}-${time}`);
  const items = copies.flatMap((time) => rows.items.map((item) => ({ ...item, key: again(item.key, time) })));
  const fields = instrument.fields.map((field) => ({
    ...field,
    ...(field.choices && {
      choices: field.choices.map((choice) =>
        choice.rows
          ? { ...choice, rows: choice.rows.flatMap((key) => [0, 1, 2].map((time) => again(key, time))) }
          : choice,
      ),
    }),
  }));
  return { ...instrument, fields, rows: { ...rows, items }, measures: [] };
};

/** The keys of its lines: those of fixed rows, else as many numbers as lines are asked for. */
export const keysOf = ({ rows }: Pick<Instrument, 'rows'>, lines: number): readonly string[] =>
  rows.kind === 'fixed' ? rows.items.map(({ key }) => key) : Array.from({ length: lines }, (_, at) => `${at + 1}`);
