import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { longestFormula } from '#core/rules/check-terms.ts';
import { VerdictTooLong } from '#core/rules/verdict-formula.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';

/**
 * What stands in the way of drawing the sheets of an instrument that is sound otherwise, a line each: formulas that
 * would be longer than Excel reads. Found by drawing them once for an invented school.
 */
export const drawingFaults = (instrument: Instrument): readonly string[] => {
  try {
    const plans = planReturn({
      instrument,
      round: {
        id: roundId('TRY-200809'),
        title: instrument.title,
        instrument: instrumentRef(instrument),
        academicYear: '200809',
        opens: '2008-09-01T00:00:00Z',
      },
      owner: { id: ownerId('999001'), name: instrument.title },
      names: freeSheetNames(instrument, []),
    });
    return plans.flatMap(({ name, blocks }) => {
      const cells = blocks.flatMap(({ content }) => content.flat());
      const isTooLong = cells.some(
        (cell) => cell !== null && typeof cell === 'object' && cell.formula.length > longestFormula,
      );
      return isTooLong
        ? [`The sheet “${name}” would need a formula longer than Excel reads. Take choices or measures away.`]
        : [];
    });
  } catch (error) {
    if (!(error instanceof VerdictTooLong)) throw error;
    const field = [...(instrument.once ?? []), ...instrument.fields].find(({ id }) => id === error.field);
    return [
      `The rules on “${field?.label ?? error.field}” (${error.field}) would need a formula longer than Excel reads. Make them fewer or their conditions shorter.`,
    ];
  }
};
