import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { movedPlace } from '#core/returns/moved-place.ts';
import { upgradeAlong } from '#core/returns/upgrade-path.ts';
import type { LeftCell } from '#core/returns/upgrade.ts';
import type { ReturnAnswer, WireContent } from '#wire/shapes.ts';
import type { Desk } from './desk.ts';
import type { FlowResult } from './flow-result.ts';
import { knowInstrument } from './know-instrument.ts';
import { versionsBetween } from './versions-between.ts';

/** Answers given in an older version of an instrument that have no place in a newer one, as they stood there. */
export interface LeftBehind {
  readonly from: Instrument;
  readonly cells: readonly LeftCell[];
}

/** Content in the version that is wanted, what has no place there, and the versions it came along. */
interface InVersion {
  readonly content: ReturnContent;
  readonly left: LeftBehind | undefined;
  readonly path: readonly Instrument[];
}

/**
 * Moves what was given in one version of an instrument to the version `to`, as an upgrade moves it. What was given in
 * that version, in a newer one or to another instrument stays as it is. Asks the endpoint for versions that are not at
 * hand.
 */
export const inVersion = async (
  desk: Desk,
  to: Instrument,
  { instrument, content }: { readonly instrument: string; readonly content: WireContent },
): Promise<FlowResult<InVersion>> => {
  const asItIs: InVersion = { content: contentOf(content), left: undefined, path: [to] };
  if (instrument === instrumentRef(to)) return ok(asItIs);
  const from = await knowInstrument(desk, instrument);
  if (!from.ok) return from;
  if (from.value.id !== to.id || from.value.version > to.version) return ok(asItIs);
  const path = await versionsBetween(desk, from.value, instrumentRef(to));
  if (!path.ok) return path;
  const { content: moved, left } = upgradeAlong(path.value, contentOf(content));
  return ok({
    content: moved,
    left: left.length === 0 ? undefined : { from: from.value, cells: left },
    path: path.value,
  });
};

/**
 * What the endpoint holds of a return as the version `to` asks it: the latest revision, and the questions at the places
 * where their cells are now. A question whose cell is gone keeps the place where it was asked.
 */
export const answerInVersion = async (
  desk: Desk,
  to: Instrument,
  answer: ReturnAnswer,
): Promise<FlowResult<{ readonly answer: ReturnAnswer; readonly left: LeftBehind | undefined }>> => {
  const { latest, questions } = answer;
  if (latest?.content === undefined) return ok({ answer, left: undefined });
  const moved = await inVersion(desk, to, { instrument: latest.instrument, content: latest.content });
  if (!moved.ok) return moved;
  const { content, left, path } = moved.value;
  return ok({
    answer: {
      ...answer,
      latest: { ...latest, content: wireContent(content) },
      questions: questions.map((question) => ({ ...question, ...movedPlace(path, question) })),
    },
    left,
  });
};

/** Wire and core hold the same shape; this is where one becomes the other, and back. */
const contentOf = (content: WireContent): ReturnContent => content;
const wireContent = (content: ReturnContent): WireContent => content as WireContent;
