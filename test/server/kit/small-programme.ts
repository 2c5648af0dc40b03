import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { Programme } from '../../../src/server/store/programme.ts';

/** An invented instrument, small enough to see through: three steps, each with a stage and a note. */
export const small: Instrument = {
  id: 'garden-steps',
  version: 1,
  title: 'Garden steps',
  sheetTitle: 'Garden',
  purpose: 'Shows how far the garden is.',
  owner: 'school',
  traits: [],
  rows: {
    kind: 'fixed',
    noun: { one: 'step', many: 'steps' },
    groups: [{ id: 'A', title: 'Ground' }],
    items: [
      { key: 'A1', group: 'A', text: 'The ground is dug' },
      { key: 'A2', group: 'A', text: 'Seeds are sown' },
      { key: 'A3', group: 'A', text: 'Beds are watered' },
    ],
  },
  fields: [
    {
      id: 'stage',
      label: 'Stage',
      help: 'How far it is.',
      kind: 'choice',
      choices: [
        { code: '1', label: '1 Begun', accepts: [], value: 1 },
        { code: '2', label: '2 Half done', accepts: [], value: 2 },
        { code: '3', label: '3 Done', accepts: [], value: 3 },
      ],
      width: 12,
    },
    { id: 'note', label: 'Note', help: 'What was seen.', kind: 'text', width: 40 },
  ],
  rules: [
    { id: 'stage-known', field: 'stage', severity: 'error', kind: 'one-of', message: 'Choose a stage.' },
    {
      id: 'note-when-done',
      field: 'note',
      severity: 'error',
      kind: 'required',
      when: { field: 'stage', atLeast: 3 },
      message: 'Say what was seen.',
    },
    { id: 'note-short', field: 'note', severity: 'warning', kind: 'length', min: 5, message: 'Say a little more.' },
  ],
  measures: [{ kind: 'distribution', id: 'stages', title: 'Stages', field: 'stage' }],
};

/** The same, but kept by mentors. */
export const forMentors: Instrument = { ...small, id: 'garden-visits', owner: 'mentor' };

export const instruments = (reference: string): Instrument | undefined =>
  [small, forMentors].find((instrument) => instrumentRef(instrument) === reference);

export const round = roundId('GA-200809');
export const closedRound = roundId('GA-200708');
/** Closed as well, but it takes late returns. */
export const lateRound = roundId('GA-200607');
export const mentorRound = roundId('GV-200809');
export const oak = ownerId('999901');
export const elm = ownerId('999902');
/** Looked after by the other mentor. */
export const far = ownerId('999903');

export const codes = {
  oak: 'OAK-CODE',
  elm: 'ELM-CODE',
  far: 'FAR-CODE',
  mentor: 'MENTOR-CODE',
  otherMentor: 'OTHER-MENTOR-CODE',
  team: 'TEAM-CODE',
} as const;

export const programme: Programme = {
  owners: [
    { owner: oak, kind: 'school', name: 'Oak School' },
    { owner: elm, kind: 'school', name: 'Elm School' },
    { owner: far, kind: 'school', name: 'Far School' },
    { owner: ownerId('M-1'), kind: 'mentor', name: 'Mo Mentor' },
    { owner: ownerId('M-2'), kind: 'mentor', name: 'Ola Mentor' },
  ],
  people: [
    { id: 'P-oak', role: 'school', name: 'Oak School', owner: oak, code: codes.oak },
    { id: 'P-elm', role: 'school', name: 'Elm School', owner: elm, code: codes.elm },
    { id: 'P-far', role: 'school', name: 'Far School', owner: far, code: codes.far },
    {
      id: 'P-mo',
      role: 'mentor',
      name: 'Mo Mentor',
      owner: ownerId('M-1'),
      schools: [oak, elm],
      code: codes.mentor,
    },
    {
      id: 'P-ola',
      role: 'mentor',
      name: 'Ola Mentor',
      owner: ownerId('M-2'),
      schools: [far],
      code: codes.otherMentor,
    },
    { id: 'P-team', role: 'project-team', name: 'Project team', code: codes.team },
  ],
  rounds: [
    {
      id: round,
      title: 'Garden 2008/09',
      instrument: instrumentRef(small),
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
      closes: '2009-08-01T00:00:00Z',
    },
    {
      id: closedRound,
      title: 'Garden 2007/08',
      instrument: instrumentRef(small),
      academicYear: '200708',
      opens: '2007-09-01T00:00:00Z',
      closes: '2008-08-01T00:00:00Z',
    },
    {
      id: lateRound,
      title: 'Garden 2006/07',
      instrument: instrumentRef(small),
      academicYear: '200607',
      opens: '2006-09-01T00:00:00Z',
      closes: '2007-08-01T00:00:00Z',
      late: true,
      yearGroups: [7, 9],
    },
    {
      id: mentorRound,
      title: 'Visits 2008/09',
      instrument: instrumentRef(forMentors),
      academicYear: '200809',
      opens: '2008-09-01T00:00:00Z',
    },
  ],
};
