import type { SheetDamage } from '#core/rules/issue.ts';

/** One line about a sheet that lost a part. Rows of the sheet are told as Excel counts them, from 1. */
export const damageLine = (damage: SheetDamage): string => {
  switch (damage.kind) {
    case 'code-unreadable':
      return `The code at the top reads “${damage.found}”, which cannot be right.`;
    case 'header-missing':
      return 'The row of column headings is missing.';
    case 'column-missing':
      return `The column “${damage.label}” is missing; its answers cannot be read.`;
    case 'row-missing':
      return `Row ${damage.row} is missing; its answers cannot be read.`;
    case 'row-twice':
      return `${damage.row} stands in the sheet twice: only the first counts, not sheet row ${damage.at + 1}.`;
    case 'row-unknown':
      return damage.key === ''
        ? `Sheet row ${damage.at + 1} has answers but no code.`
        : `Sheet row ${damage.at + 1} has the code “${damage.key}”, which does not belong to this return.`;
    case 'row-without-number':
      return `Sheet row ${damage.at + 1} has answers but no number yet. Press “Number the rows” in the add-in.`;
  }
};
