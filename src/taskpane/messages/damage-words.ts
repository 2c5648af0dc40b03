import type { Instrument } from '#core/instrument/instrument.ts';
import type { SheetDamage } from '#core/rules/issue.ts';
import type { Words } from './words.ts';
import { capital } from '#core/words/count-words.ts';

const broughtBack =
  'Press Undo in Excel until it is back. If that is no longer possible, press Repair: it comes back blank, and its answers must be typed again.';

/** What to say about a sheet that lost a part. Sheet rows are told as Excel counts them, from 1. */
export const damageWords = (damage: SheetDamage, { rows }: Pick<Instrument, 'rows'>): Words => {
  const { noun } = rows;
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
        todo: broughtBack,
      };
    case 'row-missing':
      return {
        title: `The row of ${noun.one} ${damage.row} is missing.`,
        todo: broughtBack,
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
      if (rows.kind === 'open')
        return {
          title: `Row ${damage.at + 1} has “${damage.key}” where its number belongs.`,
          todo: 'Clear that cell, then press “Number the rows”. Without a number the row cannot be submitted.',
        };
      return {
        title:
          damage.key === ''
            ? `Row ${damage.at + 1} has answers but no code.`
            : `Row ${damage.at + 1} has the code “${damage.key}”, which is no ${noun.one} of this return.`,
        todo: `Move what you need to the right ${noun.one}, then clear row ${damage.at + 1}. It cannot be submitted where it is.`,
      };
  }
};
