import { createHash, createHmac } from 'node:crypto';
import { readAccessCode } from '#core/people/access-code.ts';

/**
 * How secrets lie in the database: SHA-256 in hex. Enough because both are random and long (a token 256 bits, a code
 * 100 bits in a real deployment): there is nothing to guess from, so a slow hash would protect nothing more.
 */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** As for tokens, over what the code reads as: people type codes in many ways. */
export const hashOfCode = (code: string): string => hashOfToken(readAccessCode(code));

/** Every hash a typed code may lie under: before version 4, letters that are misread were not yet read as figures. */
export const hashesOfCode = (typed: string): readonly string[] => [
  hashOfCode(typed),
  hashOfToken(typed.replace(/[\s-]+/g, '').toUpperCase()),
];

/** An address, under a salt that is thrown away: there are so few addresses that without it they could be tried out. */
export const hashOfAddress = (salt: string, address: string): string =>
  createHmac('sha256', salt).update(address).digest('hex');
