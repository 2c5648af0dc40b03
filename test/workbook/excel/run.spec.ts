import { ok } from '#core/result.ts';
import { excelQueue, type ExcelClient } from '#workbook/excel/run.ts';

/** A client whose runs fail with these codes, one after the other, and then work. It notes every run and wait. */
const failing = (codes: readonly string[]) => {
  const left = [...codes];
  const seen = { runs: 0, waits: [] as number[], together: 0 };
  let running = 0;
  const client = {
    run: async (batch: (context: { sync: () => Promise<void> }) => Promise<unknown>) => {
      seen.runs += 1;
      running += 1;
      seen.together = Math.max(seen.together, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      const code = left.shift();
      if (code !== undefined) throw Object.assign(new Error(code), { code, debugInfo: {} });
      return batch({ sync: () => Promise.resolve() });
    },
  } as unknown as ExcelClient;
  const pause = (milliseconds: number) => {
    seen.waits.push(milliseconds);
    return Promise.resolve();
  };
  return { seen, queue: excelQueue({ client, pause, random: () => 0.5 }) };
};

const work =
  (nature?: 'repeatable' | 'once') =>
  (batch: Parameters<Parameters<ReturnType<typeof excelQueue>['operate']>[0]>[0]) =>
    batch(() => () => 'done', nature).then(ok);

const editing = 'InvalidOperationInCellEditMode';

test('a person who edits a cell is waited for: half a second, one, two', async () => {
  const { seen, queue } = failing([editing, editing, editing]);
  expect(await queue.operate(work())).toEqual({ ok: true, value: 'done' });
  expect(seen.waits).toEqual([500, 1000, 2000]);
});

test('after the third wait it is said that a cell is being edited', async () => {
  const { seen, queue } = failing([editing, editing, editing, editing]);
  expect(await queue.operate(work('once'))).toEqual({ ok: false, failure: { kind: 'editing' } });
  expect(seen.runs).toBe(4);
});

test.each(['ActivityLimitReached', 'ServiceNotAvailable', 'RequestAborted'])(
  '%s: three more attempts, each after a longer wait',
  async (code) => {
    const { seen, queue } = failing([code, code, code]);
    expect(await queue.operate(work())).toMatchObject({ ok: true });
    expect(seen.waits).toEqual([400, 800, 1600]);
  },
);

test.each(['GeneralException', 'InactiveWorkbook'])('%s: one more attempt', async (code) => {
  const { seen, queue } = failing([code, code]);
  expect(await queue.operate(work())).toEqual({ ok: false, failure: { kind: 'busy' } });
  expect(seen.runs).toBe(2);
});

test.each(['ServiceNotAvailable', 'RequestAborted', 'GeneralException'])(
  'work that must be done once is not sent again after %s: Excel may have done it',
  async (code) => {
    const { seen, queue } = failing([code]);
    expect(await queue.operate(work('once'))).toEqual({ ok: false, failure: { kind: 'busy' } });
    expect(seen.runs).toBe(1);
  },
);

test('only one run is in flight, however many operations are asked for at once', async () => {
  const { seen, queue } = failing([]);
  await Promise.all([queue.operate(work()), queue.operate(work()), queue.operate(work())]);
  expect(seen.together).toBe(1);
});

test('an operation that fails holds up no other; a mistake of ours is thrown', async () => {
  const { queue } = failing(['AccessDenied']);
  const mistake = queue.operate(() => Promise.reject(new TypeError('ours')));
  const refused = queue.operate(work());
  const fine = queue.operate(work());
  await expect(mistake).rejects.toThrow('ours');
  expect(await refused).toEqual({ ok: false, failure: { kind: 'protected' } });
  expect(await fine).toMatchObject({ ok: true });
});
