import { ownerId } from '#core/ids.ts';
import type { Programme } from '../../../src/server/store/programme.ts';

/** So many schools from 999000 on, each with one person and the code `CODE-999000`. */
export const numberedSchools = (count: number): Pick<Programme, 'owners' | 'people'> => {
  const schools = Array.from({ length: count }, (_, at) => {
    const owner = ownerId(String(999000 + at));
    return { owner, name: `School ${owner}` };
  });
  return {
    owners: schools.map((school) => ({ ...school, kind: 'school' })),
    people: schools.map((school) => ({
      ...school,
      id: `P-${school.owner}`,
      role: 'school',
      code: `CODE-${school.owner}`,
    })),
  };
};
