import type { Instrument } from '#core/instrument/instrument.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { failed, ok } from '#core/result.ts';
import type { Desk, ReadingDesk } from './desk.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';

/**
 * The instrument of a reference: from the shelf, else from the endpoint, checked like any definition. Fails with
 * `instrument-unknown` where neither has it, or has something that this version of the add-in cannot read.
 */
export const knowInstrument = async (desk: Desk, reference: string): Promise<FlowResult<Instrument>> => {
  const known = desk.instruments.find(reference);
  if (known) return ok(known);
  const answer = fromApi(await desk.api.instrument(reference));
  if (!answer.ok) {
    const { failure } = answer;
    const missing =
      failure.kind === 'api' && failure.failure.kind === 'problem' && failure.failure.problem.code === 'not-found';
    return missing ? failed({ kind: 'instrument-unknown', reference }) : answer;
  }
  const learnt = learn(desk, answer.value);
  return learnt && instrumentRef(learnt) === reference
    ? ok(learnt)
    : failed({ kind: 'instrument-unknown', reference });
};

/** Learns what the workbook has noted of instruments that did not come with the program, so that it opens offline. */
export const learnFromWorkbook = async (desk: ReadingDesk): Promise<FlowResult<void>> => {
  const noted = await notedInstruments(desk);
  if (!noted.ok) return noted;
  for (const definition of noted.value) if (!isAtHand(desk, definition)) learn(desk, definition);
  return ok(undefined);
};

/** Whether it says that it is one that came with the program: that one is never replaced, and looking at it takes long. */
const isAtHand = (desk: ReadingDesk, definition: unknown): boolean => {
  const { id, version } = Object(definition) as Partial<Pick<Instrument, 'id' | 'version'>>;
  return (
    typeof id === 'string' &&
    typeof version === 'number' &&
    desk.instruments.isBuiltIn(instrumentRef({ id, version }))
  );
};

/** Notes an instrument in the workbook, unless it came with the program or stands there already. */
export const noteInstrument = async (desk: ReadingDesk, instrument: Instrument): Promise<FlowResult<void>> => {
  const reference = instrumentRef(instrument);
  if (desk.instruments.isBuiltIn(reference)) return ok(undefined);
  const noted = await notedInstruments(desk);
  if (!noted.ok) return noted;
  const others = noted.value.filter((definition) => {
    const loaded = loadInstrument(definition);
    return loaded.ok && instrumentRef(loaded.value) !== reference;
  });
  return fromWorkbook(await desk.workbook.setNote('instruments', JSON.stringify([...others, instrument])));
};

/** What the note holds; one that is missing or unreadable is an empty one: the endpoint can tell again. */
const notedInstruments = async (desk: ReadingDesk): Promise<FlowResult<readonly unknown[]>> => {
  const note = fromWorkbook(await desk.workbook.note('instruments'));
  if (!note.ok) return note;
  try {
    const definitions: unknown = JSON.parse(note.value ?? '[]');
    return ok(Array.isArray(definitions) ? definitions : []);
  } catch {
    return ok([]);
  }
};

const learn = (desk: ReadingDesk, definition: unknown): Instrument | undefined => {
  const loaded = loadInstrument(definition);
  if (!loaded.ok) return undefined;
  desk.instruments.learn(loaded.value);
  return loaded.value;
};
