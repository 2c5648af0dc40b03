import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { upgradeTo } from '#core/returns/upgrade-path.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import type { CircumstancesAnswer } from '#wire/shapes.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import { findReturns } from './find-returns.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { looksBeyond, toldBeyond } from './told-beyond.ts';

/** Another return of the owner, as a rule looks at it. */
interface Other {
  readonly round: string;
  readonly opens: string;
  readonly instrument: Instrument;
  readonly rows: CircumstancesAnswer['others'][number]['rows'] | Answers;
}
type Answers = NonNullable<Circumstances['others']>[string]['rows'];

/**
 * The return with what its rules look at beyond it: the year groups that its round expects and what was accepted before,
 * as the endpoint told them last, and the owner's other returns, read from their sheets where they stand in this workbook, else as the endpoint told them. What
 * is not known is left out, and then no issue. Answers the very same return while nothing of it has changed, so that a
 * check after it costs no more than before. Reads other sheets: for when a sheet comes to the front, the pane gets the
 * focus, Check is pressed or a return is submitted, not for every edit. Asks nobody and changes nothing.
 */
export const lookBeyond = async (desk: ReadingDesk, open: OpenReturn): Promise<FlowResult<OpenReturn>> => {
  if (!looksBeyond(open.instrument)) return ok(open);
  const told = await toldBeyond(desk, open);
  if (!told.ok) return told;
  const standing = await standingOthers(desk, open);
  if (!standing.ok) return standing;
  const known: Circumstances = open.circumstances ?? open.round;
  const { before, others, ...rest } = known;
  const { yearGroups } = known;
  const now: Circumstances = {
    ...rest,
    ...(told.value?.yearGroups === undefined ? {} : { yearGroups: told.value.yearGroups }),
    ...beforeIn(open, told.value),
    others: chosen(standing.value, toldOthers(desk, told.value)),
  };
  return ok(isSame({ before, others, yearGroups }, now) ? open : { ...open, circumstances: now });
};

/** It was told as the round asks now: sheets of an older version cannot be compared with it. */
const beforeIn = (open: OpenReturn, told: CircumstancesAnswer | undefined): Pick<Circumstances, 'before'> =>
  told?.before === undefined || told.instrument !== instrumentRef(open.instrument)
    ? {}
    : { before: { rows: told.before } };

const toldOthers = ({ instruments }: ReadingDesk, told: CircumstancesAnswer | undefined): readonly Other[] =>
  (told?.others ?? []).flatMap((other) => {
    const instrument = instruments.find(other.instrument);
    return instrument ? [{ ...other, instrument }] : [];
  });

/** The owner's other returns of the academic year that stand here and can be read, as their rounds ask them. */
const standingOthers = async (desk: ReadingDesk, open: OpenReturn): Promise<FlowResult<readonly Other[]>> => {
  const wanted = open.instrument.rules.flatMap((rule) => (rule.kind === 'cross-sheet' ? [rule.of] : []));
  if (wanted.length === 0) return ok([]);
  const found = await findReturns(desk);
  if (!found.ok) return found;
  const others: Other[] = [];
  for (const { owner, round, instrument, sheets } of found.value.open) {
    const isLookedAt = owner === open.owner && round.academicYear === open.round.academicYear;
    if (!isLookedAt || !wanted.includes(instrument.id)) continue;
    const entry = fromWorkbook(await desk.workbook.read(sheets.entry));
    if (!entry.ok) return entry;
    const { rows, damage } = readEntry(entry.value, instrument);
    const asked = desk.instruments.find(round.instrument);
    const content = { rows, explanations: [] };
    const moved = asked && upgradeTo(desk.instruments.find, asked, instrumentRef(instrument), content)?.content;
    if (!moved || damage.some(({ kind }) => kind === 'header-missing')) continue;
    others.push({ round: round.id, opens: round.opens, instrument: asked, rows: moved.rows });
  }
  return ok(others);
};

/**
 * One for each instrument, as the endpoint chooses: of two rounds the later one. A sheet that stands here goes before
 * what the endpoint holds of the same round; one that is still blank is none where the endpoint holds nothing of it.
 */
const chosen = (standing: readonly Other[], told: readonly Other[]): NonNullable<Circumstances['others']> => {
  const isTold = ({ round }: Other) => told.some((other) => other.round === round);
  const here = standing.filter((other) => other.rows.length > 0 || isTold(other));
  const elsewhere = told.filter(({ round }) => !here.some((other) => other.round === round));
  const oldestFirst = [...here, ...elsewhere].sort(
    (a, b) => Date.parse(a.opens) - Date.parse(b.opens) || (a.round < b.round ? 1 : -1),
  );
  return Object.fromEntries(oldestFirst.map(({ instrument, rows }) => [instrument.id, { instrument, rows }]));
};

interface Beyond {
  readonly before?: Circumstances['before'];
  readonly others?: Circumstances['others'];
  readonly yearGroups?: Circumstances['yearGroups'];
}

const isSame = (a: Beyond, b: Beyond): boolean => textOf(a) === textOf(b);

const textOf = ({ before, others = {}, yearGroups = [] }: Beyond): string =>
  JSON.stringify([yearGroups, before, Object.values(others).map(({ instrument, rows }) => [instrument, rows])]);
