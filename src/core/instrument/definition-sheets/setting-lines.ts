import { name, number, words, yesOrNo, type CellForm } from './cell-forms.ts';
import type { Column } from './column.ts';

const setting = (heading: string, member: string, form: CellForm, help: string): Column => ({
  heading,
  member,
  form,
  help,
});

/** The first sheet has a line for each: its name, what is set, and what it means. */
export const settingLines: readonly Column[] = [
  setting('id', 'id', name, 'Small letters, digits and hyphens: pupil-counts. Never changes.'),
  setting('version', 'version', number, '1, 2, 3 … A version that is in use never changes.'),
  setting('title', 'title', words, 'As people call it.'),
  setting('sheet title', 'sheetTitle', words, 'Name of the sheet that is filled in, at most 20 characters.'),
  setting('purpose', 'purpose', words, 'One or two sentences for the person who fills it in.'),
  setting('owner', 'owner', name, 'Who fills it in: school, mentor or programme.'),
  setting('rows', 'rows/kind', name, 'fixed: the rows of the next sheet. open: as many as are needed.'),
  setting('one row is', 'rows/noun/one', words, 'What a row is called: statement.'),
  setting('several rows are', 'rows/noun/many', words, 'What rows are called: statements.'),
  setting('expected rows', 'rows/expected', number, 'Open rows only: how many an empty sheet has.'),
  setting(
    'levels in',
    'levels',
    name,
    'Fixed rows only: id of the field that holds the level, if rows have descriptors.',
  ),
  setting(
    'a row is a pupil',
    'pupils',
    yesOrNo,
    'Open rows only: yes, if nothing that identifies a person may be typed.',
  ),
  setting(
    'previous version',
    'predecessor/version',
    number,
    'The version before, if there is one; see the last sheet.',
  ),
];

/** Headings of the first sheet. */
export const settingHeadings = {
  name: 'setting',
  value: 'value',
  help: 'what it means',
  example: 'for example',
} as const;
