import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { choicesOf } from '#core/instrument/choices.ts';
import type { Choice, Instrument } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import { addGroups, answeredIn, meanOf, tallyDistribution, type GroupTally } from '#core/measures/distribution.ts';
import { findingInReturn } from '#core/measures/finding.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instruments } from '../../../src/definitions/instruments.ts';
import { calculatePlans, type CalculatedPlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';

const whole = { row: 0, column: 0, rows: 120, columns: 20 };

/** Answers for every field that a measure reads; the others stay blank. */
const answersFor = (instrument: Instrument): fc.Arbitrary<Cell[][]> =>
  fc.tuple(
    ...instrument.rows.items.map(() =>
      fc.tuple(
        ...instrument.fields.map((field) => {
          const spellings = choicesOf(field, gardenRound).flatMap(spellingsOf);
          if (spellings.length === 0) return fc.constant<Cell>(null);
          return fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom<Cell>(...spellings) },
            { weight: 2, arbitrary: fc.constant<Cell>(null) },
            { weight: 1, arbitrary: fc.constantFrom<Cell>('*', 'x', ' ', 2, '#REF!') },
          );
        }),
      ),
    ),
  );

/** What the summary should say, worked out from what a reader finds on the entry sheet. */
const expected = async (instrument: Instrument, sheets: CalculatedPlans, entry: string) => {
  const { rows } = readEntry(await sheets.values(entry, whole), instrument);
  return instrument.measures.map((measure) => {
    if (measure.kind === 'finding') {
      const { median } = findingInReturn(instrument, measure, gardenRound, { rows });
      return [measure.statement, median ?? ''];
    }
    const { groups } = tallyDistribution(instrument, measure, gardenRound, { rows });
    const field = instrument.fields.find(({ id }) => id === measure.field);
    const choices = field ? choicesOf(field, gardenRound) : [];
    const total = Object.values(groups).reduce(addGroups, { rows: 0, chosen: {} });
    return [
      ...instrument.rows.groups.map(({ id, title }) => tableLine(title, groups[id], choices)),
      tableLine('Total', total, choices),
    ];
  });
};

const tableLine = (title: string, group: GroupTally | undefined, choices: readonly Choice[]) => {
  if (group === undefined) throw new Error(`no group ${title}`);
  const valued = choices.filter(({ value }) => value !== undefined);
  const others = choices.filter(({ value }) => value === undefined);
  const counts = [...valued, ...others].map(({ code }) => group.chosen[code] ?? 0);
  const mean = valued.length === 0 ? [] : [meanOf(group, choices) ?? ''];
  return [title, ...counts, answeredIn(group), group.rows, ...mean];
};

/** The same parts of the summary sheet, found by their titles as a person would. */
const shown = async (instrument: Instrument, sheets: CalculatedPlans, summary: string) => {
  const grid = await sheets.values(summary, whole);
  const line = (text: string) => {
    const at = grid.findIndex(([first]) => first === text);
    if (at < 0) throw new Error(`the summary does not show ${text}`);
    return at;
  };
  return instrument.measures.map((measure) => {
    if (measure.kind === 'finding') {
      const [statement, , median] = grid[line(measure.statement)] ?? [];
      return [statement, median];
    }
    const header = line(measure.title) + 1;
    const width = grid[header]?.findIndex((cell) => cell === null) ?? 0;
    return grid.slice(header + 1, header + 2 + instrument.rows.groups.length).map((cells) => cells.slice(0, width));
  });
};

const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(12)) : part)),
  );

describe.each([gardens, ...instruments])('the summary of $id', (instrument) => {
  test('says what the answers add up to: when typed, typed over, emptied and sorted', async () => {
    const names = freeSheetNames(instrument, []);
    const sheets = await calculatePlans(planReturn({ instrument, round: gardenRound, owner: gardenOwner, names }));
    const compare = async () => {
      const wanted = rounded(await expected(instrument, sheets, names.entry));
      expect(rounded(await shown(instrument, sheets, names.summary))).toEqual(wanted);
      return wanted;
    };
    await compare();

    const { answers, columns, rows, firstRow } = entryLayout(instrument);
    const samples = fc.sample(answersFor(instrument), { numRuns: 4, seed: 20090630 });
    for (const sample of samples) {
      sheets.type(names.entry, answers.row, answers.column, sample);
      await compare();
    }
    const before = await compare();

    const lines = { row: firstRow, column: 0, rows, columns };
    sheets.model.cells.sort(sheets.id(names.entry), lines, answers.column, true);
    const keys = (await sheets.values(names.entry, { ...lines, columns: 1 })).flat();
    expect(keys).not.toEqual(instrument.rows.items.map(({ key }) => key));
    expect(await compare()).toEqual(before);

    sheets.type(
      names.entry,
      answers.row,
      answers.column,
      Array.from({ length: answers.rows }, () => Array<Cell>(answers.columns).fill(null)),
    );
    await compare();
    sheets.close();
  }, 60_000);
});
