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

export const sheetWords = {
  progress: { of: ' of ', answered: ' answered', toFix: ' to fix', toCheck: ' to check' },
  questionPrompt: 'Your mentor’s open questions about this row appear here. Please answer in the next column.',
  answerPrompt: 'Type your answer here. It goes to your mentor with your next submission.',
  notAChoice: {
    title: 'Not in the list',
    text: 'This is not one of the choices in the list. Press Yes to keep what you typed: usual spellings are understood, and anything else is marked so that you can put it right.',
  },
  seeGuide: (guide: string) => `What each choice means, row by row: see the sheet “${guide}”.`,

  summary: 'summary',
  notForPublication:
    'Working document, not for publication. It counts what stands on the entry sheet at this moment.',
  group: 'Area',
  answered: 'Answered',
  outOf: 'Out of',
  mean: 'Mean',
  total: 'Total',
  barriers: (at: number) => `Barriers (median of the answers at most ${at})`,
  indicators: (at: number) => `Positive indicators (median of the answers at least ${at})`,
  finding: 'Finding',
  basedOn: 'Based on',
  median: 'Median',
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

  guide: 'guide',
  guideNote: 'Find the description that fits best today, then choose it in the entry sheet.',

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
    submitted: 'Submitted, not accepted',
    questioned: 'Questions open',
    accepted: 'Accepted',
  },
  newerUnderWay: 'Accepted; a newer one is under way',
  numberAnswered: 'Number answered',
  medianOf: 'Median of ',
} as const;
