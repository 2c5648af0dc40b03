import type { SystemColumn } from './entry-layout.ts';

/**
 * The fixed words on sheets, all in one place. Everything else comes from the instrument's own texts. Formulas hold
 * some of them, so none may be longer than 255 characters.
 */
export const columnWords: Readonly<Record<Exclude<SystemColumn, '#text'> | '#number', string>> = {
  '#key': 'Code',
  /** Over the keys of an open table. */
  '#number': 'No.',
  '#group': 'Area',
  '#status': 'Status',
  '#question': 'Mentor’s question',
  '#answer': 'Your answer',
};

/** The status of a row, in the order of `standing` on the check sheet. */
export const statusWords = ['To do', 'Needs fixing', 'Please check', 'Done', 'Not counted'] as const;

/** The status of a row with answers copied from an earlier round, until they are confirmed or changed. */
export const copiedWord = 'Please confirm';

export const sheetWords = {
  progress: {
    all: (total: number, rows: string) => (total === 1 ? `The ${rows} is answered` : `All ${total} ${rows} answered`),
    left: (total: number, rows: string) => ` of ${total} ${rows} to answer`,
    entered: ' entered',
    cellToFix: ' cell to fix',
    cellsToFix: ' cells to fix',
    cellToCheck: ' cell to check',
    cellsToCheck: ' cells to check',
    toFix: ' to fix',
    toCheck: ' to check',
  },
  questionPrompt: 'Your mentor’s open questions about this row appear here. Please answer in the next column.',
  answerPrompt: 'Type your answer here. It goes to your mentor with your next submission.',
  notAChoice: {
    title: 'Not in the list',
    text: 'This is not one of the choices in the list. Press Yes to keep what you typed: usual spellings are understood, and anything else is marked so that you can put it right.',
  },
  outsideLimits: {
    title: 'Please check',
    text: (message: string) => `${message} You may keep what you typed: it is marked until it is put right.`,
    otherwise:
      'This is not what is expected here; the help beside the cell says what is. You may keep what you typed: it is marked until it is put right.',
  },
  seeGuide: (guide: string) => `How to fill it and what everything means: see the sheet “${guide}”.`,

  summary: 'summary',
  notForPublication:
    'Working document, not for publication. It counts what stands on the entry sheet at this moment.',
  group: 'Area',
  answered: 'Answered',
  outOf: 'Out of',
  mean: 'Mean',
  total: 'Total',
  barriers: (which: string, at: number) => `Barriers (${which} of the answers at most ${at})`,
  indicators: (which: string, at: number) => `Positive indicators (${which} of the answers at least ${at})`,
  finding: 'Finding',
  basedOn: 'Based on',
  /** Heading over the value that decides about a finding. */
  decider: { median: 'Median', lowest: 'Lowest', highest: 'Highest' },
  here: 'In this return',
  isBarrier: 'A barrier here',
  isIndicator: 'A strength here',
  isNot: 'Not here',
  notAnswered: 'Not answered yet',
  chartTitle: (measure: string) => measure,
  /** Short enough to stay under the chart: it stands in a cell behind it. */
  chartAlternative: (measure: string, many: string) =>
    `Chart, “${measure}”: how many ${many} of each area stand where. The numbers are in the table above.`,

  record: 'record',
  recordNote:
    'Everything people wrote about this return, and every receipt, in the order it happened. New lines are added by the add-in; please do not change old ones.',

  guide: {
    title: 'read me',
    howTo: 'How to fill it',
    once: 'Above the table a few things are asked once for the whole return.',
    fixedRows: (sheet: string, row: string) =>
      `On the sheet “${sheet}” there is one line for each ${row}. White and pale blue cells are yours; grey ones fill themselves.`,
    openRows: (sheet: string, row: string) =>
      `On the sheet “${sheet}” write one line for each ${row}; the order does not matter. When you need more lines, or lines have lost their numbers, the pane of the add-in adds them.`,
    steps: [
      'Choose from the drop-downs, or type. Nothing that you type is refused or changed: what is not understood is coloured, and the status of its line says so in words.',
      'The line at the top of the sheet says what is left to do. Nothing has to be finished in one go.',
      'Questions from your mentor appear in their own column; answer in the column beside it.',
      'If drop-downs or colours get lost, for example by pasting, the pane’s Repair brings them back. Your answers stay as they are.',
      'When nothing is left to fix, submit in the pane of the add-in. Without the add-in, send the saved workbook to your mentor.',
    ],
    columns: 'What each column means',
    column: 'Column',
    whatToWrite: 'What to write',
    choices: 'Choices, and how else they may be written',
    also: 'also: ',
    andMore: '… and more, see the drop-down',
    several: 'One or several, with semicolons between them:',
    integer: 'A whole number',
    decimal: 'A number',
    date: 'A date such as 14/04/2009',
    text: 'In your own words',
    status: 'What the words in the column Status mean',
    statusWord: 'Status',
    meaning: 'What it means',
    statuses: [
      'Nothing stands in this line yet.',
      'Something must be put right before you can submit: look at the red cells of the line.',
      'Something is possible but unusual: look at the yellow cells. Put it right, or say in the pane why it is so.',
      'All is well here.',
      'This line is not one of the return’s own, or it stands twice: it is not read.',
    ],
    copied:
      'Answers in this line were copied from last time. Change what is different now, then confirm the rest in the pane.',
    unseen: 'What the sheet cannot check by itself',
    unseenNote: 'These are looked at in the pane of the add-in or when you submit.',
    unseenPupils:
      'Names of people, and pupil numbers, e-mail addresses or dates of birth that stand among other words. None of them belongs here.',
    anyColumn: 'Any column',
    message: 'What is looked at',
    descriptors: 'What each choice means, line by line',
    descriptorsNote: 'Find the description that fits best today, then choose it in the entry sheet.',
  },

  keptOld: (version: number) => `Kept as it was in version ${version}`,

  check: 'Worked out by formulas; nothing here is typed. 0 fine, 1 please check, 2 needs fixing.',
  lists: 'Spellings that are understood, and the lists behind the drop-downs.',

  master: 'master',
  asAt: 'As at',
  enlisted: 'Enlisted',
  returned: 'Returned',
  accepted: 'Accepted',
  masterNote:
    'Working document, not for publication. It counts accepted returns; every owner without one is listed with its state.',
  findings: 'Barriers and positive indicators',
  kindOfFinding: 'Kind',
  barrier: 'Barrier',
  indicator: 'Indicator',
  count: 'n',
  base: 'Base N',
  inWords: 'In words',
  of: ' of ',
  returnedOf: ' returned of ',
  enlistedEnd: ' enlisted',
  share: 'Share',
  quantity: 'Quantity word',
  wordMet: ': yes',
  wordNotMet: ': no',
  wordUnknown: ': cannot be told',
  answersOf: (field: string) => `Answers: ${field}`,
  owner: 'Owner',
  name: 'Name',
  state: 'State',
  revision: 'Revision',
  receipt: 'Receipt',
  states: {
    'not-started': 'Not started',
    'in-progress': 'In progress',
    submitted: 'Submitted, not accepted',
    questioned: 'Questions open',
    accepted: 'Accepted',
    reopened: 'Reopened',
    withdrawn: 'Withdrawn',
  },
  newerUnderWay: 'Accepted; a newer one is under way',
  numberAnswered: 'Number answered',
  deciderOf: { median: 'Median of ', lowest: 'Lowest of ', highest: 'Highest of ' },
} as const;
