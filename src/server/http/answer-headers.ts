/** What every answer for programs carries, refusals too: it is kept by nobody, and a browser led to one does nothing with it. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
} as const;

/** Where people come by HTTPS, what every answer carries besides: for a year browsers then come by nothing else. */
export const transportHeaders = (isHttps: boolean): Readonly<Record<string, string>> =>
  isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {};
