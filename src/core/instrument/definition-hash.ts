import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instrument } from './instrument.ts';

/**
 * SHA-256 of a definition in lower-case hex, 64 characters: the same for the same definition however it was written
 * down. Members count in the order of their names, absent ones not at all; the order of rows, fields, choices, rules
 * and measures does count.
 */
export const definitionHash = (instrument: Instrument): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(instrument))));

const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
};
