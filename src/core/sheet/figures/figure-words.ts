/** The fixed words around tables of figures on sheets. */
export const figureWords = {
  behind: 'Behind the table',
  place: 'Place',
  behindNote: 'Where a name stands in the table to the left; blank where it is not shown.',
  chartAlternative: (title: string) => `Chart, “${title}”. The numbers are in the table above.`,
} as const;
