import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ownerId, roundId, type OwnerId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { Round } from '#core/returns/round.ts';
import type { ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** What the workbook's hidden note remembers of a return, so that it can be checked without the server. */
export interface KnownReturn {
  readonly owner: OwnerId;
  readonly ownerName: string;
  readonly round: Round;
}

const Note = Type.Array(
  Type.Object({
    owner: Type.String(),
    ownerName: Type.String(),
    round: Type.Object({
      id: Type.String(),
      title: Type.String(),
      instrument: Type.String(),
      academicYear: Type.String(),
      opens: Type.String(),
      closes: Type.Optional(Type.String()),
      detail: Type.Optional(Type.Literal('tally')),
      yearGroups: Type.Optional(Type.Array(Type.Integer())),
    }),
  }),
);

/** The returns noted in this workbook; a note that is missing or unreadable is an empty one: it can be rebuilt. */
export const knownReturns = async (desk: ReadingDesk): Promise<FlowResult<readonly KnownReturn[]>> => {
  const note = fromWorkbook(await desk.workbook.note('returns'));
  return note.ok ? ok(parse(note.value)) : note;
};

/** Notes a return, in place of what was noted of it before. */
export const rememberReturn = async (desk: ReadingDesk, known: KnownReturn): Promise<FlowResult<void>> => {
  const before = await knownReturns(desk);
  if (!before.ok) return before;
  const others = before.value.filter(({ owner, round }) => owner !== known.owner || round.id !== known.round.id);
  const { owner, ownerName, round } = known;
  return fromWorkbook(
    await desk.workbook.setNote('returns', JSON.stringify([...others, { owner, ownerName, round }])),
  );
};

const parse = (text: string | undefined): readonly KnownReturn[] => {
  if (text === undefined) return [];
  try {
    const note: unknown = JSON.parse(text);
    return Value.Check(Note, note) ? note.map(branded) : [];
  } catch {
    return [];
  }
};

const branded = ({ owner, ownerName, round }: Static<typeof Note>[number]): KnownReturn => {
  const { closes, detail, yearGroups, ...rest } = round;
  return {
    owner: ownerId(owner),
    ownerName,
    round: {
      ...rest,
      id: roundId(round.id),
      ...(closes === undefined ? {} : { closes }),
      ...(detail === undefined ? {} : { detail }),
      ...(yearGroups === undefined ? {} : { yearGroups }),
    },
  };
};
