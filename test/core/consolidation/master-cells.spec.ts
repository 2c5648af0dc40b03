import type { ConsolidatedReturns } from '#core/consolidation/consolidated-returns.ts';
import { masterCells, mostMasterCells } from '#core/consolidation/master-cells.ts';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';

/** So many owners, with so many open rows each. */
const returnsOf = (instrument: Instrument, owners: number, rows = 0): ConsolidatedReturns => ({
  ...{ instrument, round: gardenRound, at: '2009-06-30T12:00:00Z', enlisted: owners, returned: owners },
  owners: Array.from({ length: owners }, (_, at) => ({
    ...{ owner: ownerId(String(100000 + at)), name: `School ${at}`, state: 'accepted' },
    accepted: {
      ...{ revision: 1, receipt: `R-${at}` },
      content: {
        rows: Array.from({ length: rows }, (_row, key) => ({
          key: String(key + 1),
          values: Object.fromEntries(instrument.fields.map(({ id }) => [id, 'something'])),
        })),
        explanations: [],
      },
    },
  })),
});

const cellsOfPlan = (of: ConsolidatedReturns): number =>
  planMaster({ ...of, name: 'Master' })
    .blocks.flatMap(({ content }) => content)
    .reduce((sum, line) => sum + line.length, 0);

test('of fixed rows it grows with the owners, as the sheet does', () => {
  const [five, ten] = [returnsOf(gardens, 5), returnsOf(gardens, 10)];
  expect(masterCells(ten, 0) - masterCells(five, 0)).toBe(cellsOfPlan(ten) - cellsOfPlan(five));
});

test('of open rows it grows with them, as the sheet does', () => {
  const [few, many] = [returnsOf(orchard, 2, 10), returnsOf(orchard, 2, 30)];
  expect(masterCells(many, 60) - masterCells(few, 20)).toBe(cellsOfPlan(many) - cellsOfPlan(few));
});

describe.each(instruments.map((instrument) => [`${instrument.id}@${instrument.version}`, instrument] as const))(
  '%s',
  (_name, instrument) => {
    const cells = (owners: number, each: number) => masterCells(returnsOf(instrument, owners), owners * each);
    if (traitOf(instrument, 'pupil-rows') === undefined)
      test('of a nation fits into a master', () => expect(cells(3500, 9)).toBeLessThan(mostMasterCells));
    else
      test('of a hundred schools with 300 pupils each fits into a master, and that of a nation does not', () => {
        expect(cells(100, 300)).toBeLessThan(mostMasterCells);
        expect(cells(3500, 300)).toBeGreaterThan(mostMasterCells);
      });
  },
);
