import { ownerId } from '#core/ids.ts';
import { newSchool } from '#core/register/school.ts';
import { foldedForSearch, searchText } from '#core/register/search-text.ts';

const school = newSchool(ownerId('999011'), 'St Mary’s Écluse School', {
  laestab: '201/4001',
  postcode: 'ZZ9 9ZZ',
  localAuthority: 'Marshfolk',
});

test.each(['st marys', "ST MARY'S", 'ecluse', '999011', '201/4001', '2014001', 'zz9 9zz', 'ZZ99ZZ', 'marshfolk'])(
  'a school is found by “%s”',
  (asked) => {
    expect(searchText(school)).toContain(foldedForSearch(asked));
  },
);

test('schools sort by their names', () => {
  expect(searchText(school).startsWith('st marys ecluse school')).toBe(true);
});
