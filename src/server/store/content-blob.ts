import { deflateSync, inflateSync } from 'node:zlib';
import type { ReturnContent } from '#core/returns/content.ts';
import { isBlank } from '#core/returns/same-value.ts';

/** What a return holds as it is kept: rows by key, blank cells and empty rows left out, explanations as sent. */
export const canonicalContent = (content: ReturnContent): ReturnContent => ({
  rows: content.rows
    .map(({ key, values }) => ({
      key,
      values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value))),
    }))
    .filter(({ values }) => Object.keys(values).length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1)),
  explanations: content.explanations,
});

const packed = new WeakMap<ReturnContent, Uint8Array>();

/** A revision's content as one compressed blob (zlib over UTF-8 JSON). The same content is compressed once, and never changed. */
export const packContent = (content: ReturnContent): Uint8Array => {
  const blob = packed.get(content) ?? pack(canonicalContent(content));
  packed.set(content, blob);
  return blob;
};

/** The content of such a blob. Throws when the blob is damaged: only this program writes them. */
export const unpackContent = (blob: Uint8Array): ReturnContent => unpack(blob) as ReturnContent;

/** Anything that is JSON, as such a blob. */
export const pack = (value: unknown): Uint8Array => deflateSync(Buffer.from(JSON.stringify(value), 'utf8'));
export const unpack = (blob: Uint8Array): unknown => JSON.parse(inflateSync(blob).toString('utf8')) as unknown;

/** The blob of a revision of which nothing is kept. */
export const nothingKept: Uint8Array = pack(null);
