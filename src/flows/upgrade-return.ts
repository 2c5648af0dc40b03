import type { Cell } from '#core/cell.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { failed, ok } from '#core/result.ts';
import { explanationsIn, openQuestionsIn, type RecordEntry } from '#core/returns/record.ts';
import { movedPlace } from '#core/returns/moved-place.ts';
import { sameValue } from '#core/returns/same-value.ts';
import { upgradeAlong } from '#core/returns/upgrade-path.ts';
import type { LeftCell, Upgrade } from '#core/returns/upgrade.ts';
import { copiedCells, type CopiedCell } from '#core/sheet/copied-answers.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import { circumstancesOf, learnItems } from './circumstances-of.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { drawSheets } from './draw-sheets.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { keepOldSheets } from './keep-old-sheets.ts';
import { noteInstrument } from './know-instrument.ts';
import { copiedOf } from './redraw-return.ts';
import { withOwnCircumstances } from './own-circumstances.ts';
import { versionsBetween } from './versions-between.ts';

/** A return on new sheets, and what has no place there: it still stands on the old ones. */
export interface UpgradedReturn {
  readonly open: OpenReturn;
  /** How many answers moved. */
  readonly moved: number;
  readonly left: readonly LeftCell[];
  /** Answers typed beside questions whose place is gone. */
  readonly leftReplies: readonly { readonly row: string; readonly text: string }[];
}

/**
 * Moves a return to the version of the instrument that its round asks now: new sheets are drawn with all answers that
 * have a place there, the record goes with them, the old sheets stay readable and count no more. Everything typed
 * either moves or is answered as left. Fails with `sheet-damaged` while a part of the old sheet cannot be read: what
 * could not be read could not move; and with `filtered` while rows of the old sheet are hidden by a filter, before
 * anything is drawn: it could not stop counting. The new sheets are drawn before the old ones stop counting, so that an
 * interruption leaves the return twice and never not at all.
 */
export const upgradeReturn = async (desk: Desk, old: OpenReturn): Promise<FlowResult<UpgradedReturn>> => {
  const checked = await checkReturn(desk, old);
  if (!checked.ok) return checked;
  if (checked.value.damage.length > 0) return failed({ kind: 'sheet-damaged' });
  const mayStop = fromWorkbook(await desk.workbook.mayDrawOver([old.sheets.entry]));
  if (!mayStop.ok) return mayStop;
  const path = await versionsBetween(desk, old.instrument, old.round.instrument);
  if (!path.ok) return path;
  const instrument = path.value.at(-1) ?? old.instrument;
  const noted = await noteInstrument(desk, instrument);
  if (!noted.ok) return noted;
  const items = await learnItems(desk, instrument);
  if (!items.ok) return items;
  const copied = await copiedOf(desk, old);
  if (!copied.ok) return copied;
  const upgrade = upgradeAlong(path.value, checked.value.content);
  const circumstances = circumstancesOf(desk, instrument, old.round);
  const next = withOwnCircumstances(desk.api.person(), { ...old, instrument, circumstances });
  const drawn = await drawUpgraded(desk, next, copied.value, path.value, checked.value, upgrade);
  if (!drawn.ok) return drawn;
  const open = { ...next, sheets: drawn.value };
  const leftReplies = await moveReplies(desk, open, path.value, checked.value);
  if (!leftReplies.ok) return leftReplies;
  const kept = await keepOldSheets(desk, old);
  if (!kept.ok) return kept;
  const shown = fromWorkbook(await desk.workbook.show(open.sheets.entry));
  if (!shown.ok) return shown;
  return ok({ open, moved: upgrade.moved, left: upgrade.left, leftReplies: leftReplies.value });
};

const drawUpgraded = async (
  desk: Desk,
  next: Omit<OpenReturn, 'sheets'>,
  copied: readonly CopiedCell[],
  path: readonly Instrument[],
  checked: CheckedReturn,
  { content }: Upgrade,
): Promise<FlowResult<OpenReturn['sheets']>> => {
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const { owner, ownerName, ...of } = next;
  const names = freeSheetNames(
    of.instrument,
    survey.value.map(({ name }) => name),
  );
  const plans = planReturn({
    ...of,
    names,
    owner: { id: owner, name: ownerName },
    answers: content,
    copied: stillCopied(path, checked, copied),
    record: [...checked.record, ...movedExplanations(desk, ownerName, checked, content.explanations)],
    questions: openQuestionsIn(checked.record).flatMap((question) => {
      const place = movedPlace(path, question);
      return place ? [{ ...question, ...place }] : [];
    }),
  });
  return drawSheets(desk, plans);
};

/** Answers that nobody has confirmed are not confirmed by moving. */
const stillCopied = (
  path: readonly Instrument[],
  { content }: CheckedReturn,
  copied: readonly CopiedCell[],
): readonly CopiedCell[] => {
  const isCopied = (row: string, field: string, value: Cell) => {
    const [cell] = copiedCells([{ key: row, values: { [field]: value } }]);
    return copied.some((one) => one.row === row && one.field === field && one.text === cell?.text);
  };
  const unchanged = content.rows.map(({ key, values }) => ({
    key,
    values: Object.fromEntries(Object.entries(values).filter(([field, value]) => isCopied(key, field, value))),
  }));
  return copiedCells(upgradeAlong(path, { rows: unchanged, explanations: [] }).content.rows);
};

/** Explanations that hold in the new version but stand otherwise in the record, at their new place. */
const movedExplanations = (
  desk: Desk,
  ownerName: string,
  { record }: CheckedReturn,
  explanations: Upgrade['content']['explanations'],
): readonly RecordEntry[] => {
  const before = explanationsIn(record);
  return explanations
    .filter(
      (one) =>
        !before.some(
          (other) =>
            other.row === one.row &&
            other.field === one.field &&
            other.rule === one.rule &&
            other.text === one.text &&
            sameValue(other.value, one.value),
        ),
    )
    .map(({ row, field, rule, value, text }) => ({
      ...{ when: desk.now(), who: desk.api.person()?.name ?? ownerName, what: 'Explanation' },
      ...{ row, field, value, text, reference: rule },
    }));
};

/** Answers typed beside open questions, which are not sent yet, go to the rows of their questions. */
const moveReplies = async (
  desk: Desk,
  open: OpenReturn,
  path: readonly Instrument[],
  before: CheckedReturn,
): Promise<FlowResult<UpgradedReturn['leftReplies']>> => {
  const typed = before.typedAnswers.filter(({ text }) => text.trim() !== '');
  if (typed.length === 0) return ok([]);
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return checked;
  const questions = openQuestionsIn(before.record);
  const placed = typed.map((reply) => {
    const asked = questions.find(({ row }) => row === reply.row);
    const place = asked && movedPlace(path, asked);
    return { ...reply, spot: place && checked.value.spotOf(place.row, '#answer') };
  });
  const changes = placed.flatMap(({ spot, text }) =>
    spot ? [{ sheet: open.sheets.entry, cell: spot, value: text }] : [],
  );
  const applied = fromWorkbook(await desk.workbook.apply(changes));
  return applied.ok ? ok(placed.flatMap(({ row, text, spot }) => (spot ? [] : [{ row, text }]))) : applied;
};
