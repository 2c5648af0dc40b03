import { singleFlight } from '#taskpane/state/single-flight.ts';

/** A task whose runs are ended by hand, in order. */
const steered = () => {
  const ends: ((value: number) => void)[] = [];
  let running = 0;
  let most = 0;
  const run = singleFlight(async () => {
    running += 1;
    most = Math.max(most, running);
    const value = await new Promise<number>((resolve) => ends.push(resolve));
    running -= 1;
    return value;
  });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return { run, ends, settle, most: () => most };
};

describe('a check that is asked for while one runs', () => {
  test('never runs beside it, and begins after it', async () => {
    const { run, ends, settle, most } = steered();
    const first = run();
    const second = run();
    expect(ends).toHaveLength(1);
    ends[0]?.(1);
    await expect(first).resolves.toBe(1);
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    await expect(second).resolves.toBe(2);
    expect(most()).toBe(1);
  });

  test('is one run for all who asked meanwhile', async () => {
    const { run, ends, settle } = steered();
    const first = run();
    const later = [run(), run(), run()];
    ends[0]?.(1);
    await first;
    await settle();
    ends[1]?.(2);
    await expect(Promise.all(later)).resolves.toEqual([2, 2, 2]);
    expect(ends).toHaveLength(2);
  });

  test('begins also after a run that broke', async () => {
    let run = 0;
    const check = singleFlight(async () => {
      run += 1;
      if (run === 1) throw new Error('broken');
      return run;
    });
    const [first, second] = [check(), check()];
    await expect(first).rejects.toThrow('broken');
    await expect(second).resolves.toBe(2);
  });
});
