/**
 * What an invented school writes as evidence for a statement that it places at level 3 or 4, and as the next action for
 * one at level 1 or 2. `WHO`, `WHEN` and `YEARS` are filled in for each school.
 */
export const evidenceFor: Readonly<Record<string, string>> = {
  A1: 'STEM careers are an action of the school plan since WHEN; WHO answers for it.',
  A2: 'WHO is STEM co-ordinator, with the job in writing since WHEN.',
  A3: 'STEM staff and careers staff meet every term since WHEN; WHO keeps the notes.',
  A4: 'A page on learning about engineering for YEARS was agreed in WHEN; WHO looks after it.',
  B1: 'Science, mathematics and technology planned a shared project for YEARS together in WHEN, led by WHO.',
  B2: 'Every science unit for YEARS names jobs since WHEN; WHO checked the schemes of work.',
  B3: 'Mathematics in YEARS has two lessons a year on jobs that use it; WHO wrote them in WHEN.',
  B4: 'Design and technology in YEARS works on a task from a local firm; WHO renewed it in WHEN.',
  B5: 'Computing in YEARS has a unit on who uses computing at work; WHO revised it in WHEN.',
  C1: 'Careers staff joined the planning of science and technology in WHEN; WHO keeps the contact going.',
  C2: 'The STEM shelf and the page on the school site were renewed in WHEN by WHO.',
  C3: 'YEARS had a talk about STEM routes before they chose, in WHEN, organised by WHO.',
  D1: 'Clubs, challenges and visits in science, technology and mathematics for YEARS since WHEN; WHO keeps the lists.',
  D2: 'YEARS wrote down which jobs they had met after the STEM week in WHEN; WHO keeps the sheets.',
  D3: 'Visits, visitors and projects in lessons of YEARS showed people at work in WHEN; WHO counted nine of them.',
  D4: 'WHO made a chart of all activity by year group in WHEN; YEARS are well covered.',
  E1: 'Four teachers were on a STEM careers course in WHEN and told the others; WHO arranged it.',
  E2: 'Two teachers spent a day each with local firms in WHEN; WHO arranged it.',
  F1: 'Parents and carers of YEARS received a leaflet on STEM careers in WHEN, written by WHO.',
  F2: 'Six parents and carers spoke about their work to YEARS in WHEN; WHO invited them.',
  G1: 'Three local firms and the university work with YEARS every year; WHO agreed the dates in WHEN.',
  G2: 'All of YEARS met somebody from engineering or science in WHEN; WHO holds the registers.',
  G3: 'The first timeline of WHEN shows partner work for YEARS; WHO keeps it up to date.',
  H1: 'The results of the attitude survey of YEARS were shown to staff in WHEN by WHO, and two visits were added.',
  H2: 'Displays and visitors for YEARS were looked at in WHEN; WHO saw to it that women and men are shown alike.',
  H3: 'WHO gave STEM staff the numbers who chose each STEM subject in WHEN, by class for YEARS.',
};

export const actionFor: Readonly<Record<string, string>> = {
  A2: 'Agree who brings STEM and careers together, and put it in writing.',
  A3: 'Call a first meeting of STEM and careers staff.',
  B1: 'Plan one shared project of science, mathematics and technology.',
  C1: 'Invite careers staff to a meeting of each STEM department.',
  D2: 'Ask every club three questions about jobs at the end of the year.',
  E2: 'Find two firms that take a teacher for a day.',
  F1: 'Write to parents and carers about STEM careers before the options evening.',
  H2: 'Look at all displays in the science and technology corridors.',
};

export const writers = [
  'the head of science',
  'the head of technology',
  'the STEM co-ordinator',
  'the deputy head for curriculum',
  'the careers co-ordinator',
  'the assistant head',
] as const;

export const times = [
  'autumn 2007',
  'summer 2008',
  'September 2008',
  'November 2008',
  'January 2009',
  'March 2009',
] as const;

export const yearGroups = ['Year 7', 'Year 8', 'Year 9', 'Years 7 to 9', 'Years 8 and 9', 'Years 9 to 11'] as const;
