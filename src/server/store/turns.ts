/**
 * Lets one piece of work be under way at a time; the rest waits, in the order in which it came. Work whose turn comes
 * only after so many milliseconds is not done but refused with `tooLate`: whoever asked has gone.
 */
export const takingTurns = (longest: number, tooLate: () => Error) => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const came = performance.now();
    const done = last.then(() => {
      if (performance.now() - came > longest) throw tooLate();
      return work();
    });
    last = done.catch(() => undefined);
    return done;
  };
};
