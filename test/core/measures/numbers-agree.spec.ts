import fc from 'fast-check';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import { instrumentRef, onceKey, type Instrument } from '#core/instrument/instrument.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { newXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { anyOrAllGardens } from '../../kit/any-or-all-gardens.ts';
import { countedGardens } from '../../kit/counted-gardens.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { recalculateAll, valuesOf } from '../../kit/libreoffice.ts';
import { orchard } from '../../kit/orchard-instrument.ts';
import { otherResults } from '../../kit/results-of-plans.ts';
import { bytesOf } from '../../kit/return-file.ts';

/**
 * The results of plans are worked out in TypeScript from tallies. That the workbench comes to the same is shown where
 * the plans are tested; here it is LibreOffice, on files that hold no results.
 */
interface Judged {
  readonly name: string;
  /** The one sheet that measures are shown on. */
  readonly plan: SheetPlan;
  readonly plans: readonly SheetPlan[];
}

const samplesOf = (instrument: Instrument): AnswerRow[][] =>
  fc.sample(rowsOf(instrument, gardenRound, { least: 6, most: 20 }), { numRuns: 3, seed: 20090630 });

const summaryOf = (instrument: Instrument, rows: readonly AnswerRow[]): Judged => {
  const names = freeSheetNames(instrument, []);
  const plans = planReturn({ instrument, round: gardenRound, owner: gardenOwner, names, answers: { rows } });
  const plan = plans.find(({ role }) => role === 'summary');
  if (!plan) throw new Error('no summary');
  return { name: `the summary of ${instrumentRef(instrument)}`, plan, plans };
};

const masterOf = (instrument: Instrument, samples: readonly (readonly AnswerRow[])[]): Judged => {
  const accepted = samples.map((rows, at) => ({
    revision: at + 1,
    receipt: `receipt-${at + 1}`,
    content: { rows, explanations: [] },
  }));
  const owners = [...accepted, undefined].map((one, at) => ({
    owner: ownerId(String(999001 + at)),
    name: `School ${at + 1}`,
    state: one === undefined ? ('not-started' as const) : ('accepted' as const),
    accepted: one,
  }));
  const counts = { enlisted: owners.length, returned: accepted.length };
  const of = { instrument, round: gardenRound, at: '2009-06-30T12:00:00Z', owners, ...counts };
  const findings = instrument.measures
    .filter(({ kind }) => kind === 'finding')
    .map(({ id }, at) => [id, { count: at % 3, base: 3 }] as const);
  const earlier = { title: 'The "year" before', findings: Object.fromEntries(findings) };
  const plan = planMaster({ ...of, earlier, name: 'Master' });
  return { name: `the master of ${instrumentRef(instrument)}`, plan, plans: [plan] };
};

const fileOf = async ({ plans }: Judged): Promise<Uint8Array> => {
  const workbook = newXlsx();
  const drawn = await workbook.draw(plans.map((plan) => ({ plan })));
  if (!drawn.ok) throw new Error(drawn.failure.kind);
  return bytesOf(workbook, false);
};

describe('numbers agree in LibreOffice', () => {
  const judged = [gardens, anyOrAllGardens, countedGardens, orchard, ...instruments].flatMap((instrument) => {
    // One return leaves blank whatever is asked once.
    const samples = samplesOf(instrument).map((rows, at) =>
      at === 1 ? rows.filter(({ key }) => key !== onceKey) : rows,
    );
    return [summaryOf(instrument, samples[0] ?? []), masterOf(instrument, samples)];
  });
  let saved: readonly Uint8Array[] = [];
  beforeAll(async () => {
    saved = await recalculateAll(await Promise.all(judged.map(fileOf)));
  }, 200_000);

  test.each(judged.map(({ name, plan }, at) => [name, plan, at] as const))('%s', async (_name, plan, at) => {
    const bytes = saved[at];
    if (!bytes) throw new Error('nothing saved');
    const grid = await valuesOf(bytes, plan.name);
    expect(plan.blocks.length).toBeGreaterThan(5);
    expect(otherResults(plan, (row, column) => grid[row]?.[column] ?? null)).toEqual([]);
  });
});
