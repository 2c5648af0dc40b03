import { choicesOf } from '#core/instrument/choices.ts';
import type { Field } from '#core/instrument/instrument.ts';
import { interpret, spellingsOf } from '#core/instrument/interpret.ts';
import { foldedText } from '#core/instrument/text-normal-form.ts';

const by: Field = { id: 'by', label: 'By', help: 'Choose a term.', kind: 'term', width: 14 };
const size: Field = {
  id: 'size',
  label: 'Size',
  help: 'Choose a size.',
  kind: 'choice',
  width: 10,
  choices: [
    { code: '1', label: '1 Small', accepts: ['small', 'little'], value: 1 },
    { code: '2', label: '2 Large', accepts: ['large'], value: 2 },
  ],
};
const note: Field = { id: 'note', label: 'Note', help: 'Write a note.', kind: 'text', width: 30 };

describe('What a field offers', () => {
  test('a choice field offers its own choices', () => {
    expect(choicesOf(size, { academicYear: '200809' })).toBe(size.choices);
  });

  test('a text field offers nothing', () => {
    expect(choicesOf(note, { academicYear: '200809' })).toEqual([]);
  });

  test('a term field offers nine terms from the autumn of the academic year of the round', () => {
    expect(choicesOf(by, { academicYear: '200809' }).map(({ label }) => label)).toEqual([
      'Autumn 2008',
      'Spring 2009',
      'Summer 2009',
      'Autumn 2009',
      'Spring 2010',
      'Summer 2010',
      'Autumn 2010',
      'Spring 2011',
      'Summer 2011',
    ]);
  });

  test('no spelling means two terms, in any academic year of a century', () => {
    for (let year = 1990; year < 2090; year += 1) {
      const academicYear = `${year}${String((year + 1) % 100).padStart(2, '0')}`;
      const spellings = choicesOf(by, { academicYear }).flatMap((choice) => [
        ...new Set(spellingsOf(choice).map(foldedText)),
      ]);
      expect(new Set(spellings).size).toBe(spellings.length);
    }
  });
});

describe('What a cell means', () => {
  const terms = choicesOf(by, { academicYear: '200809' });
  test.each([
    ['its label', 'Autumn 2008', 'autumn-2008'],
    ['its label, however spaced and in whatever case', ' autumn\u00a0 2008', 'autumn-2008'],
    ['with the word term', 'Spring term 2009', 'spring-2009'],
    ['shortened', 'Sum 09', 'summer-2009'],
    ['with an apostrophe', "Spring '10", 'spring-2010'],
    ['by the school year', 'Spring 2008/09', 'spring-2009'],
    ['by the school year that begins a century', 'Autumn 2010/11', 'autumn-2010'],
    ['its code', 'summer-2011', 'summer-2011'],
  ])('a term is understood by %s', (_rule, cell, code) => {
    expect(interpret(terms, cell)?.code).toBe(code);
  });

  test.each([['autumn'], ['2008'], ['Autumn 2007'], ['Autumn 2011'], ['next term']])(
    '"%s" is no term of this round',
    (cell) => {
      expect(interpret(terms, cell)).toBeUndefined();
    },
  );

  test.each([
    ['its label', '1 Small', '1'],
    ['its code as a number', 1, '1'],
    ['its code as text', '2', '2'],
    ['an accepted spelling', 'LITTLE', '1'],
  ])('a choice is understood by %s', (_rule, cell, code) => {
    expect(interpret(size.choices ?? [], cell)?.code).toBe(code);
  });

  test.each([[null], [''], ['  '], ['3'], ['smal'], ['1 Small 2'], ['*'], [true], ['#N/A']])(
    'a cell with %j is not understood',
    (cell) => {
      expect(interpret(size.choices ?? [], cell)).toBeUndefined();
    },
  );
});
