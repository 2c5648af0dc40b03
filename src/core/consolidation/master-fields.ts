import type { Cell } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { isoOfDay } from '../instrument/day.ts';
import type { Choice, Derived, Field, Instrument } from '../instrument/instrument.ts';
import { derivedChoices, derivedCode } from '../measures/derived.ts';
import { nameInTables } from '../measures/measured.ts';
import type { Offer, RowInHand } from '../rules/row-in-hand.ts';
import { quotedText } from '../sheet/a1.ts';
import { masterWords } from './master-words.ts';

/** How a field stands in a master: its columns, and by which criteria on them measures find its answers. */
export interface MasterField {
  readonly id: FieldId;
  readonly label: string;
  /** `once` is what the row's return is asked once. */
  readonly columns: readonly { readonly heading: string; cell(row: RowInHand, once: RowInHand): Cell }[];
  /** Which of the columns, and the criterion on it. */
  chose(code: string): Said;
  readonly answered: Said;
}

interface Said {
  readonly column: number;
  readonly criterion: string;
}

/** Below every number that people write; texts and blanks are not above it. */
const anyNumber: Said = { column: 0, criterion: '">-1E+300"' };
const nobody: Said = { column: 0, criterion: '">1E+300"' };
const anything: Said = { column: 0, criterion: '"<>"' };

/** Every field of an instrument's rows, then its derived ones, then which numbers of rates the return of a row says. */
export const masterFields = (instrument: Instrument, offer: Offer): readonly MasterField[] => [
  ...instrument.fields.map((field) => masterField(field, offer)),
  ...(instrument.derived ?? []).map(derivedField),
  ...(instrument.once ?? []).filter(({ id }) => givenFields(instrument).has(id)).map(givenField),
];

/** The column that says in each row whether its return says a number asked once. */
export const givenId = (field: FieldId): FieldId => `#given ${field}`;

const givenFields = ({ measures }: Instrument): ReadonlySet<FieldId> =>
  new Set(measures.flatMap((measure) => (measure.kind === 'rate' ? measure.lines.map(({ outOf }) => outOf) : [])));

const givenField = ({ id, label }: Field): MasterField => ({
  id: givenId(id),
  label: masterWords.given(label),
  columns: [{ heading: masterWords.given(label), cell: (_, once) => Number(once.meaning(id).number !== undefined) }],
  chose: () => nobody,
  answered: { column: 0, criterion: '1' },
});

/** What a cell in a master says: choices by value or name, several as 1 and 0, what is not understood as it was typed. */
export const masterField = (field: Field, offer: Offer): MasterField => {
  const { id, label, kind } = field;
  const choices = offer.get(id)?.choices ?? [];
  const one = (cell: (row: RowInHand) => Cell) => ({ id, label, columns: [{ heading: label, cell }] });
  if (kind === 'integer' || kind === 'decimal')
    return { ...one((row) => row.meaning(id).number ?? null), chose: () => nobody, answered: anyNumber };
  if (kind === 'date') {
    const day = (row: RowInHand) => row.meaning(id).number;
    return {
      ...one((row) => {
        const serial = day(row);
        return serial === undefined ? null : isoOfDay(serial);
      }),
      chose: () => nobody,
      answered: anything,
    };
  }
  if (kind === 'text' || choices.length === 0)
    return {
      ...one((row) => row.meaning(id).text || null),
      chose: () => nobody,
      answered: kind === 'text' ? anything : nobody,
    };
  if (kind === 'choices') return severalField(field, choices);
  return choiceField(id, label, choices, (row) => {
    const { understood, choices: made } = row.meaning(id);
    return understood ? made[0]?.code : undefined;
  });
};

const derivedField = (derived: Derived): MasterField =>
  choiceField(derived.id, derived.label, derivedChoices, (row) => derivedCode(derived, row));

const choiceField = (
  id: FieldId,
  label: string,
  choices: readonly Choice[],
  codeOf: (row: RowInHand) => string | undefined,
): MasterField => {
  const cells = cellsOf(choices);
  return {
    id,
    label,
    columns: [{ heading: label, cell: (row) => cells.get(codeOf(row) ?? '') ?? null }],
    chose: (code) => {
      const cell = cells.get(code);
      return cell === undefined ? nobody : { column: 0, criterion: criterionOf(cell) };
    },
    answered: anything,
  };
};

const severalField = ({ id, label }: Field, choices: readonly Choice[]): MasterField => ({
  id,
  label,
  columns: choices.map((choice) => ({
    heading: `${label}: ${nameInTables(choice)}`,
    cell: (row) => {
      const { understood, choices: made } = row.meaning(id);
      return understood ? Number(made.some(({ code }) => code === choice.code)) : null;
    },
  })),
  chose: (code) => {
    const column = choices.findIndex((choice) => choice.code === code);
    return column < 0 ? nobody : { column, criterion: '1' };
  },
  answered: anyNumber,
});

/**
 * What stands for each choice, by code: its value; a number where its name is one, since a sheet takes it for one
 * anyway; else its name. Where two choices would look the same, all stand by their labels.
 */
const cellsOf = (choices: readonly Choice[]): ReadonlyMap<string, string | number> => {
  const short = choices.map((choice) => choice.value ?? numberOrText(nameInTables(choice)));
  const folded = new Set(short.map((cell) => String(cell).toLowerCase()));
  const cells = folded.size === choices.length ? short : choices.map(({ label }) => numberOrText(label));
  return new Map(choices.map(({ code }, at) => [code, cells[at] ?? code]));
};

const numberOrText = (name: string): string | number => (/^\d{1,15}$/.test(name) ? Number(name) : name);

/** COUNTIFS obeys `*?~` and comparison signs in a text: `=` before it and `~` before each of the three undo that. */
const criterionOf = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : quotedText(`=${cell.replace(/[~*?]/g, '~$&')}`);
