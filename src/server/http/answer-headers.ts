/** What every answer for programs carries, refusals too: it is kept by nobody, and a browser led to one does nothing with it. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const;
