import type { Instrument } from '#core/instrument/instrument.ts';
import { carriedOver } from '#core/returns/carried-over.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { upgradeTo } from '#core/returns/upgrade-path.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import type { Desk } from './desk.ts';

/**
 * The answers of the last accepted return of an earlier round, as this version of the instrument asks them; none where
 * the version they were given in is not at hand, or no path leads from it to this one.
 */
export const copiedBefore = (
  desk: Pick<Desk, 'instruments'>,
  instrument: Instrument,
  before: ReturnAnswer['before'],
): readonly AnswerRow[] => {
  if (before === undefined) return [];
  const moved = upgradeTo(desk.instruments.find, instrument, before.instrument, before.content);
  return moved === undefined ? [] : carriedOver(instrument, moved.content.rows);
};
