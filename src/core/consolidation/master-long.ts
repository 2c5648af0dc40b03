import type { Cell } from '../cell.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { styled } from '../sheet/figures/sheet-part.ts';
import { block } from '../sheet/plan-context.ts';
import type { SheetPlan } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { type LongAnswers, rowColumns } from './master-layout.ts';
import type { MasterRow } from './master-rows.ts';
import { masterWords } from './master-words.ts';

/** A line for every row of every accepted return: whose it is, the receipt, its number, and what it says. */
export const masterLong = (
  { rows: { noun } }: Pick<Instrument, 'rows'>,
  { fields, rows, titleRow, headerRow, firstRow }: LongAnswers,
): Pick<SheetPlan, 'blocks' | 'styles'> => {
  const columns = fields.flatMap((field) => field.columns);
  const answers = ({ row, once }: MasterRow): readonly Cell[] => [
    numberOf(row.key),
    ...columns.map(({ cell }) => cell(row, once)),
  ];
  const { owner, name, receipt } = sheetWords;
  const width = rowColumns + columns.length;
  return {
    blocks: [
      block(titleRow, 0, [[masterWords.rowsOf(noun.many)]]),
      block(headerRow, 0, [[owner, name, receipt, masterWords.number, ...columns.map(({ heading }) => heading)]]),
      ...(rows.length === 0
        ? []
        : [
            block(
              firstRow,
              0,
              rows.map((one) => [one.owner.owner, one.owner.name, one.accepted.receipt]),
              true,
            ),
            block(firstRow, rowColumns - 1, rows.map(answers)),
          ]),
    ],
    styles: [
      styled(titleRow, 0, 1, 1, 'subtitle'),
      styled(headerRow, 0, 1, width, 'header-ours'),
      ...(rows.length === 0 ? [] : [styled(firstRow, 0, rows.length, rowColumns, 'label')]),
    ],
  };
};

/** The number of a row as a number; a key that is none stays as it is. */
const numberOf = (key: string): Cell => (/^\d{1,15}$/.test(key) ? Number(key) : key);
