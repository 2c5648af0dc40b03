import { isBlank, normalText } from '../text-normal-form.ts';
import { placesOf, readPart, type ReadPart } from './definition-parts.ts';
import { readTable, type NamedGrid } from './definition-table.ts';
import { movesIn } from './moves-in.ts';
import {
  askedColumn,
  choiceColumns,
  choiceOfColumn,
  derivedColumns,
  fieldColumns,
  measureColumns,
  ruleColumns,
} from './part-columns.ts';
import { rowsIn } from './rows-in.ts';
import { settingsIn } from './settings-in.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

/** What stands in a definition workbook, before anybody has looked whether it makes an instrument. */
export interface DefinitionFound {
  readonly definition: unknown;
  /** Where each part of it stands, by JSON pointer. */
  readonly places: ReadonlyMap<string, CellPlace>;
  readonly faults: readonly SheetFault[];
}

/** Where a list that is not there should stand. */
const lists = [
  ['/fields', { sheet: 'fields', cell: 'A1' }],
  ['/rows/groups', { sheet: 'rows', cell: 'A1' }],
  ['/rows/items', { sheet: 'rows', cell: 'A1' }],
] as const;

/** The definition in the sheets of a workbook, as plain data. */
export const definitionIn = (sheets: readonly NamedGrid[]): DefinitionFound => {
  const settings = settingsIn(sheets);
  const rows = rowsIn(sheets, settings.part.rows);
  const fields = fieldsIn(sheets);
  const once = fields.read.filter(({ once: asked }) => asked);
  const every = fields.read.filter(({ once: asked }) => !asked);
  const derived = partsIn(sheets, 'derived', derivedColumns, true);
  const rules = partsIn(sheets, 'rules', ruleColumns);
  const measures = partsIn(sheets, 'measures', measureColumns);
  const moves = movesIn(sheets, settings.part.predecessor);
  const all = [settings, rows, fields, derived, rules, measures, moves];
  return {
    definition: {
      ...settings.part,
      rows: rows.part,
      ...(once.length === 0 ? {} : { once: once.map(({ part }) => part) }),
      fields: every.map(({ part }) => part),
      ...(derived.read.length === 0 ? {} : { derived: derived.read.map(({ part }) => part) }),
      rules: rules.read.map(({ part }) => part),
      measures: measures.read.map(({ part }) => part),
      ...(moves.part === undefined ? {} : { predecessor: moves.part }),
    },
    places: new Map([
      ...lists,
      ...settings.places,
      ...rows.places,
      ...placesOf('/once', once),
      ...placesOf('/fields', every),
      ...placesOf('/derived', derived.read),
      ...placesOf('/rules', rules.read),
      ...placesOf('/measures', measures.read),
      ...moves.places,
    ]),
    faults: all.flatMap(({ faults }) => faults),
  };
};

const partsIn = (
  sheets: readonly NamedGrid[],
  sheet: string,
  columns: readonly { readonly heading: string }[] & Parameters<typeof readPart>[0],
  optional = false,
): { readonly read: readonly ReadPart[]; readonly faults: readonly SheetFault[] } => {
  const table = readTable(
    sheets,
    sheet,
    columns.map(({ heading }) => heading),
    { optional },
  );
  const read = table.lines.map((line) => readPart(columns, line));
  return { read, faults: [...table.faults, ...read.flatMap(({ faults }) => faults)] };
};

/** Fields with the choices that the next sheet has for them. */
const fieldsIn = (sheets: readonly NamedGrid[]) => {
  const headings = [...fieldColumns, askedColumn].map(({ heading }) => heading);
  const table = readTable(sheets, 'fields', headings);
  const choiceHeadings = [choiceOfColumn, ...choiceColumns].map(({ heading }) => heading);
  const choiceTable = readTable(sheets, 'choices', choiceHeadings);
  const choices = choiceTable.lines.map((line) => ({
    of: normalText(line.cell(choiceOfColumn.heading)),
    place: line.place(choiceOfColumn.heading),
    ...readPart(choiceColumns, line),
  }));
  const fields = table.lines.map((line) => {
    const asked = line.cell(askedColumn.heading);
    const once = normalText(asked).toLowerCase() === askedColumn.once;
    const misread: SheetFault[] =
      once || isBlank(asked)
        ? []
        : [{ ...line.place(askedColumn.heading), code: 'shape', detail: 'is neither blank nor once' }];
    return { once, misread, ...readPart(fieldColumns, line) };
  });
  const ids = fields.map(({ part }) => part.id);
  return {
    // Of two fields with one id the first has the choices: the other is a fault anyway.
    read: fields.map((field, at) => {
      const own = choices.filter(({ of }) => ids.indexOf(of) === at);
      if (own.length === 0) return field;
      return {
        ...field,
        part: { ...field.part, choices: own.map(({ part }) => part) },
        places: new Map([...field.places, ...placesOf('/choices', own)]),
      };
    }),
    faults: [
      ...table.faults,
      ...fields.flatMap(({ misread, faults }) => [...misread, ...faults]),
      ...choiceTable.faults,
      ...choices.flatMap(({ of, place, faults }): SheetFault[] =>
        ids.includes(of) ? [...faults] : [{ ...place, code: 'unknown-field', detail: of }, ...faults],
      ),
    ],
  };
};
