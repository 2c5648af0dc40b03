import { planGuide } from '#core/sheet/guide-plan.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances, orchardRound } from '../../kit/orchard-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';

const guideOf = (instrument: Instrument) =>
  planGuide(
    planContext({
      instrument,
      round: instrument === gardens ? gardenRound : orchardRound,
      owner: gardenOwner,
      names: freeSheetNames(instrument, []),
      circumstances: orchardCircumstances,
    }),
  );
const linesOf = (instrument: Instrument) =>
  planAsGrid(guideOf(instrument)).map((line) => line.filter((cell) => cell !== null && cell !== ''));

describe('the Read me', () => {
  test('says what each column means and what may be written there, of what is asked once too', () => {
    const lines = linesOf(orchard);
    for (const { label, help } of [...(orchard.once ?? []), ...orchard.fields])
      expect(lines.some(([first, second]) => first === label && second === help)).toBe(true);
    const choices = (label: string) => lines.find(([first]) => first === label)?.[2];
    expect(choices('Kind')).toBe(
      'Apple (also: a, apples, apple tree); Pear (also: p, pears, pear tree); Cannot be told (also: unknown, ?)',
    );
    expect(choices('What the fruit was for')).toMatch(/^One or several, with semicolons between them: Eaten raw/);
    expect(choices('Girth in cm')).toBe('A whole number');
    expect(choices('First blossom')).toBe('A date such as 14/04/2009');
  });

  test('explains every word of the status column', () => {
    const words = (instrument: Instrument) => linesOf(instrument).map(([first]) => first);
    expect(words(gardens)).toEqual(
      expect.arrayContaining(['To do', 'Needs fixing', 'Please check', 'Done', 'Not counted', 'Please confirm']),
    );
    expect(words(orchard)).not.toContain('To do');
  });

  test('lists what the sheet cannot check by itself, and nothing of the kind where it can check all', () => {
    const texts = linesOf(orchard).flat();
    expect(texts).toContain('It differs by more than 20 cm from last time. Please measure again, or say why.');
    expect(texts).toContain('A bed of the garden has no water. Is this tree dry too?');
    expect(texts).not.toContain('Another tree has this label already.');
    expect(linesOf(gardens).flat()).not.toContain('What the sheet cannot check by itself');
  });

  test('ends with what every choice means in each row, where rows have descriptions', () => {
    expect(linesOf(gardens)).toContainEqual([
      'N2',
      'The pond',
      'The pond is bare.',
      'The pond grows.',
      'The pond bears fruit.',
    ]);
    expect(linesOf(orchard).flat()).not.toContain('What each choice means, line by line');
  });

  test.each([gardens, orchard, ...instruments])(
    'of $id holds only what a cell can hold, and prints on A4',
    (instrument) => {
      const plan = guideOf(instrument);
      for (const { content } of plan.blocks)
        for (const cell of content.flat()) if (typeof cell === 'string') expect(cell.length).toBeLessThan(2_000);
      expect(plan.print?.area.rows).toBe(planAsGrid(plan).length);
    },
  );
});
