import type { Instrument, Trait } from './instrument.ts';

type TraitOf<Kind extends Trait['kind']> = Extract<Trait, { kind: Kind }>;

/** The trait of a kind that an instrument declares; `undefined` when it does not. */
export const traitOf = <Kind extends Trait['kind']>(
  instrument: Pick<Instrument, 'traits'>,
  kind: Kind,
): TraitOf<Kind> | undefined => instrument.traits.find((trait): trait is TraitOf<Kind> => trait.kind === kind);
