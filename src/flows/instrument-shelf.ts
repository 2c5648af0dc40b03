import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';

/** The instruments at hand: those that came with the program, and those learnt from a workbook or the endpoint since. */
export interface InstrumentShelf {
  /** The instrument of a reference such as `…@1`; `undefined` when it is not at hand. */
  find(reference: string): Instrument | undefined;
  /** The newest version at hand of the instrument with an id. */
  newest(id: string): Instrument | undefined;
  isBuiltIn(reference: string): boolean;
  /** Puts an instrument that has been loaded and checked on the shelf; a built-in one is never replaced. */
  learn(instrument: Instrument): void;
}

export const instrumentShelf = (builtIn: (reference: string) => Instrument | undefined): InstrumentShelf => {
  const learnt = new Map<string, Instrument>();
  const find = (reference: string) => builtIn(reference) ?? learnt.get(reference);
  return {
    find,
    newest: (id) => {
      const versions = [...learnt.values()].filter((one) => one.id === id).map(({ version }) => version);
      // Built-in versions are numbered from 1 without a gap.
      let version = 1;
      while (builtIn(instrumentRef({ id, version: version + 1 })) !== undefined) version += 1;
      return find(instrumentRef({ id, version: Math.max(version, ...versions) }));
    },
    isBuiltIn: (reference) => builtIn(reference) !== undefined,
    learn: (instrument) => void learnt.set(instrumentRef(instrument), instrument),
  };
};
