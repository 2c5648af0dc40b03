import type { Cell } from '../cell.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { choicesOf } from './choices.ts';
import { readDay } from './day.ts';
import type { Choice, Field } from './instrument.ts';
import { readNumber } from './number.ts';
import { partsOf } from './parts.ts';
import { foldedText, normalText } from './text-normal-form.ts';

/** What a cell says, read as its field asks. */
export interface Meaning {
  /** The text normal form; '' for a blank cell. */
  readonly text: string;
  readonly filled: boolean;
  /** Filled, and all of it makes sense: the one state in which measures count it. Text always does. */
  readonly understood: boolean;
  /** The choices made, each once, in the order of the field's choices; empty for fields that offer none. */
  readonly choices: readonly Choice[];
  /** The value of the choice made, the number, or the serial number of the day. */
  readonly number?: number;
}

/** How cells of one field are read, looked up once for a whole return. */
export interface FieldReader {
  /** What the field offers, in the order of its drop-down. */
  readonly choices: readonly Choice[];
  read(cell: Cell): Meaning;
}

/**
 * Every spelling by which a choice is understood: its label, its code, what it accepts besides, and the label with what
 * it says, as questionnaires and forms show it ("5 Very much").
 */
export const spellingsOf = ({ label, code, accepts, says }: Choice): readonly string[] => [
  label,
  code,
  ...accepts,
  ...(says === undefined ? [] : [`${label} ${says}`, `${label} - ${says}`, `${label} – ${says}`]),
];

/**
 * Which choice a cell means: its text, in the text normal form and folding case, is one of the choice's spellings; of
 * two choices with one spelling the first. `undefined` for a blank cell and for one that is not understood. Whether the
 * choice may be made on this row is the rule `one-of`'s business.
 */
export const interpret = (choices: readonly Choice[], cell: Cell): Choice | undefined =>
  bySpelling(choices).get(foldedText(cell));

const bySpelling = (choices: readonly Choice[]): ReadonlyMap<string, Choice> => {
  const found = new Map<string, Choice>();
  for (const choice of choices)
    for (const spelling of spellingsOf(choice).map(foldedText)) if (!found.has(spelling)) found.set(spelling, choice);
  found.delete('');
  return found;
};

const blank: Meaning = { text: '', filled: false, understood: false, choices: [] };

/**
 * The reader of a field in its circumstances. Equal cells of one field mean the same, so each is read once: a survey of
 * a thousand pupils holds few different answers.
 */
export const readerOf = (field: Field, circumstances: Circumstances): FieldReader => {
  const choices = choicesOf(field, circumstances);
  const spelt = bySpelling(choices);
  const read = (cell: Cell): Meaning => {
    const text = normalText(cell);
    if (text === '') return blank;
    const said = { text, filled: true } as const;
    switch (field.kind) {
      case 'text':
        return { text, filled: true, understood: true, choices: [] };
      case 'integer':
      case 'decimal':
        return withNumber(text, readNumber(cell));
      case 'date':
        return withNumber(text, readDay(cell));
      case 'choices': {
        const parts = partsOf(text).map((part) => spelt.get(foldedText(part)));
        const made = new Set(parts);
        return {
          ...said,
          understood: made.size > 0 && !made.has(undefined),
          choices: choices.filter((choice) => made.has(choice)),
        };
      }
      default: {
        const choice = spelt.get(text.toLowerCase());
        if (choice === undefined) return { ...said, understood: false, choices: [] };
        const { value: number } = choice;
        return { ...said, understood: true, choices: [choice], ...(number === undefined ? {} : { number }) };
      }
    }
  };
  return { choices, read: lastRemembered(field.kind === 'text' ? read : remembered(read)) };
};

const withNumber = (text: string, number: number | undefined): Meaning =>
  number === undefined
    ? { text, filled: true, understood: false, choices: [] }
    : { text, filled: true, understood: true, choices: [], number };

/** Rule after rule asks for the same cell: what it says is found without looking. */
const lastRemembered = (read: (cell: Cell) => Meaning): ((cell: Cell) => Meaning) => {
  let last: { readonly cell: Cell; readonly meaning: Meaning } = { cell: null, meaning: blank };
  return (cell) => {
    if (cell !== last.cell) last = { cell, meaning: read(cell) };
    return last.meaning;
  };
};

/** Few enough to keep whatever is typed. */
const mostRemembered = 10_000;

const remembered = (read: (cell: Cell) => Meaning): ((cell: Cell) => Meaning) => {
  const known = new Map<Cell, Meaning>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const meaning = read(cell);
    if (known.size < mostRemembered) known.set(cell, meaning);
    return meaning;
  };
};
