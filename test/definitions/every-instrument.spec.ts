import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instruments } from '#definitions/instruments.ts';
import { pilotRegister } from '#definitions/pilot/pilot-programme.ts';
import { allFields, bannedWords, textsOf } from './kit/definition-texts.ts';

describe.each(instruments.map((instrument) => [instrumentRef(instrument), instrument] as const))(
  '%s',
  (ref, instrument) => {
    test('is sound: nothing checks it when the program starts', () => {
      expect(loadInstrument(instrument)).toEqual({ ok: true, value: instrument });
    });

    test('gives sheets without a formula too long for Excel', () => {
      const round = {
        id: roundId('TEST-200809'),
        title: 'A round',
        instrument: ref,
        academicYear: '200809',
        opens: '2008-09-01T00:00:00Z',
      };
      const plans = planReturn({
        instrument,
        round,
        circumstances: { ...round, schools: pilotRegister },
        owner: { id: ownerId('999001'), name: 'Ash Lane School' },
        names: freeSheetNames(instrument, []),
      });
      const formulas = plans.flatMap(({ name, blocks }) =>
        blocks.flatMap(({ content }) =>
          content.flat().flatMap((cell) => (typeof cell === 'object' && cell !== null ? [[name, cell.formula]] : [])),
        ),
      );
      expect(formulas.length).toBeGreaterThan(20);
      expect(formulas.filter(([, formula = '']) => formula.length > 8192)).toEqual([]);
    });

    test('has no text with a word that we do not use', () => {
      expect(textsOf(instrument).filter(({ text }) => bannedWords.test(text))).toEqual([]);
    });

    test('has help for every field, short enough for a cell’s input prompt, in whole sentences', () => {
      const helps = allFields(instrument).map(({ id, help }) => [id, help] as const);
      expect(helps.filter(([, help]) => help.length > 255 || !/^[A-Z].*\.$/.test(help))).toEqual([]);
    });

    test('has messages that say what to do next, in whole sentences', () => {
      const bad = instrument.rules.filter(({ message }) => !/\b(Please|If you can)\b.*\.$/s.test(message));
      expect(bad).toEqual([]);
    });

    test('has columns whose headings, and whatever else they are called, mean one field each', () => {
      const called = allFields(instrument).flatMap(({ id, label, alsoCalled = [] }) =>
        [...new Set([label, ...alsoCalled].map((text) => text.toLowerCase()))].map((text) => [text, id] as const),
      );
      const others = called.filter(([text, id]) => called.some(([same, other]) => same === text && other !== id));
      expect(others).toEqual([]);
    });
  },
);

test.each(['Upload your dataset', 'Fill out the program', 'a validation error', 'What color is it?'])(
  'words that we do not use are noticed: %s',
  (text) => {
    expect(bannedWords.test(text)).toBe(true);
  },
);
