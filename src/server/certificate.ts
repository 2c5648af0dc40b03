import { existsSync, readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { failed, ok, type Result } from '#core/result.ts';

/** Certificate and key, as the texts of their PEM files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * What is spoken with a certificate of our own: TLS 1.3 and 1.2, the strongest first, and nothing with which what was said
 * could be read later by whoever finds the key. Node by itself takes older suites too.
 */
export const spokenTls = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const;

/** Reads `STEM_CERT` and `STEM_KEY`, where they are given; the failure is a line that says what is wrong with them. */
export const readCertificate = (
  cert: string | undefined,
  key: string | undefined,
): Result<Certificate | undefined, string> => {
  if (!cert && !key) return ok(undefined);
  if (!cert || !key) return failed('STEM_CERT and STEM_KEY are given together or not at all.');
  const missing = [cert, key].find((file) => !existsSync(file));
  if (missing) return failed(`There is no file ${missing}: see STEM_CERT and STEM_KEY.`);
  const [certText, keyText] = [textOf(cert), textOf(key)];
  if (certText === undefined || keyText === undefined) {
    return failed(`${certText === undefined ? cert : key} cannot be read: see STEM_CERT and STEM_KEY.`);
  }
  const pair = { cert: certText, key: keyText };
  try {
    createSecureContext(pair);
    return ok(pair);
  } catch {
    return failed(
      `${cert} and ${key} are no certificate and its key, in PEM and without a password: see STEM_CERT and STEM_KEY.`,
    );
  }
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
