import type { WireMove, WireRevisionHead } from '#wire/moves.ts';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';

/** One step in the life of a return: "Revision 2 submitted". */
export const moveWords = ({ move, revision, accepted }: WireMove): string => {
  switch (move) {
    case 'start':
      return 'Begun';
    case 'submit':
      return `Revision ${revision} submitted`;
    case 'ask':
      return 'Question asked';
    case 'settle':
      return 'Question settled';
    case 'settle-last':
      return 'Last question settled';
    case 'accept':
      return `Revision ${accepted ?? revision} accepted`;
    case 'reopen':
      return 'Given back to be submitted again';
    case 'withdraw':
      return 'Taken back: nothing of it counts';
  }
};

/** Who made a move and when. */
export const byWords = ({ by, at }: Pick<WireMove, 'by' | 'at'>): string =>
  by === '' ? moment(at) : `${by}, ${moment(at)}`;

/** What a revision held: "48 of 52 rows answered, 180 cells, 1 warning explained". */
export const heldWords = ({ receipt: { counts } }: WireRevisionHead): string =>
  `${counts.rowsAnswered} of ${count(counts.rows, 'row')} answered, ${count(counts.cells, 'cell')} filled${counts.explained > 0 ? `, ${count(counts.explained, 'warning')} explained` : ''}`;
