import fc from 'fast-check';
import { isRoundCode, roundCodeFor } from '#core/returns/round-code.ts';

test.each([
  ['garden-steps@1', '200910', [], 'GS-200910'],
  ['visits@3', '202526', [], 'V-202526'],
  ['garden-steps@2', '200910', ['GS-200910'], 'GS-200910-2'],
  ['garden-steps@2', '200910', ['GS-200910', 'GS-200910-2'], 'GS-200910-3'],
])('a round of %s in %s, with %j there already, gets the code %s', (instrument, year, taken, code) => {
  expect(roundCodeFor(instrument, year, taken)).toBe(code);
});

test('whatever an instrument is called, the code is one, and nobody else has it', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  const id = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join('-'));
  fc.assert(
    fc.property(id, fc.nat(12), (instrument, rounds) => {
      const taken: string[] = [];
      for (let made = 0; made <= rounds; made += 1) {
        const code = roundCodeFor(`${instrument}@1`, '200910', taken);
        expect(isRoundCode(code)).toBe(true);
        expect(taken).not.toContain(code);
        taken.push(code);
      }
    }),
  );
});

test.each(['', 'sr-1', '-A', 'A B', 'A_B', 'ABCDEFGHIJKLMNOPQRSTU'])('“%s” is no code of a round', (text) => {
  expect(isRoundCode(text)).toBe(false);
});
