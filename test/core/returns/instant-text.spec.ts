import { instantOfText, instantText } from '#core/returns/instant-text.ts';

test('an instant shows to the minute and reads back to the minute', () => {
  expect(instantText('2009-06-01T09:07:31.512Z')).toBe('2009-06-01 09:07 UTC');
  expect(instantOfText('2009-06-01 09:07 UTC')).toBe('2009-06-01T09:07:00.000Z');
});

test('what is no instant is left as it is', () => {
  expect(instantText('yesterday')).toBe('yesterday');
  expect(instantOfText('1 June, about nine')).toBe('1 June, about nine');
});
