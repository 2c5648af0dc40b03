import type { OwnerId, RowKey } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from './content.ts';

/**
 * What, besides the answers, decides how a return is read and checked. A `Round` is one: whoever knows no more than
 * the round hands that in, and what then cannot be told is no issue.
 */
export interface Circumstances {
  /** `200809`: September 2008 to August 2009. Terms are offered from it on. */
  readonly academicYear: string;
  /** The year groups that the round expects; where there are none, rules on year groups find nothing. */
  readonly yearGroups?: readonly number[];
  /** What `school` fields offer: the register's schools, or those of a mentor. */
  readonly schools?: readonly { readonly id: OwnerId; readonly name: string }[];
  /** What `item` fields offer: the rows of other instruments, by instrument id. */
  readonly items?: Readonly<Record<string, readonly { readonly key: RowKey; readonly text: string }[]>>;
  /** The revision that was accepted before, for rules on change. */
  readonly before?: Pick<ReturnContent, 'rows'>;
  /** The owner's other returns at hand, by instrument id, for rules across sheets. */
  readonly others?: Readonly<
    Record<
      string,
      { readonly instrument: Pick<Instrument, 'rows' | 'fields' | 'once'> } & Pick<ReturnContent, 'rows'>
    >
  >;
}
