import type { Cell } from '../../cell.ts';
import { fixedRows, groupsOf, type Instrument } from '../instrument.ts';
import { traitOf } from '../traits.ts';
import { lineOf, type Column } from './column.ts';
import { noteMark, type NamedGrid } from './definition-table.ts';
import {
  askedColumn,
  choiceColumns,
  choiceOfColumn,
  derivedColumns,
  descriptorHeading,
  fieldColumns,
  groupColumns,
  measureColumns,
  moveColumns,
  rowColumns,
  ruleColumns,
} from './part-columns.ts';
import { settingHeadings, settingLines } from './setting-lines.ts';

type Line = readonly Cell[];

/**
 * An instrument as the sheets of a definition workbook, which `readDefinition` reads back as it was. Under its headings
 * each sheet has a note that says what to write; notes begin with `#` in the first column and are not read.
 */
export const writeDefinition = (instrument: Instrument): readonly NamedGrid[] => [
  { name: 'instrument', grid: settings(instrument) },
  { name: 'rows', grid: rows(instrument) },
  {
    name: 'fields',
    grid: table(
      [...fieldColumns, askedColumn],
      [
        ...(instrument.once ?? []).map((field) => [...lineOf(fieldColumns, field), askedColumn.once]),
        ...instrument.fields.map((field) => [...lineOf(fieldColumns, field), null]),
      ],
    ),
  },
  {
    name: 'choices',
    grid: table(
      [choiceOfColumn, ...choiceColumns],
      [...(instrument.once ?? []), ...instrument.fields].flatMap(({ id, choices = [] }) =>
        choices.map((choice) => [id, ...lineOf(choiceColumns, choice)]),
      ),
    ),
  },
  { name: 'derived', grid: partsTable(derivedColumns, instrument.derived ?? []) },
  { name: 'rules', grid: partsTable(ruleColumns, instrument.rules) },
  { name: 'measures', grid: partsTable(measureColumns, instrument.measures) },
  { name: 'moved', grid: table(moveColumns, moves(instrument)) },
];

const partsTable = (columns: readonly Column[], parts: readonly unknown[]) =>
  table(
    columns,
    parts.map((part) => lineOf(columns, part)),
  );

const table = (columns: readonly { readonly heading: string; readonly help: string }[], lines: readonly Line[]) => [
  columns.map(({ heading }) => heading),
  columns.map(({ help }, at) => (at === 0 ? `${noteMark} ${help}` : help)),
  ...lines,
];

const settings = (instrument: Instrument): readonly Line[] => {
  const flat = {
    ...instrument,
    levels: traitOf(instrument, 'levelled-statements')?.field,
    pupils: traitOf(instrument, 'pupil-rows') && true,
  };
  const values = lineOf(settingLines, flat);
  return [
    [settingHeadings.name, settingHeadings.value, settingHeadings.help],
    ...settingLines.map(({ heading, help }, at) => [heading, values[at] ?? null, help]),
  ];
};

const rows = (instrument: Instrument): readonly Line[] => {
  const items = fixedRows(instrument);
  const codes = [...new Set(items.flatMap(({ descriptors = {} }) => Object.keys(descriptors)))];
  const columns = [
    ...groupColumns,
    ...rowColumns.slice(1),
    ...codes.map((code) => ({ heading: descriptorHeading + code, help: `What ${code} means in this row.` })),
  ];
  return table(columns, [
    ...groupsOf(instrument).map((group) => [...lineOf(groupColumns, group), null, null, ...codes.map(() => null)]),
    ...items.map((row) => {
      const [group = null, ...rest] = lineOf(rowColumns, row);
      return [group, null, ...rest, ...codes.map((code) => row.descriptors?.[code] ?? null)];
    }),
  ]);
};

const moves = ({ predecessor = { version: 0 } }: Instrument): readonly Line[] => {
  const linesOf = (what: string, field: string | null, moved: Readonly<Record<string, string | null>> = {}) =>
    Object.entries(moved).map(([was, now]) => [what, field, was, now ?? '-']);
  return [
    ...linesOf('row', null, predecessor.rows),
    ...linesOf('field', null, predecessor.fields),
    ...Object.entries(predecessor.choices ?? {}).flatMap(([field, codes]) => linesOf('choice', field, codes)),
  ];
};
