import type { Static, TSchema } from 'typebox';
import { ok, type Result } from '#core/result.ts';
import type { ApiFailure } from './collection-api.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What is out of the ordinary about a call. */
export interface CallHow {
  /** Milliseconds until an answer is given up. */
  readonly patience?: number;
  /** Goes as Idempotency-Key: with the same again nothing is made twice. */
  readonly key?: string;
}

/** A call as whoever is signed in; a `Blob` goes as the CSV file that it is, anything else as JSON. */
export type Call = <S extends TSchema>(
  method: Method,
  path: string,
  answer: S,
  body?: unknown,
  how?: CallHow,
) => Promise<Result<Static<S>, ApiFailure>>;

/** What an answer in pages says besides its items. */
interface Page {
  readonly next?: string;
}

/** The items of all pages of a list, in their order; the failure of the first page that fails. */
export const everyPage = async <S extends TSchema, Item>(
  call: Call,
  path: string,
  answer: S,
  itemsOf: (page: Static<S>) => readonly Item[],
): Promise<Result<readonly Item[], ApiFailure>> => {
  const items: Item[] = [];
  for (let after: string | undefined; ;) {
    const page = await call('GET', path + asked({ limit: 1000, after }), answer);
    if (!page.ok) return page;
    items.push(...itemsOf(page.value));
    after = (page.value as Page).next;
    if (after === undefined) return ok(items);
  }
};

/** The question part of an address; what is absent is not asked. */
export const asked = (query: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};
