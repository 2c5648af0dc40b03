import { recogniseRegisterFile } from '#core/register/recognise-file.ts';
import { cells } from './rows.ts';

const recognised = (...headings: string[]) => recogniseRegisterFile(cells(...headings), []);

test.each([
  ['gias', ['URN', 'LA (code)', 'EstablishmentNumber', 'EstablishmentName']],
  ['gias', ['EstablishmentName', 'establishment status (name)', 'urn']],
  ['links', ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']],
  ['list', ['urn', 'name', 'Specialism']],
  ['list', ['School', 'URN']],
  ['list', ['URN']],
])('a file is known by its headings, in any order and case: %s', (kind, headings) => {
  expect(recognised(...headings)).toMatchObject({ ok: true, value: { kind } });
});

test('a file without a column URN is none of ours, and says what it has instead', () => {
  expect(recognised('Pupil', 'Year')).toEqual({
    ok: false,
    failure: { kind: 'not-a-register', headings: ['Pupil', 'Year'] },
  });
});

test('of two columns with one heading nobody guesses which counts', () => {
  expect(recognised('URN', 'Name', 'name')).toEqual({
    ok: false,
    failure: { kind: 'column-twice', heading: 'name' },
  });
});

test('columns without a heading do not matter', () => {
  expect(recognised('URN', '', 'Name', '')).toMatchObject({ ok: true });
});
