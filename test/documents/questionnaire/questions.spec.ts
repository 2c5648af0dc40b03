import type { Field, Instrument } from '#core/instrument/instrument.ts';
import { questionBlocks } from '#documents/questionnaire/questions.ts';

const scale = ['Not at all', 'A little', 'Very much'].map((says, at) => ({
  code: String(at + 1),
  label: String(at + 1),
  accepts: [],
  value: at + 1,
  says,
}));
const field = (id: string, more: Partial<Field>): Field => ({
  id,
  label: id,
  help: 'Write it here.',
  kind: 'scale',
  width: 8,
  ...more,
});
const enjoy = { part: 'How much do you enjoy it?', choices: scale };
const blocks = (fields: readonly Field[], rules: Instrument['rules'] = []) => questionBlocks({ fields, rules });

test('neighbours of one part with the same answers make one grid', () => {
  expect(
    blocks([
      field('digging', { ...enjoy, question: 'Digging' }),
      field('Weeding', enjoy),
      field('sowing', { choices: scale, question: 'Would you like to sow?' }),
    ]),
  ).toEqual([
    {
      kind: 'grid',
      heading: 'How much do you enjoy it?',
      questions: ['Digging', 'Weeding'],
      choices: [
        { words: 'Not at all', code: '1' },
        { words: 'A little', code: '2' },
        { words: 'Very much', code: '3' },
      ],
    },
    expect.objectContaining({ kind: 'pick', heading: 'Would you like to sow?', most: 1 }),
  ]);
});

test('other answers, or another part, begin a new block', () => {
  const kinds = blocks([
    field('digging', enjoy),
    field('weeding', { ...enjoy, choices: scale.slice(1) }),
    field('sowing', { part: 'What else?', choices: scale }),
  ]).map(({ kind, heading }) => [kind, heading]);
  expect(kinds).toEqual([
    ['pick', 'How much do you enjoy it? digging'],
    ['pick', 'How much do you enjoy it? weeding'],
    ['pick', 'What else? sowing'],
  ]);
});

test('where several may be ticked, the rule says how many', () => {
  const uses = field('uses', { kind: 'choices', choices: scale });
  const rule = {
    id: 'uses-many',
    field: 'uses',
    severity: 'warning',
    kind: 'at-most',
    most: 2,
    message: 'Two.',
  } as const;
  expect(blocks([uses], [rule])).toMatchObject([{ kind: 'pick', most: 2 }]);
  expect(blocks([uses])).toMatchObject([{ kind: 'pick', most: undefined }]);
});

test('the code beside a box is the shortest spelling that the sheet understands', () => {
  const choices = [{ code: 'apple', label: 'Apple tree', accepts: ['a', 'apples'] }];
  expect(blocks([field('tree', { kind: 'choice', choices })])).toMatchObject([
    { choices: [{ words: 'Apple tree', code: 'a' }] },
  ]);
});

test('a field without choices is written, with its help', () => {
  expect(blocks([field('notes', { kind: 'text' })])).toEqual([
    { kind: 'write', heading: 'notes', help: 'Write it here.' },
  ]);
});
