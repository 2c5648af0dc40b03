import { Value } from 'typebox/value';
import { sha256 } from '@noble/hashes/sha2.js';
import { SignInRequest } from '#wire/shapes.ts';

test('an unknown member is refused', () => {
  expect(sha256(new Uint8Array()).length).toBe(32);
  expect(Value.Check(SignInRequest, { code: 'x' })).toBe(true);
  expect(Value.Check(SignInRequest, { code: 'x', more: 1 })).toBe(false);
});
