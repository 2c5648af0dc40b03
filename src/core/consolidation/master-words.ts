interface Then {
  readonly title: string;
  readonly count: number;
  readonly base: number;
}

/** The words of the master sheet and of exports that are not shared with other sheets. */
export const masterWords = {
  owners: 'Owners and their returns',
  /** Behind the title: this is not the master of the present. */
  asItStood: (day: string) => `, as it stood at the end of ${day}`,
  endOf: (day: string) => `The end of ${day} in London`,
  withoutRows:
    'There are no rows behind these numbers: schools sent tallies only, or what was collected about pupils was purged.',
  tooManyRows: (rows: string) => `The answers behind these numbers are not here: ${rows} are too many for a sheet.`,
  rowsOf: (many: string) => `All ${many} of accepted returns`,
  number: 'No.',
  /** Where a figure stands: it is asked for by its measure and the two numbers. */
  figurePlace: ['Measure', 'Line no.', 'Column no.', 'Title', 'Line', 'Column', 'Unit'],
  figure: 'Figure',
  /** What a figure is worked out of: of a count itself, of a share or mean how much of how many, of a gap that twice. */
  terms: ['Number', 'Out of', 'Less number', 'Less out of'],
  /** After a quantity word, with what an earlier round came to. */
  since: ({ title, count, base }: Then) => `, since ${title} (${count} of ${base} then)`,
  notSince: ({ title, count, base }: Then) => `, not since ${title} (${count} of ${base} then)`,
  given: (number: string) => `${number}: given`,
} as const;
