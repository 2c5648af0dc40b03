import { setTimeout as pause } from 'node:timers/promises';
import { takingTurns } from '../../../src/server/store/turns.ts';

const tooLate = () => new Error('too late');

test('one piece of work is under way at a time, in the order in which it came', async () => {
  const inTurn = takingTurns(1000, tooLate);
  let underWay = 0;
  const done: number[] = [];
  const work = (number: number) => async () => {
    underWay += 1;
    expect(underWay).toBe(1);
    await pause(5);
    underWay -= 1;
    done.push(number);
    return number;
  };
  expect(await Promise.all([1, 2, 3, 4].map((number) => inTurn(work(number))))).toEqual([1, 2, 3, 4]);
  expect(done).toEqual([1, 2, 3, 4]);
});

test('work that fails passes its turn on', async () => {
  const inTurn = takingTurns(1000, tooLate);
  const failing = inTurn(() => Promise.reject(new Error('failed')));
  const next = inTurn(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('failed');
  await expect(next).resolves.toBe('done');
});

test('work whose turn comes too late is not done', async () => {
  const inTurn = takingTurns(20, tooLate);
  let isDone = false;
  const first = inTurn(() => pause(60));
  const second = inTurn(async () => void (isDone = true));
  await expect(second).rejects.toThrow('too late');
  await first;
  expect(isDone).toBe(false);
  await expect(inTurn(() => Promise.resolve('later'))).resolves.toBe('later');
});
