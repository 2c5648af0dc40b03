import type { Choice, Field } from '../instrument/instrument.ts';
import { sheetWords } from './sheet-words.ts';

/** More choices than these, and more spellings of one, are not listed: the drop-down has them all. */
const mostChoices = 20;
const mostSpellings = 4;

/** What may be written into a field, in brief: "1 Not yet (also: 1, not yet); 2 Starting …". */
export const choicesInBrief = ({ kind }: Field, choices: readonly Choice[]): string => {
  const words = sheetWords.guide;
  switch (kind) {
    case 'integer':
      return words.integer;
    case 'decimal':
      return words.decimal;
    case 'date':
      return words.date;
    case 'text':
      return words.text;
    default: {
      if (choices.length === 0) return words.text;
      const listed = choices.slice(0, mostChoices).map(({ label, accepts }) => {
        const others = accepts.slice(0, mostSpellings);
        return others.length === 0 ? label : `${label} (${words.also}${others.join(', ')})`;
      });
      const all = [...listed, ...(choices.length > mostChoices ? [words.andMore] : [])].join('; ');
      return kind === 'choices' ? `${words.several} ${all}` : all;
    }
  }
};
