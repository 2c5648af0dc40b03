import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { carriedOver } from '#core/returns/carried-over.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { upgradeAlong, upgradePath } from '#core/returns/upgrade-path.ts';
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
  const from = desk.instruments.find(before.instrument);
  if (from === undefined) return [];
  const versions = versionsBefore(desk, instrument);
  const path = upgradePath(versions, { id: instrument.id, from: from.version, to: instrument.version });
  return path === undefined ? [] : carriedOver(instrument, upgradeAlong(path, before.content).content.rows);
};

/** The instrument and all versions that it follows, as far as they are at hand. */
const versionsBefore = (desk: Pick<Desk, 'instruments'>, instrument: Instrument): readonly Instrument[] => {
  const versions = [instrument];
  for (let last = instrument; last.predecessor !== undefined;) {
    const { version } = last.predecessor;
    const found = desk.instruments.find(instrumentRef({ id: instrument.id, version }));
    if (found === undefined || versions.includes(found)) break;
    versions.push(found);
    last = found;
  }
  return versions;
};
