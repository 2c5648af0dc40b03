import { checkContent } from '#core/rules/check.ts';
import { nameLikeHeader } from '#core/rules/identifiers/name-like.ts';
import type { Cell } from '#core/cell.ts';
import { clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenRound } from '../../kit/garden-instrument.ts';

const said = (instrument: typeof clubMembers, key: string, field: string, value: Cell) =>
  checkContent(instrument, gardenRound, { rows: [{ key, values: { [field]: value } }] })
    .filter((issue) => issue.field === field && issue.rule.startsWith('identifier'))
    .map(({ rule, severity }) => `${rule} ${severity}`);

describe('where rows are pupils', () => {
  test.each<[Cell, string[]]>([
    ['H801200001001', ['identifier-upn error']],
    ['pupil h801200001001 again', ['identifier-upn error']],
    ['A801200001001', []],
    ['write to me@school.org', ['identifier-email error']],
    ['see @ school.org', []],
    ['14/11/1996', ['identifier-birth-date error']],
    ['1996-11-14', ['identifier-birth-date error']],
    ['14 Nov 96', ['identifier-birth-date error']],
    [35383, ['identifier-birth-date error']],
    ['14/11/2008', []],
    ['Amina O’Brien', ['identifier-name warning']],
    ['we liked it', []],
  ])('%s', (value, expected) => {
    expect(said(clubMembers, '1', 'says', value)).toEqual(expected);
  });

  test('a cell that is not understood is told once', () => {
    const rows = [{ key: '1', values: { liked: 'me@school.org' } }];
    expect(checkContent(clubMembers, gardenRound, { rows }).filter(({ field }) => field === 'liked')).toEqual([
      expect.objectContaining({ rule: 'identifier-email' }),
    ]);
  });
});

test('elsewhere staff may be named, and only pupil numbers are errors', () => {
  expect(said(clubRooms, 'R1', 'key', 'Amina Khan')).toEqual([]);
  expect(said(clubRooms, 'R1', 'key', 'head@school.org')).toEqual([]);
  expect(said(clubRooms, 'R1', 'key', 'H801200001001')).toEqual(['identifier-upn error']);
});

test.each(['Surname', 'Pupil name', 'E-mail', 'Date of birth', 'UPN (13)'])(
  'the heading %s names pupils',
  (header) => {
    expect(nameLikeHeader(header)).toBe(true);
  },
);

test.each(['Sex', 'Year group', 'Enjoyment of maths', 'Timestamp'])('the heading %s names nobody', (header) => {
  expect(nameLikeHeader(header)).toBe(false);
});
