/** The fixed words around tables of figures on sheets. */
export const figureWords = {
  behind: 'Behind the table',
  place: 'Place',
  sumOf: (label: string) => `Sum, ${label}`,
  chartAlternative: (title: string) => `Chart, “${title}”. The numbers are in the table above.`,
} as const;
