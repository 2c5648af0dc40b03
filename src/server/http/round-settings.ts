import { roundId, type Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { canBeTallied } from '#core/returns/tallied.ts';
import { upgradePath } from '#core/returns/upgrade-path.ts';
import type { ChangeRoundRequest, OpenRoundRequest } from '#wire/rounds.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Given } from './app.ts';
import { instrumentOf } from './places.ts';
import type { Refusal } from './problems.ts';

/** A new round as it is asked for, or where it does not hang together. */
export const roundOpened = (
  wanted: OpenRoundRequest,
  instruments: Given['instruments'],
): Result<RoundRecord, Refusal> => {
  const { id, title, instrument, academicYear, opens, closes, keepUntil } = wanted;
  const asked = instruments(instrument);
  if (!asked) return wrong('/instrument');
  if (wanted.detail === 'tally' && !canBeTallied(asked)) return wrong('/detail');
  return sound({
    ...{ id: roundId(id), title, instrument, academicYear, opens },
    ...(closes === undefined ? {} : { closes }),
    ...{ late: wanted.late ?? false, detail: wanted.detail ?? 'pupil', yearGroups: wanted.yearGroups ?? [] },
    ...(keepUntil === undefined ? {} : { keepUntil }),
    ...(wanted.keepTallies === undefined ? {} : { keepTallies: wanted.keepTallies }),
  });
};

/**
 * A round with its changes, or where they do not hang together. Its instrument can only be raised to a version to which
 * answers given in the present one can be moved: otherwise what was returned could not be read any more. Where there are
 * no answers but tallies, it stays as it is; and of a round that is purged nothing changes.
 */
export const roundChanged = (
  round: RoundRecord,
  change: ChangeRoundRequest,
  instruments: Given['instruments'],
  now: Instant,
): Result<RoundRecord, Refusal> => {
  if (round.purged !== undefined) return failed({ code: 'purged' });
  const { closes: closed, keepUntil: kept, ...rest } = round;
  const { closes = closed, keepUntil = kept, ...changes } = change;
  if (change.instrument !== undefined && change.instrument !== round.instrument) {
    if (round.detail === 'tally') return failed({ code: 'tally-only' });
    const [present, next] = [instrumentOf(round, instruments), instruments(change.instrument)];
    const versions = { id: present.id, from: present.version, to: next?.version ?? 0 };
    if (next?.id !== present.id || !upgradePath(instruments, versions)) return wrong('/instrument');
  }
  return sound({
    ...rest,
    ...changes,
    ...(closes === undefined || closes === null ? {} : { closes: closes === 'now' ? now : closes }),
    ...(keepUntil === undefined || keepUntil === null ? {} : { keepUntil }),
  });
};

/** A round whose instants are instants, all written alike, and which closes after it opens. */
const sound = (round: RoundRecord): Result<RoundRecord, Refusal> => {
  const { opens, closes, keepUntil, keepTallies, yearGroups, ...rest } = round;
  for (const [place, instant] of Object.entries({ opens, closes, keepUntil }))
    if (instant !== undefined && !isInstant(instant)) return wrong(`/${place}`);
  if (closes !== undefined && Date.parse(closes) <= Date.parse(opens)) return wrong('/closes');
  return ok({
    ...rest,
    opens: whole(opens),
    ...(closes === undefined ? {} : { closes: whole(closes) }),
    ...(keepUntil === undefined ? {} : { keepUntil: whole(keepUntil) }),
    ...(keepTallies === 'sum' ? { keepTallies } : {}),
    yearGroups: [...yearGroups].sort((a, b) => a - b),
  });
};

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

const whole = (instant: Instant): Instant => new Date(instant).toISOString();

const wrong = (detail: string): Result<never, Refusal> => failed({ code: 'invalid-request', details: { detail } });
