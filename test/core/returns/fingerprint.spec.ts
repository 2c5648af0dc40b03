import fc from 'fast-check';
import { ownerId, roundId } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { differences } from '#core/returns/difference.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { content } from './returns-arbitrary.ts';

const print = (of: ReturnContent, round = 'R-1'): string =>
  fingerprintOf({ instrument: 'any@1', round: roundId(round), owner: ownerId('999001'), content: of });

test('the order of rows, fields and explanations does not change the fingerprint', () => {
  fc.assert(
    fc.property(content, (one) => {
      const turned = {
        rows: [...one.rows]
          .reverse()
          .map((row) => ({ ...row, values: Object.fromEntries(Object.entries(row.values).reverse()) })),
        explanations: [...one.explanations].reverse(),
      };
      expect(print(turned)).toBe(print(one));
    }),
  );
});

test('blank cells and empty rows do not change the fingerprint', () => {
  const filled: ReturnContent = { rows: [{ key: 'A1', values: { level: 3 } }], explanations: [] };
  const padded: ReturnContent = {
    rows: [
      { key: 'B1', values: {} },
      { key: 'A1', values: { level: 3, proof: '', who: null } },
    ],
    explanations: [],
  };
  expect(print(padded)).toBe(print(filled));
});

test('two contents have one fingerprint exactly when no cell and no explanation differs', () => {
  const explained = ({ explanations }: ReturnContent): string =>
    explanations
      .map((e) => JSON.stringify(e))
      .sort()
      .join();
  fc.assert(
    fc.property(content, content, (one, other) => {
      const same = differences(one, other).length === 0 && explained(one) === explained(other);
      expect(print(one) === print(other)).toBe(same);
    }),
  );
});

test('the number 3 and the text "3" are different answers', () => {
  const of = (level: string | number): ReturnContent => ({
    rows: [{ key: 'A1', values: { level } }],
    explanations: [],
  });
  expect(print(of(3))).not.toBe(print(of('3')));
});

test('the same answers in another round are another return', () => {
  const one: ReturnContent = { rows: [{ key: 'A1', values: { level: 3 } }], explanations: [] };
  expect(print(one, 'R-1')).not.toBe(print(one, 'R-2'));
});

test('the fingerprint of a known return never changes between versions of this product', () => {
  const known: ReturnContent = {
    rows: [{ key: 'A1', values: { level: '3 Established', proof: 'Visit to a bridge, March' } }],
    explanations: [{ row: 'A1', field: 'proof', rule: 'short', value: 'x', text: 'small school' }],
  };
  expect(print(known)).toMatchInlineSnapshot(`"8bd23fe4271b5b929828c137e9108acff77a5d003a55d4ced157b9f9f4234b68"`);
});
