/** Two records together: what both have is added, what one has is kept. Adds up tallies in any order. */
export const addByKey = <T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  add: (x: T, y: T) => T,
): Readonly<Record<string, T>> => {
  const sum: Record<string, T> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = a[key];
    sum[key] = before === undefined ? value : add(before, value);
  }
  return sum;
};
