import { createHash } from 'node:crypto';

/**
 * How secrets lie in the database: SHA-256 in hex. Enough because both are random and long (a token 256 bits, a code
 * at least 80 bits in a real deployment): there is nothing to guess from, so a slow hash would protect nothing more.
 */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** As for tokens, over the code without blanks and hyphens and in capitals: people type codes in many ways. */
export const hashOfCode = (code: string): string => hashOfToken(code.replace(/[\s-]+/g, '').toUpperCase());
