import { hasCell, misfit } from '../../src/server/http/content-fits.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { orchard } from '../kit/orchard-instrument.ts';

const content = (...rows: AnswerRow[]) => ({ rows, explanations: [] });
const tree = (key: string): AnswerRow => ({ key, values: { crop: 3 } });

describe('content fits an instrument with open rows', () => {
  test('when its rows have positive whole numbers of at most six digits, each once', () => {
    expect(misfit(orchard, content(tree('1'), tree('999999'), tree('30')))).toBeUndefined();
    for (const key of ['0', '01', '-1', '1.5', '1000000', 'A1', '', '?12'])
      expect([key, misfit(orchard, content(tree('1'), tree(key)))]).toEqual([key, '/content/rows/1/key']);
    expect(misfit(orchard, content(tree('1'), tree('1')))).toBe('/content/rows/1/key');
  });

  test('when what is asked once stands in a row of its own, and nothing else does', () => {
    expect(misfit(orchard, content({ key: 'return', values: { fence: 'no' } }))).toBeUndefined();
    expect(misfit(orchard, content({ key: 'return', values: { crop: 3 } }))).toBe('/content/rows/0/values');
    expect(misfit(orchard, content({ key: '1', values: { fence: 'no' } }))).toBe('/content/rows/0/values');
    expect(misfit(gardens, content({ key: 'return', values: {} }))).toBe('/content/rows/0/key');
  });

  test('when explanations are about cells and rules that it has', () => {
    const explained = (row: string, field: string, rule: string) =>
      misfit(orchard, { rows: [], explanations: [{ row, field, rule, value: 1, text: 'Measured twice.' }] });
    expect(explained('4', 'girth', 'girth-change')).toBeUndefined();
    expect(explained('return', 'planted-2007', 'planted-2007-rows')).toBeUndefined();
    expect(explained('4', 'girth', 'identifier-name')).toBeUndefined();
    expect(explained('return', 'girth', 'girth-change')).toBe('/content/explanations/0');
    expect(explained('4', 'girth', 'girth-unheard-of')).toBe('/content/explanations/0');
  });

  test('and a question may be asked about such a cell only', () => {
    expect(hasCell(orchard, '12', 'crop')).toBe(true);
    expect(hasCell(orchard, 'return', 'fence')).toBe(true);
    expect(hasCell(orchard, '12', 'fence')).toBe(false);
    expect(hasCell(gardens, 'N1', 'seen')).toBe(true);
    expect(hasCell(gardens, '1', 'seen')).toBe(false);
  });
});
