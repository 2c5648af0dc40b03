import type { Instrument } from '#core/instrument/instrument.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { openExcel } from '../../kit/excel-client.ts';
import { orchard, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';
import { withoutFormulas } from '../../kit/without-formulas.ts';

jest.setTimeout(600_000);

/** An open table as large as a survey of a whole school: 40 fields, of which some choices, numbers, dates and texts. */
const fields = Array.from({ length: 40 }, (_, at) => {
  const like = orchard.fields[at % 14];
  if (!like) throw new Error('no such field');
  return { ...like, id: `${like.id}-${at}`, label: `${like.label} ${at}` };
});
const large: Instrument = {
  ...orchard,
  rows: { kind: 'open', noun: { one: 'tree', many: 'trees' }, expected: 1_250 },
  fields,
  derived: [],
  rules: orchard.rules.flatMap((rule) =>
    ['required', 'one-of', 'number', 'date', 'length'].includes(rule.kind) && !('when' in rule)
      ? fields
          .filter(({ id }) => id.startsWith(`${rule.field}-`))
          .map(({ id }) => ({ ...rule, id: `${rule.id}-${id}`, field: id }))
      : [],
  ),
  measures: [{ kind: 'mean', id: 'mean', title: 'Mean', field: 'crop-2', by: ['kind-1', 'year-0'] }],
};
const rows = Array.from({ length: 1_250 }, (_, row) => ({
  key: String(row + 1),
  values: Object.fromEntries(
    fields.map(({ id, kind, choices }) => [
      id,
      kind === 'integer' || kind === 'decimal'
        ? 3 + (row % 20)
        : kind === 'date'
          ? 39_700 + (row % 90)
          : (choices?.[row % 2]?.label ?? 'some words'),
    ]),
  ),
}));

const draw = async (answers: Parameters<typeof planReturn>[0]['answers']) => {
  const excel = await openExcel({ profile: 'web', globals: false });
  const workbook = excelWorkbook({ client: excel.Excel });
  const planned = planReturn({
    ...{ instrument: large, round: orchardRound, owner: orchardOwner, names: freeSheetNames(large, []) },
    ...(answers === undefined ? {} : { answers }),
  });
  const plans = planned.map(withoutFormulas);
  const drawn = await workbook.draw(plans.map((plan) => ({ plan })));
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.failure));
  const drawing = [...excel.requests];
  excel.requests.length = 0;
  const grid = await workbook.read(drawn.value[0] ?? '');
  const reading = [...excel.requests];
  await excel.close();
  const bytes = (requests: typeof drawing) => requests.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  return { grid, syncs: drawing.length, bytes: bytes(drawing), readSyncs: reading.length };
};

test('1,250 answered rows of 1,500 by 40 columns are drawn in nine requests of 3 MB in all at most, and read in three', async () => {
  const { syncs, bytes, readSyncs } = await draw({ rows });
  expect(syncs).toBeLessThanOrEqual(9);
  expect(bytes).toBeLessThanOrEqual(3_000_000);
  expect(readSyncs).toBeLessThanOrEqual(3);
});
