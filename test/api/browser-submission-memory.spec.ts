import { fingerprint } from '#core/ids.ts';
import { browserSubmissionMemory } from '../../src/api/browser-submission-memory.ts';
import type { SubmissionTrace } from '../../src/api/collection-api.ts';

const trace = (key: string): SubmissionTrace => ({
  key,
  fingerprint: fingerprint('f'.repeat(64)),
  at: '2009-06-01T12:00:00.000Z',
});

const storage = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  };
};

const blocked = {
  getItem: (): string => {
    throw new Error('blocked');
  },
  setItem: (): void => {
    throw new Error('full');
  },
  removeItem: (): void => {},
};

test('what is remembered is there after a reload, until it is forgotten', () => {
  const shared = storage();
  browserSubmissionMemory(shared).remember(trace('k1'));
  browserSubmissionMemory(shared).remember(trace('k2'));
  expect(browserSubmissionMemory(shared).all()).toEqual([trace('k1'), trace('k2')]);
  browserSubmissionMemory(shared).forget('k1');
  expect(browserSubmissionMemory(shared).all()).toEqual([trace('k2')]);
});

test('remembering one key twice remembers it once', () => {
  const memory = browserSubmissionMemory(storage());
  memory.remember(trace('k1'));
  memory.remember(trace('k1'));
  expect(memory.all()).toHaveLength(1);
});

test('nothing but key, fingerprint and time is kept, whatever it is given', () => {
  const shared = storage();
  browserSubmissionMemory(shared).remember({ ...trace('k1'), content: 'an answer' } as SubmissionTrace);
  expect([...shared.held.values()].join()).not.toContain('an answer');
});

test.each([
  ['blocked storage', blocked],
  ['no storage', undefined],
])('with %s it is remembered within the page', (_what, none) => {
  const memory = browserSubmissionMemory(none);
  memory.remember(trace('k1'));
  expect(memory.all()).toEqual([trace('k1')]);
  memory.forget('k1');
  expect(memory.all()).toEqual([]);
});

test.each([['not JSON'], ['{}'], ['[{"key":1}]']])('what somebody else wrote there counts as nothing: %s', (text) => {
  const shared = storage();
  shared.setItem('stem-returns.submissions', text);
  expect(browserSubmissionMemory(shared).all()).toEqual([]);
});
