import { Type } from 'typebox';
import { ownerId, roundId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Round } from '#core/returns/round.ts';
import type { Owner } from '../store/people.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';

const Id = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' });

/** The parameters of paths. */
export const RoundPlace = Type.Object({ round: Id(20) });
export const OwnerPlace = Type.Object({ owner: Id(20) });
/** A measure is named as its definition names it. */
export const MeasureId = Id(40);
export const FigurePlace = Type.Object({ round: Id(20), measure: MeasureId });
/** A line or column of a measure's table, counted from 1 as the table is compiled: all of them, shown or not. */
export const FigureNumber = Type.String({ pattern: '^[1-9][0-9]{0,3}$' });
export const LogPlace = Type.Object({ log: Id(20) });
export const ReturnPlace = Type.Object({ round: Id(20), owner: Id(20) });
/** A revision's number as it stands in addresses. */
export const RevisionNumber = Type.String({ pattern: '^[1-9][0-9]{0,8}$' });
export const RevisionPlace = Type.Object({
  round: Id(20),
  owner: Id(20),
  number: RevisionNumber,
});
export const QuestionPlace = Type.Object({ round: Id(20), owner: Id(20), question: Id(40) });
export const PersonPlace = Type.Object({ person: Id(40) });
export const CodePlace = Type.Object({ person: Id(40), code: Id(40) });

/** A path's round and owner, in the core's words. */
export const idsOf = (place: { round: string; owner: string }): { round: RoundId; owner: OwnerId } => ({
  round: roundId(place.round),
  owner: ownerId(place.owner),
});

/** A round with the instrument it opens. */
export interface OpenedRound {
  readonly round: RoundRecord;
  readonly instrument: Instrument;
}

/** The round's instrument. A round whose instrument this server does not know is a fault of its set-up, thus thrown. */
export const instrumentOf = (round: Round, instruments: Given['instruments']): Instrument => {
  const instrument = instruments(round.instrument);
  if (!instrument) throw new Error(`round ${round.id} needs the instrument ${round.instrument}`);
  return instrument;
};

/**
 * Where a return is or would be, or was or would have been before an instant: `undefined` when there is no such round or
 * owner, or the round is not for her kind.
 */
export const returnPlace = async (
  { rounds, people }: Records,
  instruments: Given['instruments'],
  ids: { readonly round: RoundId; readonly owner: OwnerId },
  before?: Instant,
): Promise<(OpenedRound & { readonly owner: Owner }) | undefined> => {
  const round = await rounds.one(ids.round, before);
  const owner = await people.owner(ids.owner, before);
  if (!round || !owner) return undefined;
  const instrument = instrumentOf(round, instruments);
  return instrument.owner === owner.kind ? { round, instrument, owner } : undefined;
};

/** Whether a round's time has come and not gone at that instant. */
export const isOpen = ({ opens, closes }: Round, now: string): boolean =>
  Date.parse(opens) <= Date.parse(now) && (closes === undefined || Date.parse(now) < Date.parse(closes));
