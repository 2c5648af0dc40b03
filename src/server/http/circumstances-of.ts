import { fixedRows, instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { OwnerId } from '#core/ids.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { upgradeTo } from '#core/returns/upgrade-path.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { asAsked } from './as-asked.ts';
import { instrumentOf, type OpenedRound } from './places.ts';

type Read = Pick<Records, 'rounds' | 'returns' | 'revisions'>;

/**
 * What decides, besides the answers, how this server reads and checks a return. The add-in works the same out of what
 * it has at hand; where the two differ, the server decides: it has every round and every revision.
 */
export const circumstancesOf = async (
  records: Read,
  instruments: Given['instruments'],
  { round, instrument }: OpenedRound,
  owner: OwnerId,
): Promise<Circumstances> => {
  const rounds = await records.rounds.all();
  const { before, others } = await beyondReturn(records, instruments, { round, instrument }, owner);
  return {
    ...circumstancesOfRound(instruments, { round, instrument }, rounds),
    others: Object.fromEntries(others.map((other) => [other.instrument.id, other])),
    ...(before ? { before } : {}),
  };
};

/** What the rules of a return look at beyond it, as far as it has such rules. */
export const beyondReturn = async (
  records: Read,
  instruments: Given['instruments'],
  opened: OpenedRound,
  owner: OwnerId,
): Promise<{ readonly before: Circumstances['before']; readonly others: readonly OtherReturn[] }> => {
  const { rules } = opened.instrument;
  const rounds = await records.rounds.all();
  return {
    before: rules.some(({ kind }) => kind === 'change')
      ? await lastAccepted(records, instruments, opened, owner, rounds)
      : undefined,
    others: await otherReturns(records, instruments, opened, owner, rounds),
  };
};

/** The owner's latest revision in another round, as that round asks it now. */
interface OtherReturn extends OpenedRound, Pick<ReturnContent, 'rows'> {}

/** As much of it as is the same for all owners in a round: what `item` fields offer. */
export const circumstancesOfRound = (
  instruments: Given['instruments'],
  { round, instrument }: OpenedRound,
  rounds: readonly Round[],
): Circumstances => {
  const named = [...(instrument.once ?? []), ...instrument.fields].flatMap(({ kind, of }) =>
    kind === 'item' && of !== undefined ? [of] : [],
  );
  if (named.length === 0) return round;
  const items = [...new Set(named)].flatMap((id) => {
    const found = newestOf(id, instruments, rounds);
    return found === undefined ? [] : [[id, fixedRows(found)] as const];
  });
  return { ...round, items: Object.fromEntries(items) };
};

/**
 * In what tallies and masters read the returns of a round, whoever submitted them: `school` fields, where there are any,
 * offer every school of the register.
 */
export const circumstancesOfTally = async (
  { rounds, people }: Pick<Records, 'rounds' | 'people'>,
  instruments: Given['instruments'],
  opened: OpenedRound,
): Promise<Circumstances> => {
  const circumstances = circumstancesOfRound(instruments, opened, await rounds.all());
  const { once = [], fields } = opened.instrument;
  if (![...once, ...fields].some(({ kind }) => kind === 'school')) return circumstances;
  const schools = (await people.enlisted()).filter(({ kind }) => kind === 'school');
  return { ...circumstances, schools: schools.map(({ owner, name }) => ({ id: owner, name })) };
};

/** The newest version of an instrument that some round opens, else the first one. */
const newestOf = (
  id: string,
  instruments: Given['instruments'],
  rounds: readonly Round[],
): Instrument | undefined => {
  const opened = rounds.map((round) => instrumentOf(round, instruments)).filter((one) => one.id === id);
  return opened.sort((a, b) => b.version - a.version)[0] ?? instruments(instrumentRef({ id, version: 1 }));
};

/**
 * The owner's latest revision in each instrument of the academic year that the rules look into; of two rounds the later
 * one counts.
 */
const otherReturns = async (
  { returns, revisions }: Read,
  instruments: Given['instruments'],
  { round, instrument }: OpenedRound,
  owner: OwnerId,
  rounds: readonly RoundRecord[],
): Promise<readonly OtherReturn[]> => {
  const wanted = instrument.rules.flatMap((rule) => (rule.kind === 'cross-sheet' ? [rule.of] : []));
  const found = new Map<string, OtherReturn>();
  for (const candidate of rounds.filter(({ academicYear }) => academicYear === round.academicYear)) {
    const asked = instrumentOf(candidate, instruments);
    if (!wanted.includes(asked.id) || found.has(asked.id)) continue;
    const record = await returns.one(candidate.id, owner);
    const latest = record && (await revisions.one(candidate.id, owner, record.latest));
    if (!latest?.content) continue;
    const { rows } = asAsked(instruments, asked, { ...latest, content: latest.content });
    found.set(asked.id, { round: candidate, instrument: asked, rows });
  }
  return [...found.values()];
};

/** The revision of the owner that was accepted last, in this round or an earlier one, as this version asks it. */
const lastAccepted = async (
  { returns, revisions }: Read,
  instruments: Given['instruments'],
  { round, instrument }: OpenedRound,
  owner: OwnerId,
  rounds: readonly Round[],
): Promise<Circumstances['before']> => {
  const earlier = rounds.filter(({ opens }) => Date.parse(opens) < Date.parse(round.opens));
  for (const candidate of [round, ...earlier]) {
    const asked = instrumentOf(candidate, instruments);
    if (asked.id !== instrument.id) continue;
    const accepted = (await returns.one(candidate.id, owner))?.accepted;
    const revision = accepted === undefined ? undefined : await revisions.one(candidate.id, owner, accepted);
    if (!revision) continue;
    const { content } = revision;
    return content && upgradeTo(instruments, instrument, revision.instrument, content)?.content;
  }
  return undefined;
};
