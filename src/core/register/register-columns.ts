import { failed, ok, type Result } from '../result.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import type { OwnerId } from '../ids.ts';
import type { RowFault } from './row-problem.ts';
import { mostCharacters, type SchoolSays } from './school.ts';
import { laestabOf, readIsoDay, readLaestab, readStatus, readYesOrNo } from './school-values.ts';

/** Somebody who looks after schools, by whose id or name a list may call her. */
export interface MentorName {
  readonly owner: OwnerId;
  readonly name: string;
}

/** One or more columns of a file that together say one thing of a school. */
export interface RegisterColumn {
  /** For each column the headings it may have, bare: small letters and digits only. */
  readonly headings: readonly (readonly string[])[];
  /** What the cells say; they are not blank. */
  read(texts: readonly string[], mentors: readonly MentorName[]): Result<SchoolSays, RowFault>;
  /** What it says when they are blank; nothing, if left out. */
  readonly blank?: SchoolSays;
}

type ShortText = 'phase' | 'localAuthority' | 'region' | 'postcode' | 'specialism';

const text = (field: ShortText, ...headings: string[]): RegisterColumn => ({
  headings: [headings],
  read: ([value = '']) => (value.length > mostCharacters[field] ? failed('too-long') : ok({ [field]: value })),
});

const day = (field: 'opened' | 'closed', heading: string): RegisterColumn => ({
  headings: [[heading]],
  read: ([value = '']) => orFault(readIsoDay(value), 'day-wrong', (read) => ({ [field]: read })),
});

/** In the government's file a blank cell says that there is none. */
const blankIsNone = (column: RegisterColumn, field: keyof SchoolSays): RegisterColumn => ({
  ...column,
  blank: { [field]: null },
});

const status = (...headings: string[]): RegisterColumn => ({
  headings: [headings],
  read: ([value = '']) => orFault(readStatus(value), 'status-unknown', (read) => ({ status: read })),
});

const orFault = <T>(
  read: T | undefined,
  fault: RowFault,
  says: (value: T) => SchoolSays,
): Result<SchoolSays, RowFault> => (read === undefined ? failed(fault) : ok(says(read)));

/** What is read of the government's download besides URN and name; its other columns are never looked at. */
export const giasColumns: readonly RegisterColumn[] = [
  {
    headings: [['lacode'], ['establishmentnumber']],
    read: ([authority = '', establishment = '']) =>
      // Some have an authority, but no number of their own.
      establishment === ''
        ? ok({ laestab: null })
        : orFault(laestabOf(authority, establishment), 'laestab-wrong', (laestab) => ({ laestab })),
    blank: { laestab: null },
  },
  status('establishmentstatusname'),
  blankIsNone(day('opened', 'opendate'), 'opened'),
  blankIsNone(day('closed', 'closedate'), 'closed'),
  blankIsNone(text('phase', 'phaseofeducationname'), 'phase'),
  blankIsNone(text('localAuthority', 'laname'), 'localAuthority'),
  blankIsNone(text('region', 'gorname'), 'region'),
  blankIsNone(text('postcode', 'postcode'), 'postcode'),
];

/** What a list that somebody made may say besides URN and name; its blank cells say nothing. */
export const listColumns: readonly RegisterColumn[] = [
  {
    headings: [['laestab', 'dfenumber']],
    read: ([value = '']) => orFault(readLaestab(value), 'laestab-wrong', (laestab) => ({ laestab })),
  },
  status('status'),
  text('phase', 'phase'),
  text('localAuthority', 'localauthority', 'la'),
  text('region', 'region'),
  text('postcode', 'postcode'),
  text('specialism', 'specialism'),
  {
    headings: [['enlisted']],
    read: ([value = '']) => orFault(readYesOrNo(value), 'not-yes-or-no', (enlisted) => ({ enlisted })),
  },
  {
    headings: [['mentor']],
    read: ([value = ''], mentors) =>
      orFault(mentorCalled(value, mentors), 'mentor-unknown', (mentor) => ({ mentor })),
  },
];

/** The mentor of this id, or else of this name if only one has it. */
export const mentorCalled = (called: string, mentors: readonly MentorName[]): OwnerId | undefined => {
  const byId = mentors.find(({ owner }) => owner === called.toUpperCase());
  if (byId) return byId.owner;
  const named = mentors.filter(({ name }) => foldedText(name) === foldedText(called));
  return named.length === 1 ? named[0]?.owner : undefined;
};
