import type { OwnerId, RoundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { readSheetCode, type SheetIdentity } from '#core/returns/sheet-code.ts';
import type { SheetRole } from '#core/sheet/sheet-plan.ts';
import { versionWitness } from '#core/sheet/version-witness.ts';
import type { SheetGlance, SheetId } from '../workbook/workbook.ts';
import { circumstancesOf } from './circumstances-of.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { learnFromWorkbook } from './know-instrument.ts';
import { knownReturns, type KnownReturn } from './known-returns.ts';

/** What returns a workbook holds, told by the visible code of each sheet; the workbook's notes only add their names. */
export interface FoundReturns {
  readonly open: readonly OpenReturn[];
  /** Two entry sheets carry one code, for example after a copy: the person says which one counts. */
  readonly copies: readonly {
    readonly owner: OwnerId;
    readonly round: RoundId;
    readonly sheets: readonly { readonly id: SheetId; readonly name: string }[];
  }[];
  /** Sheets with something like a code that cannot be right: typed over, cut short. */
  readonly damaged: readonly { readonly sheet: SheetId; readonly name: string; readonly found: string }[];
  /** Returns whose round is not known here, or the version they were made with: sign in to work on them. */
  readonly unknown: readonly {
    readonly owner: OwnerId;
    readonly round: RoundId;
    readonly sheet: SheetId;
    /** The version of the instrument they were made with, as far as it can be told. */
    readonly instrument: string | undefined;
  }[];
}

/** Reads the corner of every sheet and says which returns stand in the workbook. Changes nothing. */
export const findReturns = async (desk: ReadingDesk): Promise<FlowResult<FoundReturns>> => {
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const known = await knownReturns(desk);
  if (!known.ok) return known;
  const learnt = await learnFromWorkbook(desk);
  if (!learnt.ok) return learnt;
  return ok(sortOut(desk, identify(survey.value), known.value));
};

/** A sheet and what its code says. */
export interface IdentifiedSheet {
  readonly glance: SheetGlance;
  readonly identity: SheetIdentity;
}

/** The sheets with a readable code, and those with a damaged one. */
export const identify = (
  glances: readonly SheetGlance[],
): { readonly sheets: readonly IdentifiedSheet[]; readonly damaged: FoundReturns['damaged'] } => {
  const readings = glances.flatMap((glance) => {
    const codes = glance.corner.flat().flatMap((cell) => readSheetCode(cell) ?? []);
    const code = codes.find((reading) => reading.kind === 'code') ?? codes[0];
    return code ? [{ glance, code }] : [];
  });
  return {
    sheets: readings.flatMap(({ glance, code }) =>
      code.kind === 'code' ? [{ glance, identity: code.identity }] : [],
    ),
    damaged: readings.flatMap(({ glance, code }) =>
      code.kind === 'damaged' ? [{ sheet: glance.id, name: glance.name, found: code.found }] : [],
    ),
  };
};

const sortOut = (
  desk: ReadingDesk,
  { sheets, damaged }: ReturnType<typeof identify>,
  known: readonly KnownReturn[],
): FoundReturns => {
  const open: OpenReturn[] = [];
  const copies: FoundReturns['copies'][number][] = [];
  const unknown: FoundReturns['unknown'][number][] = [];
  for (const [, group] of groupByReturn(sheets)) {
    const entries = group.filter(({ identity }) => identity.role === 'entry');
    const [entry] = entries;
    if (!entry) continue;
    const { owner, round } = entry.identity;
    if (entries.length > 1) {
      copies.push({ owner, round, sheets: entries.map(({ glance }) => ({ id: glance.id, name: glance.name })) });
      continue;
    }
    const knownReturn = known.find((candidate) => candidate.owner === owner && candidate.round.id === round);
    const madeWith = madeWithVersion(group, knownReturn);
    const instrument = madeWith === undefined ? undefined : desk.instruments.find(madeWith);
    if (knownReturn && instrument) {
      const circumstances = circumstancesOf(desk, instrument, knownReturn.round);
      open.push({
        ...knownReturn,
        instrument,
        circumstances,
        sheets: { ...sheetIds(group), entry: entry.glance.id },
      });
    } else unknown.push({ owner, round, sheet: entry.glance.id, instrument: madeWith });
  }
  return { open, copies, damaged, unknown };
};

/** The version that the sheets were made with, as the hidden ones say; else the one that the round asks. */
const madeWithVersion = (group: readonly IdentifiedSheet[], known: KnownReturn | undefined): string | undefined => {
  const asked = known?.round.instrument;
  const hidden = group.filter(({ identity: { role } }) => role === 'check' || role === 'lists');
  const [witness] = hidden.flatMap(({ glance }) => versionWitness(glance.corner) ?? []);
  // A witness to another instrument altogether was copied there: the round's word counts.
  const isSame = asked === undefined || witness?.split('@')[0] === asked.split('@')[0];
  return witness !== undefined && isSame ? witness : asked;
};

const groupByReturn = (sheets: readonly IdentifiedSheet[]): Map<string, IdentifiedSheet[]> => {
  const groups = new Map<string, IdentifiedSheet[]>();
  for (const sheet of sheets) {
    const key = `${sheet.identity.owner}/${sheet.identity.round}`;
    groups.set(key, [...(groups.get(key) ?? []), sheet]);
  }
  return groups;
};

/** The sheets of one return by role; of two with one role the first keeps it. */
export const sheetIds = (sheets: readonly IdentifiedSheet[]): Partial<Record<SheetRole, SheetId>> => {
  const ids: Partial<Record<SheetRole, SheetId>> = {};
  for (const { glance, identity } of sheets) ids[identity.role] ??= glance.id;
  return ids;
};
