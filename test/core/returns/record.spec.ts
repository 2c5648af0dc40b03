import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import {
  explanationsIn,
  lastReceiptIn,
  openQuestionsIn,
  readRecord,
  recordColumns,
  recordKinds,
  recordLine,
  type RecordEntry,
} from '#core/returns/record.ts';

const words = fc.string({ minLength: 1, maxLength: 12 });
const entry: fc.Arbitrary<RecordEntry> = fc.record({
  when: fc.constant('2009-06-01T09:00:00.000Z'),
  who: words,
  what: fc.constantFrom(...recordKinds),
  row: fc.constantFrom('A1', undefined),
  field: fc.constantFrom('level', undefined),
  value: fc.constantFrom<Cell>(null, 3, '3', 'text', true),
  text: words,
  reference: words,
});

const line = (over: Partial<RecordEntry>): RecordEntry => ({
  when: '2009-06-01T09:00:00.000Z',
  who: 'Alder School',
  what: 'Explanation',
  row: 'A1',
  field: 'proof',
  value: 'x',
  text: 'why',
  reference: 'short',
  ...over,
});

test('what is written into a record is read back, wherever the header stands', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.nat(4), fc.nat(3), (entries, above, left) => {
      const shift = (cells: readonly Cell[]): Cell[] => [...Array<Cell>(left).fill(null), ...cells];
      const grid = [
        ...Array.from({ length: above }, () => shift(['Record of the return'])),
        shift(recordColumns),
        ...entries.map((e) => shift(recordLine(e))),
      ];
      const reading = readRecord(grid);
      expect(reading?.entries).toEqual(entries);
      expect(reading?.nextRow).toBe(above + 1 + entries.length);
      expect(reading?.firstColumn).toBe(left);
    }),
  );
});

test('the next line goes below everything that stands there, also below what is not understood', () => {
  const reading = readRecord([[...recordColumns], [...recordLine(line({}))], [], ['a note of our own']]);
  expect(reading?.entries).toHaveLength(1);
  expect(reading?.nextRow).toBe(4);
});

test('a sheet without the header is not a record', () => {
  expect(readRecord([['Something', 'else']])).toBeUndefined();
});

test('the latest explanation of a value holds; an empty one takes it back; another value needs its own', () => {
  const first = line({ text: 'first' });
  const second = line({ text: 'second' });
  const other = line({ value: 'y', text: 'other' });
  const texts = (...entries: RecordEntry[]): string[] => explanationsIn(entries).map(({ text }) => text);
  expect(texts(first, second)).toEqual(['second']);
  expect(texts(first, other)).toEqual(['first', 'other']);
  expect(texts(first, line({ text: ' ' }))).toEqual([]);
});

test('a question is open until it is settled, and knows its latest answer', () => {
  const asked = line({ what: 'Question', reference: 'Q1', text: 'Which visits?' });
  const answered = line({ what: 'Answer', reference: 'Q1', text: 'Two to the foundry' });
  const settled = line({ what: 'Settled', reference: 'Q1', text: '' });
  expect(openQuestionsIn([asked])).toEqual([
    { id: 'Q1', row: 'A1', field: 'proof', text: 'Which visits?', answer: undefined },
  ]);
  expect(openQuestionsIn([asked, answered])[0]?.answer).toBe('Two to the foundry');
  expect(openQuestionsIn([asked, answered, settled])).toEqual([]);
});

test('the last receipt is the latest line of its kind', () => {
  const receipt = (value: number): RecordEntry => line({ what: 'Receipt', value });
  expect(lastReceiptIn([receipt(1), line({}), receipt(2), line({})])?.value).toBe(2);
  expect(lastReceiptIn([line({})])).toBeUndefined();
});
