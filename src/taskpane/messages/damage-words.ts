import type { Instrument } from '#core/instrument/instrument.ts';
import type { SheetDamage } from '#core/rules/issue.ts';
import type { Words } from './words.ts';

/** What to say about a sheet that lost a part. Sheet rows are told as Excel counts them, from 1. */
export const damageWords = (damage: SheetDamage, { rows: { noun } }: Pick<Instrument, 'rows'>): Words => {
  switch (damage.kind) {
    case 'code-unreadable':
      return {
        title: `The code at the top of the sheet reads “${damage.found}”, which cannot be right.`,
        todo: 'Press Undo in Excel until the code is as it was.',
      };
    case 'header-missing':
      return {
        title: 'The row of column headings is missing.',
        todo: 'Press Undo in Excel until it is back, or open the return in a new workbook and copy your answers across.',
      };
    case 'column-missing':
      return {
        title: `The column “${damage.label}” is missing.`,
        todo: 'Press Undo in Excel until it is back. Without it, its answers cannot be read or submitted.',
      };
    case 'row-missing':
      return {
        title: `The row of ${noun.one} ${damage.row} is missing.`,
        todo: 'Press Undo in Excel until it is back. Without it, its answers cannot be read or submitted.',
      };
    case 'row-twice':
      return {
        title: `${capital(noun.one)} ${damage.row} stands in the sheet twice.`,
        todo: `Only the first one counts. Copy what you need from row ${damage.at + 1} to the first one, then delete row ${damage.at + 1}.`,
      };
    case 'row-without-number':
      return {
        title: `Row ${damage.at + 1} has answers but no number yet.`,
        todo: 'Press “Number the rows”. Every row keeps its number from then on, wherever it is moved.',
      };
    case 'row-unknown':
      return {
        title:
          damage.key === ''
            ? `Row ${damage.at + 1} has answers but no code.`
            : `Row ${damage.at + 1} has the code “${damage.key}”, which is no ${noun.one} of this return.`,
        todo: `Move what you need to the right ${noun.one}, then clear row ${damage.at + 1}. It cannot be submitted where it is.`,
      };
  }
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
