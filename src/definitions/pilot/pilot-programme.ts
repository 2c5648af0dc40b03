import { ownerId, roundId, type OwnerId } from '#core/ids.ts';
import { demoProgramme } from '../demo-programme.ts';
import type { DemoOwner, DemoPerson, DemoProgramme } from '../demo-types.ts';

/** Invented names for the schools that the demo programme does not have already, in the order of their URNs. */
const furtherNames = [
  'Ambersett School',
  'Brockhanger High School',
  'Caddlestone School',
  'Dapplemere Community School',
  'Elverdine Girls’ School',
  'Fenwhistle School',
  'Gorsebank High School',
  'Hollinvale College',
  'Inglefold School',
  'Jessamy Park School',
  'Kettleburn School',
  'Lintwater High School',
  'Marlcombe School',
  'Nettleshaw Community School',
  'Orrisdale School',
  'Pennywhin School',
  'Quernhill High School',
  'Rushmallow School',
  'Sallowby School',
  'Tansyfield School',
] as const;

const isSchool = ({ kind }: DemoOwner) => kind === 'school';
const demoSchools = demoProgramme.owners.filter(isSchool);

/** 28 invented schools, with URNs from the range of test data. The demo's schools are the first of them. */
const schools: readonly DemoOwner[] = [
  ...demoSchools,
  ...furtherNames.map((name, at): DemoOwner => ({
    owner: ownerId(`${999001 + demoSchools.length + at}`),
    kind: 'school',
    name: `${name} (invented)`,
  })),
];

const mentors: readonly DemoOwner[] = [
  ...demoProgramme.owners.filter(({ kind }) => kind === 'mentor'),
  { owner: ownerId('M-003'), kind: 'mentor', name: 'Jo Juniper (invented)' },
];

/** The schools of each mentor, by their places in the list. */
const lookedAfter: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 8, 9, 10, 11, 12],
  [4, 5, 6, 7, 13, 14, 15, 16, 17],
  [18, 19, 20, 21, 22, 23, 24, 25, 26, 27],
];

const code = (kind: string, { owner }: DemoOwner) => `PILOT-${kind}-${owner}`;

const people: readonly DemoPerson[] = [
  ...schools.map((school): DemoPerson => ({
    id: `school-${school.owner}`,
    role: 'school',
    name: school.name,
    owner: school.owner,
    code: code('SCHOOL', school),
  })),
  ...mentors.map((mentor, at): DemoPerson => ({
    id: `mentor-${mentor.owner}`,
    role: 'mentor',
    name: mentor.name,
    owner: mentor.owner,
    schools: (lookedAfter[at] ?? []).flatMap((place) => schools[place]?.owner ?? []),
    code: code('MENTOR', mentor),
  })),
  { id: 'project-team', role: 'project-team', name: 'Project team', code: 'PILOT-PROJECT-TEAM' },
];

export const pilotRounds = {
  selfReview: roundId('SR-200809'),
  firstSurvey: roundId('AS-200809'),
  secondSurvey: roundId('AS-201011'),
  contacts: roundId('MC-200809'),
} as const;

/** The pilot as it might have been: every school, person and answer in it is synthetic. */
export const pilotProgramme: DemoProgramme = {
  synthetic: true,
  notice:
    'Synthetic pilot sample: schools, people and answers are invented, so that they add up to the numbers of the programme’s update of June 2009. They say nothing about a real school.',
  owners: [...schools, ...mentors],
  people,
  rounds: [
    {
      id: pilotRounds.selfReview,
      title: 'Self-review 2008/09 (synthetic)',
      instrument: 'self-review@1',
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
    },
    {
      id: pilotRounds.firstSurvey,
      title: 'Attitude survey, first wave (synthetic)',
      instrument: 'attitude-survey@1',
      academicYear: '200809',
      opens: '2008-10-01T00:00:00Z',
      closes: '2009-04-01T00:00:00Z',
      yearGroups: [7, 9],
    },
    {
      id: pilotRounds.secondSurvey,
      title: 'Attitude survey, second wave (synthetic)',
      instrument: 'attitude-survey@1',
      academicYear: '201011',
      opens: '2010-09-01T00:00:00Z',
      closes: '2011-01-01T00:00:00Z',
      yearGroups: [9],
    },
    {
      id: pilotRounds.contacts,
      title: 'Contacts with schools (synthetic)',
      instrument: 'contact@1',
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
    },
  ],
};

/** The schools of the pilot, in the order of their URNs. */
export const pilotSchools: readonly OwnerId[] = schools.map(({ owner }) => owner);

/** What `school` fields offer in the pilot. */
export const pilotRegister = schools.map(({ owner, name }) => ({ id: owner, name }));
