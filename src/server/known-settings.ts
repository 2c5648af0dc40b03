/** Every setting of ours, as `stem-returns --help` tells them; the name begins with `STEM_`. */
export const knownSettings = [
  'STEM_DATA',
  'STEM_INSTRUMENTS',
  'STEM_ADDIN_ORIGINS',
  'STEM_TRUST_PROXY',
  'STEM_PUBLIC_URL',
  'STEM_STOP_DELAY',
  'STEM_REQUESTS_PERSON',
  'STEM_REQUESTS_ADDRESS',
  'STEM_REQUEST_SECONDS',
  'STEM_CERT',
  'STEM_KEY',
] as const;

/** A name that looks like a setting of ours and is none: most likely one is mistyped, and would be passed over. */
export const unknownSetting = (env: NodeJS.ProcessEnv): string | undefined =>
  Object.keys(env).find((name) => name.startsWith('STEM_') && !knownSettings.some((known) => known === name));
