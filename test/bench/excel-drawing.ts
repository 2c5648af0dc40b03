import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { openExcel, type CountedRequest } from '../kit/excel-client.ts';
import { withoutFormulas } from '../kit/without-formulas.ts';
import { beeAnswers, beekeeper, bees, beesRound } from './bees-instrument.ts';
import { middleOf, type Figure } from './figure.ts';

const runs = 3;

/**
 * All sheets of the large return drawn, and its entry sheet read, by Microsoft's client and the stand-in host: journeys
 * to Excel, what they carry, and how long client and host take, formulas not calculated. On the web a journey to a real
 * Excel takes 100 to 300 milliseconds more. What is promised of journeys is the budget of `sync-budget.spec.ts`.
 */
export const excelDrawing = async (): Promise<readonly Figure[]> => {
  const planned = planReturn({
    instrument: bees,
    round: beesRound,
    owner: beekeeper,
    names: freeSheetNames(bees, []),
    answers: beeAnswers(),
  });
  const plans = planned.map(withoutFormulas).map((plan) => ({ plan }));
  const entry = plans.findIndex(({ plan }) => plan.role === 'entry');
  const written = plans.flatMap(({ plan }) => plan.blocks.map(({ area }) => area.rows * area.columns));
  const cells = written.reduce((sum, area) => sum + area, 0);
  const measured: Drawn[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await drawAndRead(plans, entry));
  const [last] = measured.slice(-1);
  if (last === undefined) return [];
  return [
    {
      what: 'All sheets of 1,500 × 40 drawn through the Excel client',
      value: last.toDraw.length,
      unit: 'requests',
      promised: 4 + Math.ceil(cells / 20_000),
    },
    { what: 'What these requests carry', value: megabytes(last.toDraw, 'requestBytes'), unit: 'MB', promised: 3 },
    { what: 'Client and stand-in, drawing', value: middleOf(measured.map(({ drawing }) => drawing)), unit: 'ms' },
    {
      what: 'Its entry sheet read through the Excel client',
      value: last.toRead.length,
      unit: 'requests',
      promised: 1 + Math.ceil(last.readCells / 50_000),
    },
    { what: 'What the answers carry', value: megabytes(last.toRead, 'answerBytes'), unit: 'MB' },
    { what: 'Client and stand-in, reading', value: middleOf(measured.map(({ reading }) => reading)), unit: 'ms' },
  ];
};

interface Drawn {
  readonly toDraw: readonly CountedRequest[];
  readonly toRead: readonly CountedRequest[];
  /** Milliseconds. */
  readonly drawing: number;
  readonly reading: number;
  readonly readCells: number;
}

/** Into a new workbook of its own. */
const drawAndRead = async (
  plans: Parameters<ReturnType<typeof excelWorkbook>['draw']>[0],
  entry: number,
): Promise<Drawn> => {
  const excel = await openExcel({ profile: 'web', globals: false });
  const workbook = excelWorkbook({ client: excel.Excel });
  const started = performance.now();
  const drawn = await workbook.draw(plans);
  const between = performance.now();
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.failure));
  const toDraw = excel.requests.splice(0);
  const restarted = performance.now();
  const read = await workbook.read(drawn.value[entry] ?? '');
  const reading = performance.now() - restarted;
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const toRead = excel.requests.splice(0);
  await excel.close();
  const readCells = read.value.length * (read.value[0]?.length ?? 0);
  return { toDraw, toRead, drawing: between - started, reading, readCells };
};

const megabytes = (requests: readonly CountedRequest[], bytes: 'requestBytes' | 'answerBytes'): number =>
  requests.reduce((sum, request) => sum + request[bytes], 0) / 1e6;
