import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import { asksYears } from '#core/rules/expected-years.ts';
import { CircumstancesAnswer } from '#wire/shapes.ts';
import type { Desk, OpenReturn, ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { knowInstrument, noteInstrument } from './know-instrument.ts';

const Note = Type.Array(Type.Object({ owner: Type.String(), round: Type.String(), told: CircumstancesAnswer }));
type Note = Type.Static<typeof Note>;

type Whose = Pick<OpenReturn, 'owner' | 'round' | 'instrument'>;

/** Whether an instrument has rules that look beyond a return. */
export const looksBeyond = ({ rules }: Pick<Instrument, 'rules'>): boolean =>
  asksYears({ rules }) || rules.some(({ kind }) => kind === 'change' || kind === 'cross-sheet');

/** What the endpoint told last of what the rules of a return look at beyond it; `undefined` when it never did. */
export const toldBeyond = async (
  desk: ReadingDesk,
  { owner, round }: Whose,
): Promise<FlowResult<CircumstancesAnswer | undefined>> => {
  const notes = await notesOf(desk);
  return notes.ok ? ok(notes.value.find((one) => one.owner === owner && one.round === round.id)?.told) : notes;
};

/**
 * Asks the endpoint what the rules of a return look at beyond it and notes that in the workbook, so that it is known
 * there offline too; answers whether it was news. Where the endpoint does not answer, what was told last still stands.
 */
export const learnBeyond = async (desk: Desk, { owner, round, instrument }: Whose): Promise<FlowResult<boolean>> => {
  if (!looksBeyond(instrument)) return ok(false);
  const answer = await desk.api.circumstances(round.id, owner);
  if (!answer.ok) return ok(false);
  for (const other of answer.value.others) {
    const known = await knowInstrument(desk, other.instrument);
    const noted = known.ok ? await noteInstrument(desk, known.value) : ok(undefined);
    if (!noted.ok) return noted;
  }
  const notes = await notesOf(desk);
  if (!notes.ok) return notes;
  const others = notes.value.filter((one) => one.owner !== owner || one.round !== round.id);
  const [before, now] = [notes.value, [...others, { owner, round: round.id, told: answer.value }]].map((all) =>
    JSON.stringify([...all].sort((a, b) => (`${a.owner} ${a.round}` < `${b.owner} ${b.round}` ? -1 : 1))),
  );
  if (before === now) return ok(false);
  const noted = fromWorkbook(await desk.workbook.setNote('circumstances', now));
  return noted.ok ? ok(true) : noted;
};

/** A note that is missing or unreadable is an empty one: the endpoint can tell again. */
const notesOf = async (desk: ReadingDesk): Promise<FlowResult<Note>> => {
  const note = fromWorkbook(await desk.workbook.note('circumstances'));
  if (!note.ok) return note;
  try {
    const notes: unknown = JSON.parse(note.value ?? '[]');
    return ok(Value.Check(Note, notes) ? notes : []);
  } catch {
    return ok([]);
  }
};
