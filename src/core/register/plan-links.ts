import type { LinkRow, Succession } from './read-link.ts';

/** A pair of schools, as a key. */
const pairOf = ({ urn, successor }: Pick<Succession, 'urn' | 'successor'>): string => `${urn}>${successor}`;

/**
 * The successions that rows of a links file tell, by URN. The file tells most of them twice, once from either side, and
 * only one side knows the successor's name: rows of one pair are put together. Where two days differ the later counts.
 */
export const successionsOf = (rows: readonly LinkRow[]): readonly Succession[] => {
  const found = new Map<string, Succession>();
  for (const { urn, successor, name, since } of rows) {
    const before = found.get(pairOf({ urn, successor }));
    found.set(pairOf({ urn, successor }), {
      urn,
      successor,
      name: greater(before?.name ?? null, name),
      since: greater(before?.since ?? null, since),
    });
  }
  return [...found.values()].sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
};

/** The same, whichever comes first. */
const greater = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** What a succession would change of one that is known; what it does not say stays. */
export const planSuccession = (
  known: Succession | undefined,
  said: Succession,
): { readonly kind: 'new' | 'changed' | 'unchanged'; readonly succession: Succession } => {
  if (!known) return { kind: 'new', succession: said };
  const succession = { ...said, name: said.name ?? known.name, since: said.since ?? known.since };
  const same = succession.name === known.name && succession.since === known.since;
  return { kind: same ? 'unchanged' : 'changed', succession };
};
