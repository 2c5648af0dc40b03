/** One measured number. */
export interface Figure {
  /** What was measured: "Re-check after one edit". */
  readonly what: string;
  readonly value: number;
  /** `ms`, `MB`, `times`, or a word for what is counted. */
  readonly unit: string;
  /** What it should not exceed, where something is promised. Printed beside the value, never asserted. */
  readonly promised?: number;
}

/** The middle of several runs of something, in milliseconds; the first is not counted. */
export const middle = async (runs: number, run: (turn: number) => unknown): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn <= runs; turn += 1) {
    const started = performance.now();
    await run(turn);
    if (turn > 0) times.push(performance.now() - started);
  }
  return middleOf(times);
};

/** The middle one of some numbers; 0 of none. */
export const middleOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
