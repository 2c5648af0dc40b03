import type { Instrument } from '#core/instrument/instrument.ts';
import type { SheetDamage } from '#core/rules/issue.ts';
import { capital } from '#core/words/count-words.ts';
import type { Words } from './words.ts';

const broughtBack = 'Undo until it is back, or download a fresh workbook and copy your answers into it.';

/** What to say about a sheet that lost a part. Its rows are told as spreadsheet programs count them; `next` is a free number. */
export const damageWords = (damage: SheetDamage, { rows }: Pick<Instrument, 'rows'>, next: number): Words => {
  const { one } = rows.noun;
  switch (damage.kind) {
    case 'code-unreadable':
      return {
        title: `The code at the top of the sheet reads “${damage.found}”, which cannot be right.`,
        todo: 'Put it back as it was: it stands in a freshly downloaded workbook.',
      };
    case 'header-missing':
      return { title: 'The row of column headings is missing.', todo: broughtBack };
    case 'column-missing':
      return { title: `The column “${damage.label}” is missing.`, todo: broughtBack };
    case 'row-missing':
      return { title: `The row of ${one} ${damage.row} is missing.`, todo: broughtBack };
    case 'row-twice':
      return rows.kind === 'open'
        ? {
            title: `The number ${damage.row} stands in the sheet twice.`,
            todo: `If row ${damage.at + 1} is another ${one}, type a number there that is still free, such as ${next}. If not, delete the row.`,
          }
        : {
            title: `${capital(one)} ${damage.row} stands in the sheet twice.`,
            todo: `Only the first one counts. Copy what you need from row ${damage.at + 1} to the first one, then delete row ${damage.at + 1}.`,
          };
    case 'row-without-number':
      return {
        title: `Row ${damage.at + 1} has answers but no number yet.`,
        todo: `Type a number that is still free, such as ${next}, into its first column.`,
      };
    case 'row-unknown':
      if (rows.kind === 'open')
        return {
          title: `Row ${damage.at + 1} has “${damage.key}” where its number belongs.`,
          todo: `Type a number there that is still free, such as ${next}.`,
        };
      return {
        title:
          damage.key === ''
            ? `Row ${damage.at + 1} has answers but no code.`
            : `Row ${damage.at + 1} has the code “${damage.key}”, which is no ${one} of this return.`,
        todo: `Move what you need to the right ${one}, then clear row ${damage.at + 1}. It cannot be handed in where it is.`,
      };
  }
};
