import type { RowFault } from '#core/register/row-problem.ts';
import type { SchoolField } from '#core/register/school.ts';
import type { ImportAnswer, SchoolAnswer, WireSchool } from '#wire/register.ts';
import { count, list } from '#core/words/count-words.ts';
import { day } from '#core/words/date-words.ts';
import type { Note } from './words.ts';

const statusWords = { open: 'open', closed: 'closed', proposed: 'not open yet' } as const;

/** Where a school is, to tell two of one name apart. */
export const placeOfSchool = ({ urn, localAuthority, postcode, status }: WireSchool): string =>
  [
    ...(localAuthority === null ? [] : [localAuthority]),
    ...(postcode === null ? [] : [postcode]),
    urn,
    ...(status === 'open' ? [] : [statusWords[status]]),
  ].join(', ');

/** A school's line in the register. */
export const schoolWords = (school: WireSchool, mentors: readonly string[]): string =>
  [
    placeOfSchool(school),
    ...(school.enlisted ? [mentorWords(mentors)] : []),
    ...(school.specialism === null ? [] : [school.specialism]),
  ].join(' · ');

const mentorWords = (names: readonly string[]): string =>
  names.length === 0 ? 'no mentor' : `${names.length === 1 ? 'mentor' : 'mentors'} ${list(names)}`;

/** All that the register knows of a school, as names and values. */
export const schoolFacts = ({ school }: SchoolAnswer): readonly (readonly [string, string])[] => [
  ['URN', school.urn],
  ...(school.laestab === null ? [] : [['LAESTAB', school.laestab] as const]),
  ['Status', statusWords[school.status]],
  ...(school.opened === null ? [] : [['Opened', day(school.opened)] as const]),
  ...(school.closed === null ? [] : [['Closed', day(school.closed)] as const]),
  ...(school.phase === null ? [] : [['Phase', school.phase] as const]),
  ...(school.localAuthority === null ? [] : [['Local authority', school.localAuthority] as const]),
  ...(school.postcode === null ? [] : [['Postcode', school.postcode] as const]),
];

const faults: Readonly<Record<RowFault, string>> = {
  'urn-wrong': 'A URN is six digits.',
  'urn-twice': 'This URN stands in the file more than once. Keep the row that is right.',
  'not-in-register':
    'The register has no school of this URN. Give its name as well, or import the government’s list first.',
  'name-missing': 'The school has no name.',
  'too-long': 'This is longer than the register takes.',
  'laestab-wrong': 'A LAESTAB is three digits and four, such as 201/4001.',
  'day-wrong': 'This is no day such as 01-09-2009.',
  'status-unknown': 'Write Open, Closed or Proposed to open.',
  'not-yes-or-no': 'Write yes or no.',
  'mentor-unknown': 'No mentor, or more than one, is called this. Add the mentor under People first, or give the id.',
  'too-many-cells': 'The row has more cells than there are headings. Look for a comma too many.',
};

/** Where a row has a problem: "Row 12, Enlisted: “perhaps”". */
export const problemPlace = ({ row, column, value }: ImportAnswer['problems'][number]): string =>
  `Row ${row}, ${column}${value === '' ? '' : `: “${value}”`}`;

/** What is wrong there and what to do. */
export const problemFault = ({ fault }: ImportAnswer['problems'][number]): string =>
  faults[fault as RowFault] ?? 'This cannot be read.';

const fieldWords: Readonly<Record<SchoolField, string>> = {
  name: 'name',
  laestab: 'LAESTAB',
  status: 'status',
  opened: 'opened',
  closed: 'closed',
  phase: 'phase',
  localAuthority: 'local authority',
  region: 'region',
  postcode: 'postcode',
  specialism: 'specialism',
  enlisted: 'takes part',
  mentor: 'mentor',
};

type Change = ImportAnswer['changes'][number];

export const changeKinds: Readonly<Record<Change['kind'], string>> = {
  new: 'New',
  changed: 'Changed',
  closed: 'Closed',
  reopened: 'Reopened',
};

/** What of a school an import changes: "region “North” to “South”". */
export const changeWords = ({ fields }: Change): string =>
  fields
    .map(
      ({ field, from, to }) =>
        `${fieldWords[field as SchoolField] ?? field}: ${valueOf(from)} becomes ${valueOf(to)}`,
    )
    .join('; ');

const valueOf = (value: string | boolean | null): string =>
  value === null ? 'nothing' : value === true ? 'yes' : value === false ? 'no' : `“${value}”`;

const files: Readonly<Record<ImportAnswer['kind'], string>> = {
  gias: 'the government’s list of schools',
  links: 'the government’s file of links',
  list: 'a list of your own',
};

/** What a file was recognised as. */
export const fileKind = ({ kind }: ImportAnswer): string => `This is ${files[kind]}.`;

/** What importing does or did, counted; empty where nothing changes. */
export const importCounts = ({ kind, counts }: ImportAnswer): readonly string[] => {
  const said = (number: number, words: string): string[] => (number === 0 ? [] : [words]);
  if (kind === 'links') {
    return [
      ...said(counts.new, `${count(counts.new, 'new successor')}`),
      ...said(counts.changed, `${count(counts.changed, 'successor')} changed`),
    ];
  }
  return [
    ...said(counts.new, `${count(counts.new, 'school')} new`),
    ...said(counts.changed, `${count(counts.changed, 'school')} changed`),
    ...said(counts.closed, `${count(counts.closed, 'school')} closed`),
    ...said(counts.reopened, `${count(counts.reopened, 'school')} open again`),
  ];
};

/** How an import ended. */
export const importedNote = (answer: ImportAnswer): Note => {
  const done = importCounts(answer);
  return {
    intent: answer.refused > 0 ? 'warning' : 'success',
    title: done.length === 0 ? 'Nothing has changed.' : `Done: ${list(done)}.`,
    todo:
      answer.refused > 0
        ? `${count(answer.refused, 'row was', 'rows were')} left out. Put them right and import the file again.`
        : '',
  };
};
