import fc from 'fast-check';
import { definitionHash } from '#core/instrument/definition-hash.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { gardens } from '../../kit/garden-instrument.ts';

/** The same data with the members of every object in the opposite order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
};

/** Every text, number and boolean in the data, as the steps that lead to it. */
const leavesOf = (value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([step, member]) => leavesOf(member, [...steps, step]))
    : [steps];

const changedAt = (instrument: Instrument, steps: readonly string[]): Instrument => {
  const copy = structuredClone(instrument);
  let at = copy as unknown as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = steps.at(-1) ?? '';
  at[last] = typeof at[last] === 'number' ? at[last] + 1 : `${String(at[last])}!`;
  return copy;
};

describe('The hash of a definition', () => {
  test('is 64 hexadecimal digits', () => {
    expect(definitionHash(gardens)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not depend on the order in which members were written, nor on ones that are there without a value', () => {
    expect(definitionHash(reversed(gardens) as Instrument)).toBe(definitionHash(gardens));
    expect(definitionHash({ ...gardens, once: undefined } as unknown as Instrument)).toBe(definitionHash(gardens));
  });

  test('survives being written as JSON and read again', () => {
    expect(definitionHash(JSON.parse(JSON.stringify(gardens)) as Instrument)).toBe(definitionHash(gardens));
  });

  test('depends on the order of fields: it is the order of columns', () => {
    expect(definitionHash({ ...gardens, fields: [...gardens.fields].reverse() })).not.toBe(definitionHash(gardens));
  });

  test('changes with any text or number of the definition', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leavesOf(gardens)), (steps) => {
        expect(definitionHash(changedAt(gardens, steps))).not.toBe(definitionHash(gardens));
      }),
    );
  });
});
