/** What was kept of a return before its moves were. */
export interface HeadBefore {
  owner: string;
  round: string;
  state: string;
  latest: number;
  accepted: number | null;
  submitted_at: string;
}

export interface RevisionBefore {
  owner: string;
  round: string;
  number: number;
  at: string;
  person: string;
  person_name: string;
}

export interface QuestionBefore {
  owner: string;
  round: string;
  asked_by: string;
  asked_at: string;
}

/**
 * The moves of a return from before moves were kept: one for each revision, one where the revision that counts was
 * accepted, and one for the last question where that is how the return stands. When and by whom a revision was accepted
 * was not written down: it is told at the instant of the revision, by nobody.
 */
export const movesOf = (
  head: HeadBefore,
  revisions: readonly Pick<RevisionBefore, 'number' | 'at' | 'person' | 'person_name'>[],
  questions: readonly Pick<QuestionBefore, 'asked_by' | 'asked_at'>[],
) => {
  const counting = (revision: number) => (head.accepted !== null && head.accepted <= revision ? head.accepted : null);
  const moves = revisions.flatMap(({ number, at, person, person_name }) => [
    {
      ...{ move: 'submit', state: 'submitted', at, person, person_name, revision: number },
      // The one that counts did not count yet when it came in.
      accepted: head.accepted === number ? null : counting(number),
    },
    ...(head.accepted === number
      ? [{ move: 'accept', state: 'accepted', at, person: '', person_name: '', revision: number, accepted: number }]
      : []),
  ]);
  const asked = questions.at(-1);
  const last = moves.at(-1);
  if (last && head.state === 'questioned') {
    const at = asked && asked.asked_at > last.at ? asked.asked_at : last.at;
    const by = { person: '', person_name: asked?.asked_by ?? '' };
    moves.push({ move: 'ask', state: 'questioned', at, ...by, revision: head.latest, accepted: head.accepted });
  }
  return moves.map((move, at) => ({ owner: head.owner, round: head.round, number: at + 1, ...move, reason: null }));
};
