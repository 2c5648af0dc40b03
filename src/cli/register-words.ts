import { count } from '#core/words/count-words.ts';
import type { SchoolChange } from '#core/register/plan-schools.ts';
import type { RegisterFileFault, RowFault, RowProblem } from '#core/register/row-problem.ts';
import type { School, SchoolField } from '#core/register/school.ts';
import type { ImportOutcome } from '#server/register/import-register.ts';

/** Why nothing of a file can be read, and what to do. */
export const fileFaultWords = (fault: RegisterFileFault): string => {
  switch (fault.kind) {
    case 'empty':
      return 'the file is empty. Download it again.';
    case 'not-text':
      return 'this is not a CSV file. In Excel, save it as “CSV UTF-8”; a download in a .zip must be unpacked first.';
    case 'broken':
      return `it breaks off at row ${fault.row}: a quotation mark there is never closed. Download the file again.`;
    case 'too-large':
      return 'it is larger than 100 MB. Choose the list of schools alone.';
    case 'not-a-register':
      return `it has no column with the heading URN, only ${fault.headings.join(', ')}.`;
    case 'column-twice':
      return `two of its columns have the heading “${fault.heading}”. Take one of them away.`;
  }
};

const faults: Readonly<Record<RowFault, string>> = {
  'urn-wrong': 'a URN is six digits.',
  'urn-twice': 'this URN stands in the file more than once. Keep the row that is right.',
  'not-in-register':
    'the register has no school of this URN. Give its name as well, or import the government’s list first.',
  'name-missing': 'the school has no name.',
  'too-long': 'this is longer than the register takes.',
  'laestab-wrong': 'a LAESTAB is three digits and four, such as 201/4001.',
  'day-wrong': 'this is no day such as 01-09-2009.',
  'status-unknown': 'this is none of Open, Closed, Proposed to open, and Open, but proposed to close.',
  'not-yes-or-no': 'write yes or no.',
  'mentor-unknown': 'no mentor, or more than one, is called this. Give the mentor’s id.',
  'too-many-cells': 'the row has more cells than there are headings. Look for a comma too many.',
};

export const problemLine = ({ row, column, fault, value }: RowProblem): string =>
  `row ${row}, ${column}: ${value === '' ? '' : `“${value}”: `}${faults[fault]}`;

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
  enlisted: 'enlisted',
  mentor: 'mentor',
};

/** One school, and what of it is other than before. */
export const changeWords = ({ kind, school, fields }: SchoolChange): string => {
  const what = fields.map(({ field, from, to }) => `${fieldWords[field]} ${valueWords(from)} → ${valueWords(to)}`);
  return [`${kind.padEnd(9)}${school.urn}  ${school.name}`, ...(what.length > 0 ? [what.join('; ')] : [])].join(': ');
};

const valueWords = (value: School[SchoolField]): string =>
  value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : `“${value}”`;

/** What became of a file, in one line. */
export const summaryLine = ({ kind, counts, refused, passedOver }: ImportOutcome): string => {
  const { new: added, changed, closed, reopened, unchanged } = counts;
  const parts =
    kind === 'links'
      ? [
          `${count(added, 'new successor')}`,
          `${changed.toLocaleString('en-GB')} changed`,
          `${unchanged.toLocaleString('en-GB')} unchanged`,
          `${count(passedOver, 'row')} about other links or other schools`,
        ]
      : [
          count(added, 'new school'),
          ...Object.entries({ changed, closed, reopened, unchanged }).map(
            ([word, number]) => `${number.toLocaleString('en-GB')} ${word}`,
          ),
        ];
  return [...parts, `${count(refused, 'row')} refused`].join(', ');
};
