import { ownerId, roundId, type OwnerId } from '#core/ids.ts';
import type { DemoOwner, DemoPerson, DemoProgramme } from './demo-types.ts';

/** Test data: no school has a URN that begins with 9990. All names are invented. */
export const demoSchools = {
  thistlecombe: ownerId('999001'),
  wexbourne: ownerId('999002'),
  ormsleyVale: ownerId('999003'),
  larkwater: ownerId('999004'),
  pellbrook: ownerId('999005'),
  /** Its specialism is engineering. */
  quillmarsh: ownerId('999006'),
  dunnickFerry: ownerId('999007'),
  tarnleyBridge: ownerId('999008'),
} as const;

/** Access codes that the demo shows, and two more for the rights of another school and another mentor. */
export const demoCodes = {
  /** A school that has submitted nothing yet. */
  school: 'DEMO-SCHOOL-THISTLECOMBE',
  /** The mentor of that school. */
  mentor: 'DEMO-MENTOR-ASH',
  projectTeam: 'DEMO-PROJECT-TEAM',
  otherSchool: 'DEMO-SCHOOL-PELLBROOK',
  /** The mentor of the other school, not of the first. */
  otherMentor: 'DEMO-MENTOR-ROWAN',
} as const;

export const demoRound = roundId('SR-200809');
export const demoClosedRound = roundId('SR-200708');
/** Open too, with nothing returned yet: a survey with a pupil a row, and a review for schools of today. */
export const demoSurveyRound = roundId('AS-200809');
export const demoBenchmarkRound = roundId('GB-202526');
/** Without end: mentors add to it whenever they have met a school. */
export const demoContactRound = roundId('MC-200809');

const school = (owner: OwnerId, name: string): DemoOwner => ({ owner, kind: 'school', name });

const schools: readonly DemoOwner[] = [
  school(demoSchools.thistlecombe, 'Thistlecombe School (invented)'),
  school(demoSchools.wexbourne, 'Wexbourne High School (invented)'),
  school(demoSchools.ormsleyVale, 'Ormsley Vale School (invented)'),
  school(demoSchools.larkwater, 'Larkwater Community School (invented)'),
  school(demoSchools.pellbrook, 'Pellbrook School (invented)'),
  school(demoSchools.quillmarsh, 'Quillmarsh Engineering College (invented)'),
  school(demoSchools.dunnickFerry, 'Dunnick Ferry School (invented)'),
  school(demoSchools.tarnleyBridge, 'Tarnley Bridge High School (invented)'),
];

const mentors: readonly DemoOwner[] = [
  { owner: ownerId('M-001'), kind: 'mentor', name: 'Alex Ash (invented)' },
  { owner: ownerId('M-002'), kind: 'mentor', name: 'Robin Rowan (invented)' },
];

/** Everybody of a school signs in as the school. `DEMO-SCHOOL-` and the first word of its name. */
const atSchool = ({ owner, name }: DemoOwner): DemoPerson => ({
  id: `school-${owner}`,
  role: 'school',
  name,
  owner,
  code: `DEMO-SCHOOL-${name.split(' ')[0]?.toUpperCase() ?? ''}`,
});

const mentor = (
  { owner, name }: { owner: OwnerId; name: string },
  code: string,
  looksAfter: readonly OwnerId[],
): DemoPerson => ({ id: `mentor-${owner}`, role: 'mentor', name, owner, schools: looksAfter, code });

const { thistlecombe, wexbourne, ormsleyVale, larkwater, pellbrook, quillmarsh, dunnickFerry, tarnleyBridge } =
  demoSchools;

const [ash, rowan] = mentors as readonly [DemoOwner, DemoOwner];

export const demoProgramme: DemoProgramme = {
  synthetic: true,
  notice: 'Demo programme: schools, people and answers are invented. Do not enter anything about a real school.',
  owners: [...schools, ...mentors],
  people: [
    ...schools.map(atSchool),
    mentor(ash, demoCodes.mentor, [thistlecombe, wexbourne, ormsleyVale, larkwater]),
    mentor(rowan, demoCodes.otherMentor, [pellbrook, quillmarsh, dunnickFerry, tarnleyBridge]),
    { id: 'project-team', role: 'project-team', name: 'Project team', code: demoCodes.projectTeam },
  ],
  rounds: [
    {
      id: demoRound,
      title: 'Self-review 2008/09',
      instrument: 'self-review@1',
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
    },
    {
      id: demoClosedRound,
      title: 'Self-review trial, summer 2008',
      instrument: 'self-review@1',
      academicYear: '200708',
      opens: '2008-05-01T00:00:00Z',
      // The end of 31 July in London.
      closes: '2008-07-31T23:00:00Z',
    },
    {
      id: demoSurveyRound,
      title: 'Attitude survey 2008/09',
      instrument: 'attitude-survey@1',
      academicYear: '200809',
      opens: '2008-10-01T00:00:00Z',
    },
    {
      id: demoBenchmarkRound,
      title: 'Gatsby Benchmarks 2025/26',
      instrument: 'gatsby-review@2',
      academicYear: '202526',
      opens: '2025-09-01T00:00:00Z',
    },
    {
      id: demoContactRound,
      title: 'Contacts with schools',
      instrument: 'contact@1',
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
    },
  ],
};
