import type { SheetFault } from '#core/instrument/definition-sheets/sheet-fault.ts';
import type { Expected } from '#core/instrument/parse-condition.ts';

type Words = string | ((detail: string) => string);

const expectedWords: Readonly<Record<Expected, string>> = {
  condition: 'a condition, such as level >= 3 or evidence is blank',
  comparison: 'is, >= or <=',
  answer: 'blank, filled, answered or the code of a choice',
  row: 'the key of a row',
  number: 'a number',
  bracket: 'an opening bracket',
  'closing-bracket': 'a closing bracket',
  'closing-quote': 'a closing quotation mark',
  end: 'and, or, or the end',
  'less-deep': 'fewer brackets within each other',
};

const words: Readonly<Record<SheetFault['code'], Words>> = {
  shape: (detail) =>
    detail.startsWith('must match pattern')
      ? 'This cannot be used here. Use letters, digits and hyphens only; ids begin with a letter and have small ones.'
      : `This ${detail}.`,
  'not-unique': (found) => `“${found}” stands here a second time. Each may be there once.`,
  'ambiguous-spelling': (found) => `“${found}” already means something else. Use each spelling once.`,
  'unknown-field': (found) => `There is no field “${found}”. Use an id from the sheet “fields”.`,
  'unknown-row': (found) => `There is no row “${found}”. Use a key from the sheet “rows”.`,
  'unknown-group': (found) => `There is no group “${found}”. Name it in a line of the sheet “rows”, with its title.`,
  'unknown-choice': (found) =>
    `There is no choice “${found}” that could be named here. Use a code from the sheet “choices”.`,
  'unknown-measure': (found) => `There is no measure “${found}”. Use an id from this sheet.`,
  'comma-in-label': (found) => `“${found}” holds a comma, and Excel parts lists at commas. Write it without.`,
  'separator-in-spelling': (found) =>
    `“${found}” holds a comma, a semicolon or a line break. Where several may be chosen these part the answers: write it without.`,
  'wildcard-in-spelling': (found) => `“${found}” holds *, ? or ~. Where several may be chosen, write it without.`,
  'label-taken': (found) => `The sheet needs the heading “${found}” itself. Choose another label.`,
  'key-taken': (found) => `No row may have the key “${found}”. Choose another.`,
  'untidy-text': (found) => `“${found}” has blanks at an end, or two in a row. Take them away.`,
  'sheet-title-illegal': (found) =>
    `Excel does not take “${found}” as the name of a sheet. Leave out : \\ / ? * [ ] and apostrophes at the ends.`,
  'choices-missing': 'This field needs choices: a line for each on the sheet “choices”.',
  'choices-not-allowed': (kind) =>
    `A field of the kind “${kind}” has no choices. Take them away, or change the kind.`,
  'of-missing': 'A field of the kind “item” needs the id of another instrument in the column “of”.',
  'of-not-allowed': 'Only a field of the kind “item” has something here. Leave it blank.',
  'value-missing': (code) => `The choice “${code}” needs a value: all choices of a scale have one.`,
  'no-scale': (found) => `“${found}” cannot be compared: use a field with numbers, or with choices that have values.`,
  'no-year': (found) =>
    `No choice of “${found}” is a year group. Give the choices the numbers of the years as codes or values, such as 7 and 9.`,
  'kind-unfit': (kind) => `This is not possible with “${kind}”. Use another field, or another kind.`,
  'wrong-place': (found) =>
    `“${found}” is asked in the other place: once, or in every row. Here only the fields of one place may be named.`,
  'rows-unfit':
    'This does not go with the rows of this instrument: look at “rows” on the first sheet (fixed or open).',
  'descriptor-missing': (code) => `The sentence for the level “${code}” is missing in this row.`,
  'descriptor-unknown': (code) => `There is no level “${code}”. Look at the heading of this column.`,
  'limits-missing': 'This rule needs a limit, or it would never find anything.',
  'limits-impossible': 'The most is less than the least: nothing could be right.',
  'not-a-day': (found) => `“${found}” is not in the calendar. Write a day as 2008-09-01.`,
  'mask-illegal': (found) => `“${found}” cannot be a pattern: it has blanks at an end, or two in a row.`,
  'codes-missing': 'Say both which field and which choices are counted, or neither.',
  'one-code-only': 'Where several may be chosen, a share has one code. Make a measure for each.',
  'breakdown-unfit': (found) => `“${found}” is used already. Break down by something else.`,
  'version-not-before': 'The previous version must be lower than this one.',
  'sheet-missing': (sheet) =>
    `The workbook has no sheet “${sheet}”. Add it, or start from a blank definition workbook.`,
  'headings-missing': (heading) =>
    `No line of this sheet begins with the heading “${heading}”. Copy the headings from a blank definition workbook.`,
  'heading-unknown': (found) =>
    `The heading “${found}” is not known. For remarks of your own begin the heading with #.`,
  'heading-twice': (found) => `The heading “${found}” stands here a second time. Delete one of the two columns.`,
  'setting-unknown': (found) => `“${found}” is no setting. For a remark begin the line with #.`,
  'setting-twice': (found) => `“${found}” is set a second time. Delete one of the two lines.`,
  'not-a-number': (found) => `“${found}” is not a number. Write digits, with a point before decimals.`,
  'not-yes-or-no': (found) => `Write yes or no instead of “${found}”, or leave it blank.`,
  'list-unreadable': 'A quotation mark is opened and not closed. Part several things by semicolons.',
  'rate-unreadable': 'Write each line as code out of field, parted by semicolons: 7 out of on-roll-7.',
  'condition-unreadable': (detail) => {
    const [expected = '', place = ''] = detail.split(' ');
    const wanted = expectedWords[expected as Expected];
    return `This condition cannot be read from character ${place} on. Expected there: ${wanted}.`;
  },
  'not-a-kind-of-move': (found) => `Write row, field or choice instead of “${found}”.`,
};

/** A mistake in a definition workbook in words, with what to do. */
export const definitionWords = ({ code, detail }: Pick<SheetFault, 'code' | 'detail'>): string => {
  const said = words[code];
  return typeof said === 'string' ? said : said(detail);
};
