import { fault, type InstrumentFault } from './instrument-fault.ts';
import { foldedText } from './text-normal-form.ts';

/** Of texts that are the same text, in the normal form and folding case, every one after the first is a fault. */
export const repeatedTexts = (texts: readonly (readonly [path: string, text: string])[]): InstrumentFault[] => {
  const seen = new Set<string>();
  return texts.flatMap(([path, text]) => {
    const before = seen.has(foldedText(text));
    seen.add(foldedText(text));
    return before ? [fault(path, 'not-unique', text)] : [];
  });
};
