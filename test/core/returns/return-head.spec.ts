import fc from 'fast-check';
import { headAfter, untouched, type ReturnHead } from '#core/returns/return-head.ts';
import type { Move, Mover } from '#core/returns/states.ts';

type Step = readonly [Move, Mover];
const move = fc.constantFrom<Move>('start', 'submit', 'ask', 'settle', 'settle-last', 'accept', 'reopen', 'withdraw');
const mover = fc.constantFrom<Mover>('owner', 'mentor', 'project-team');

/** A life of a return: whatever people try, one after the other; what is not allowed changes nothing. */
const life = (
  steps: readonly Step[],
): readonly { readonly step: Step; readonly was: ReturnHead; readonly is: ReturnHead }[] => {
  let was = untouched;
  return steps.flatMap((step) => {
    const is = headAfter(was, ...step);
    if (!is) return [];
    const made = { step, was, is };
    was = is;
    return [made];
  });
};

const lives = (check: (made: ReturnType<typeof life>[number]) => void) =>
  fc.assert(fc.property(fc.array(fc.tuple(move, mover), { maxLength: 40 }), (steps) => life(steps).forEach(check)));

test('a revision starts to count by being accepted, and stops only by another’s acceptance or by withdrawal', () => {
  lives(({ step: [made], was, is }) => {
    if (made === 'accept') expect(is.accepted).toBe(was.latest);
    else if (made === 'withdraw') expect(is.accepted).toBeUndefined();
    else expect(is.accepted).toBe(was.accepted);
  });
});

test('only submitting makes a revision, one at a time, and what counts was submitted', () => {
  lives(({ step: [made], was, is }) => {
    expect(is.latest).toBe(was.latest + (made === 'submit' ? 1 : 0));
    if (is.accepted !== undefined) expect(is.accepted).toBeLessThanOrEqual(is.latest);
  });
});

test('an accepted return counts as a whole; one that is withdrawn, or was never submitted, not at all', () => {
  lives(({ is }) => {
    if (is.state === 'accepted') expect(is.accepted).toBe(is.latest);
    if (is.state === 'withdrawn' || is.latest === 0) expect(is.accepted).toBeUndefined();
  });
});

test('a reopened return stays so, whatever is submitted and asked, until it is accepted again', () => {
  lives(({ step: [made], was, is }) => {
    if (made === 'reopen') expect(is.reopened).toBe(true);
    else if (made === 'accept') expect(is.reopened).toBe(false);
    else expect(is.reopened).toBe(was.reopened);
  });
});
