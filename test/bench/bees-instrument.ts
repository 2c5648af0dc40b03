import { ownerId, roundId } from '#core/ids.ts';
import type { Choice, Field, Instrument, Measure, Rule } from '#core/instrument/instrument.ts';
import type { Round } from '#core/returns/round.ts';
import type { ReturnContent } from '#core/returns/content.ts';

/** How large the measured return is: the largest that a school is promised to type in fluently. */
export const hives = 1500;
const fieldCount = 40;

const choice = (code: string, label: string, value?: number): Choice => ({
  code,
  label,
  accepts: [code],
  ...(value === undefined ? {} : { value }),
});

const scale = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'].map((label, at) =>
  choice(String(at + 1), `${at + 1} ${label}`, at + 1),
);
const kinds = [choice('honey', 'Honey bee'), choice('bumble', 'Bumblebee'), choice('mason', 'Mason bee')];
const sexes = [choice('east', 'East meadow'), choice('west', 'West meadow')];

const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id,
  label: `${id.slice(0, 1).toUpperCase()}${id.slice(1).replace('-', ' ')}`,
  help: `What was seen of ${id.replace('-', ' ')}.`,
  kind,
  width: 12,
  ...more,
});

/** A name, two groups, a count, a day, remarks, and scales for the rest. */
const fields: readonly Field[] = [
  field('hive', 'text'),
  field('kind', 'choice', { choices: kinds }),
  field('meadow', 'choice', { choices: sexes }),
  field('frames', 'integer'),
  field('weight', 'decimal'),
  field('seen', 'date'),
  field('remark', 'text', { width: 30 }),
  field('other-remark', 'text', { width: 30 }),
  field('plants', 'choices', {
    choices: ['Clover', 'Lime', 'Heather', 'Ivy'].map((label) => choice(label.toLowerCase(), label)),
  }),
  ...Array.from({ length: fieldCount - 9 }, (_, at) => field(`habit-${at + 1}`, 'scale', { choices: scale })),
];
const habits = fields.filter(({ kind }) => kind === 'scale').map(({ id }) => id);
/** Few enough for a summary of some 1,500 formulas. */
const measured = habits.slice(0, 4);

const say = (id: string): string => `Please look at ${id} again.`;
const rules: readonly Rule[] = [
  { id: 'hive-given', kind: 'required', field: 'hive', severity: 'error', message: say('the name of the hive') },
  { id: 'hive-once', kind: 'unique', field: 'hive', severity: 'error', message: say('the name of the hive') },
  ...['kind', 'meadow', 'plants', ...habits].map((id): Rule => ({
    id: `${id}-known`,
    kind: 'one-of',
    field: id,
    severity: 'error',
    message: say(id),
  })),
  {
    id: 'frames-range',
    kind: 'number',
    field: 'frames',
    severity: 'error',
    min: 0,
    max: 40,
    whole: true,
    message: say('frames'),
  },
  {
    id: 'weight-range',
    kind: 'number',
    field: 'weight',
    severity: 'warning',
    min: 0,
    max: 90,
    message: say('weight'),
  },
  {
    id: 'seen-range',
    kind: 'date',
    field: 'seen',
    severity: 'error',
    from: '2007-09-01',
    until: '2009-07-31',
    message: say('seen'),
  },
  { id: 'remark-length', kind: 'length', field: 'remark', severity: 'warning', max: 60, message: say('remark') },
  ...habits.map((id): Rule => ({
    id: `${id}-given`,
    kind: 'required',
    field: id,
    severity: 'warning',
    message: say(id),
    when: { field: 'kind', is: 'answered' },
  })),
];

const measures: readonly Measure[] = [
  { id: 'hives', title: 'Hives by kind and meadow', kind: 'count', by: ['kind', 'meadow'] },
  { id: 'weights', title: 'Weight by kind', kind: 'mean', field: 'weight', by: ['kind', 'meadow'] },
  ...measured.map((id): Measure => ({
    id: `${id}-of`,
    title: `${id} by kind and meadow`,
    kind: 'distribution',
    field: id,
    by: ['kind'],
  })),
  ...measured.map((id): Measure => ({
    id: `${id}-mean`,
    title: `${id}, mean`,
    kind: 'mean',
    field: id,
    by: ['kind', 'meadow'],
  })),
  ...measured.map((id): Measure => ({
    id: `${id}-often`,
    title: `${id} often`,
    kind: 'share',
    field: id,
    codes: ['4', '5'],
    by: ['kind', 'meadow'],
  })),
];

/** An invented instrument, as large as instruments get: 1,500 open rows with 40 fields each. */
export const bees: Instrument = {
  id: 'bee-hives',
  version: 1,
  title: 'Bee hives',
  sheetTitle: 'Hives',
  purpose: 'Every hive in the county, one hive a row.',
  owner: 'school',
  traits: [],
  rows: { kind: 'open', noun: { one: 'hive', many: 'hives' }, expected: hives },
  fields,
  rules,
  measures,
};

export const beesRound: Round = {
  id: roundId('BH-200809'),
  title: 'Bee hives 2008/09',
  instrument: 'bee-hives@1',
  academicYear: '200809',
  opens: '2008-09-01T00:00:00Z',
};
export const beekeeper = { id: ownerId('999002'), name: 'Lime Street School' };

/** A pseudo-random number from 0 to 1 for a place: the same in each run. */
const chance = (row: number, column: number): number => {
  const mixed = Math.imul((row * 73 + column) ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
};

/** Answers of every hive; one in twenty of most fields is wrong or blank. */
export const beeAnswers = (rows = hives): Pick<ReturnContent, 'rows'> => ({
  rows: Array.from({ length: rows }, (_, row) => ({
    key: String(row + 1),
    values: Object.fromEntries(
      fields.map(({ id, kind, choices = [] }, column) => {
        const luck = chance(row, column);
        const pick = choices[Math.floor(chance(row, column + 41) * choices.length)]?.label ?? 'x';
        const wrong = luck < 0.025 ? 'wrong' : null;
        if (id === 'hive') return [id, luck < 0.01 ? 'Hive 7' : `Hive ${row + 1}`];
        if (luck < 0.05) return [id, wrong];
        if (kind === 'integer') return [id, Math.floor(luck * 42)];
        if (kind === 'decimal') return [id, Math.round(luck * 9000) / 100];
        if (kind === 'date') return [id, 39350 + Math.floor(luck * 600)];
        return [id, kind === 'text' ? `Seen well in week ${Math.floor(luck * 52)}` : pick];
      }),
    ),
  })),
});
