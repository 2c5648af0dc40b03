import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ICalculateFormulaService } from '@univerjs/engine-formula';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { openModel } from '#workbench/engine/univer-model.ts';
import type { SparingCalculation } from '#workbench/engine/formulas/sparing-calculation.ts';
import { beesModel } from './bees-model.ts';
import { bees, hives } from './bees-instrument.ts';
import type { Figure } from './figure.ts';

/** Typing into the large return in the workbench's engine, opened as a person opens it, without a screen. */
export const engineTyping = async (): Promise<readonly Figure[]> => {
  const { model: drawn, entry } = beesModel();
  const model = openModel(drawn.snapshot());
  drawn.dispose();
  const first = await time(() => patiently(() => model.settled()));
  let ran = 0;
  (model.book.injector.get(ICalculateFormulaService) as SparingCalculation).onRun = () => (ran += 1);
  const { firstRow } = entryLayout(bees, hives);
  // As in the browser: whoever opens a workbook looks at it before she types.
  await pause(3000);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let slowest = 0;
  let most = 0;
  for (let turn = 0; turn < 30; turn += 1) {
    ran = 0;
    const column = 1 + ((turn * 7) % 40);
    const area = { row: firstRow + turn * 11, column, rows: 1, columns: 1 };
    const value = turn % 3 === 0 ? 'wrong' : turn % 3 === 1 ? '3 Sometimes' : turn;
    slowest = Math.max(
      slowest,
      await time(async () => {
        model.cells.write(entry.id, area, [[{ value }]]);
        await model.settled();
      }),
    );
    most = Math.max(most, ran);
  }
  const longest = delay.max / 1e6;
  model.dispose();
  return [
    { what: 'First calculation of the workbook, without a screen', value: first, unit: 'ms' },
    { what: 'Slowest of 30 typed cells until all formulas agree, without a screen', value: slowest, unit: 'ms' },
    // Promised is the same in the browser: see browser-typing.ts.
    { what: 'Longest task meanwhile, without a screen', value: longest, unit: 'ms' },
    { what: 'Most formulas calculated for one typed cell', value: most, unit: 'formulas' },
  ];
};

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** The engine gives up waiting after 30 seconds, the measurement does not. */
const patiently = async (wait: () => Promise<void>): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    const isDone = await wait().then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
};
