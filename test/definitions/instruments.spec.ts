import { instrumentRef } from '#core/instrument/instrument.ts';
import { instrumentByRef, instruments } from '#definitions/instruments.ts';

test('every built-in instrument is found by its name and version', () => {
  expect(instruments.map((instrument) => instrumentByRef(instrumentRef(instrument)))).toEqual(instruments);
});

test('there is at least the self-review framework, first version', () => {
  expect(instrumentByRef('self-review@1')?.title).toBe('Self-review framework');
});

test('no two built-in instruments have one name and version', () => {
  expect(new Set(instruments.map(instrumentRef)).size).toBe(instruments.length);
});

test.each([['self-review@2'], ['self-review'], ['']])('"%s" names none', (ref) => {
  expect(instrumentByRef(ref)).toBeUndefined();
});
