import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import type { Field } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import { cellErrorTexts } from '#core/rules/cell-error.ts';
import type { Offer } from '#core/rules/row-in-hand.ts';

const spaces = fc.constantFrom('', ' ', '\u00a0', '  \u00a0', '\t', '\n');

const tripping = fc.constantFrom<Cell>(
  ...['*', '?', '~', '~~', '~*', 'g*', 'gr?ws', '<>', '>1', '=1', '+1', '-', '"', '""', "'", '#', '#N/A!', 'TRUE'],
  ...[
    '1,0',
    '1e0',
    '01',
    'é',
    'É',
    'naïve – “so”',
    '日本',
    '😀',
    '😀😀',
    'a|b',
    '0',
    '00',
    ';',
    '; ,\n',
    '@',
    'a@b',
    '..',
  ],
);

const numbers = fc.oneof(
  fc.constantFrom<Cell>(1, 2, 3, 4, 5, 0, -1, 1.5, 0.1, 0.2, 0.3, 2008, 1000000, -1.5, -1.6, 40, 40.5, 35000, 39000),
  fc.constantFrom<Cell>(
    '12',
    '-3.5',
    '007',
    '5.',
    '.5',
    '-.5',
    '-',
    '.',
    '-.',
    '1.2.3',
    '--1',
    '1,234',
    '1e3',
    '12%',
  ),
  fc.constantFrom<Cell>(
    '+5',
    '-0',
    '0.10',
    '1 2',
    '£5',
    '99999999999999',
    '12345678901234567',
    '٣',
    ' 5 ',
    '1\u00a0',
  ),
  fc.integer({ min: -3, max: 60 }),
  fc.integer({ min: -3, max: 60 }).map(String),
  fc.integer({ min: -30, max: 600 }).map((tenths) => tenths / 10),
);

const days = fc.oneof(
  fc.constantFrom<Cell>(39766, 39766.75, 60, 61, 2958465, 2958466, -5, '14/11/2008', '1/2/2008', '01/2/2008'),
  fc.constantFrom<Cell>('31/02/2008', '29/02/2008', '29/02/2009', '2008-11-14', '2008-02-30', '2008-13-01'),
  fc.constantFrom<Cell>('2008-00-10', '00/01/2008', '13/13/2008', '28/02/1900', '01/03/1900', '31/12/9999'),
  fc.constantFrom<Cell>('1//2008', '//2008', '111/1/2008', '1/111/2008', '1/1/20088', '2008-1-1', '12/3-2008'),
  fc.constantFrom<Cell>('1.5/2/2008', '0199-01-01', '14/11/2008\u00a0', '14/11/1996', '1/9/1983', '1996-05-01'),
  fc.integer({ min: 39200, max: 40200 }),
  fc.date({ min: new Date('2007-01-01'), max: new Date('2010-01-01'), noInvalidDate: true }).map((day) => {
    const [year, month, ofMonth] = day.toISOString().slice(0, 10).split('-').map(Number);
    return `${ofMonth}/${month}/${year}`;
  }),
);

/** Pupil numbers with right and wrong letters, addresses, names: whole cells, as the formulas see them. */
const telling = fc.constantFrom<Cell>(
  ...['A123456789012', 'B123456789012', 'H801200001001', 'h801200001001', 'T820432109876', 'R82043210987A'],
  ...['me@school.org', 'a b@c.uk', 'a@b', '@c.uk', 'a@.uk', 'a@uk.', 'a@b.c d', 'Amina Khan', 'amina khan'],
);

/** What people type into the cell of a field: right spellings, nearly right ones, and everything that trips a formula. */
export const typedCell = (field: Field, offer: Offer): fc.Arbitrary<Cell> => {
  const meant = (offer.get(field.id)?.choices ?? []).flatMap(spellingsOf);
  const spelling =
    meant.length === 0 ? fc.constantFrom('note', 'Note', 'B-12', 'b*3', '12.3') : fc.constantFrom(...meant);
  const several = fc
    .array(fc.oneof({ weight: 9, arbitrary: spelling }, spaces, fc.constant('chess')), { maxLength: 4 })
    .chain((parts) => fc.constantFrom(';', '; ', ' , ', '\n', '\r\n', ';;').map((sign) => parts.join(sign)));
  const own = { weight: 12, arbitrary: ownCells(field, spelling, several) };
  return fc.oneof(
    own,
    { weight: 5, arbitrary: fc.constant<Cell>(null) },
    { weight: 2, arbitrary: fc.tuple(spaces, spelling, spaces).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: spelling.map((text) => text.toUpperCase().replace(/ /g, '\u00a0 ')) },
    { weight: 1, arbitrary: spaces },
    { weight: 2, arbitrary: tripping },
    { weight: 1, arbitrary: numbers },
    { weight: 1, arbitrary: days },
    { weight: 1, arbitrary: telling },
    { weight: 1, arbitrary: fc.constantFrom<Cell>(...cellErrorTexts, '#n/a') },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 3000 }).map((length) => 'a b'.repeat(length).slice(0, length)),
    },
  );
};

const ownCells = (
  { kind }: Field,
  spelling: fc.Arbitrary<string>,
  several: fc.Arbitrary<string>,
): fc.Arbitrary<Cell> => {
  if (kind === 'choices') return fc.oneof<fc.Arbitrary<Cell>[]>(several, spelling);
  if (kind === 'date') return days;
  if (kind === 'integer' || kind === 'decimal') return numbers;
  return spelling;
};
