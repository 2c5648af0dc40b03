import fc from 'fast-check';
import { onceKey, type Field, type Rule } from '#core/instrument/instrument.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { checkContent, checkerOf } from '#core/rules/check.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { clubCircumstances, clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { typedCell } from './typed-cells.ts';

const instruments = [
  { instrument: gardens, circumstances: gardenRound },
  { instrument: orchard, circumstances: orchardCircumstances },
  { instrument: clubMembers, circumstances: clubCircumstances },
  { instrument: clubRooms, circumstances: gardenRound },
];

describe.each(instruments)('checking $instrument.id again and again', ({ instrument, circumstances }) => {
  const { fields, once = [], rows } = instrument;
  const offer = offerOf(instrument, circumstances);
  const keys = rows.kind === 'fixed' ? rows.items.map(({ key }) => key) : ['1', '2', '3', '4', '5'];
  const edit = fc
    .constantFrom(
      ...[...once].map((field) => ({ field, key: 'return' })),
      ...keys.flatMap((key) => fields.map((field) => ({ field, key }))),
    )
    .chain(({ field, key }) => typedCell(field, offer).map((value) => ({ key, field: field.id, value })));

  test('finds after each edit what a first check finds, whether rows are the same objects or read anew', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 60 }), fc.boolean(), (edits, anew) => {
        const checker = checkerOf(instrument, circumstances);
        let content: readonly AnswerRow[] = [];
        for (const { key, field, value } of edits) {
          const before = content.find((row) => row.key === key) ?? { key, values: {} };
          const after = { key, values: { ...before.values, [field]: value } };
          content = [...content.filter((row) => row.key !== key), after];
          const given = anew ? content.map((row) => ({ key: row.key, values: { ...row.values } })) : content;
          expect(checker.check({ rows: given })).toEqual(checkContent(instrument, circumstances, { rows: content }));
        }
      }),
      { numRuns: 25, seed: 20090630 },
    );
  });

  test('finds in a row what it finds there when no other row stands beside it, rules across rows apart', () => {
    const values = (asked: readonly Field[]) =>
      fc.record(Object.fromEntries(asked.map((field) => [field.id, typedCell(field, offer)])));
    const across = instrument.rules.filter(({ kind }) => acrossRows.includes(kind)).map(({ id }) => id);
    const issues = (rows: readonly AnswerRow[], key: string) =>
      checkContent(instrument, circumstances, { rows }).filter(
        (issue) => issue.row === key && !(issue.kind === 'rule' && across.includes(issue.rule)),
      );
    const rows = fc.array(values(fields), { minLength: 2, maxLength: keys.length });
    fc.assert(
      fc.property(rows, values(once), (table, asked) => {
        const above = { key: onceKey, values: asked };
        const all = table.map((row, at) => ({ key: keys[at] ?? '', values: row }));
        for (const row of all) expect(issues([above, ...all], row.key)).toEqual(issues([above, row], row.key));
      }),
      { numRuns: 50, seed: 20090630 },
    );
  });
});

const acrossRows: readonly Rule['kind'][] = ['unique', 'duplicate-row', 'row-count', 'expected-rows', 'cross-row'];
