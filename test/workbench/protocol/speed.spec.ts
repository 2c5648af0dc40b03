import { openExcel } from '../../kit/excel-client.ts';

test('One request with 20,000 cells spends little besides the engine', async () => {
  const { Excel, model, requests, close } = await openExcel({ globals: false });
  let engine = 0;
  const timed = <A extends unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => {
      const start = performance.now();
      const answer = work(...args);
      engine += performance.now() - start;
      return answer;
    };
  };
  Object.assign(model.cells, { read: timed(model.cells.read), write: timed(model.cells.write) });
  try {
    const table = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 40 }, (_, column) => (column % 2 ? row * column : `text ${row}`)),
    );
    const batch = () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 500, 40);
        range.values = table;
        await context.sync();
      });
    await batch();
    engine = 0;
    requests.length = 0;
    await batch();
    const host = (requests[0]?.milliseconds ?? 0) - engine;
    expect(host).toBeLessThan(300);
  } finally {
    await close();
  }
});
