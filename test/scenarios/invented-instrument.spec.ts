import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankDefinition } from '#core/instrument/definition-sheets/blank-definition.ts';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { tallyOf } from '#core/measures/tally.ts';
import { definitionExample } from '#definitions/definition-example.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { paths } from '#wire/paths.ts';
import type { TallyAnswer } from '#wire/shapes.ts';
import { writeSheets, type PlainSheet } from '#workbook/xlsx/plain-sheets.ts';
import { instrument as instrumentCommand } from '../../src/cli/instrument.ts';
import { instrumentsAtHand } from '../../src/cli/instruments-at-hand.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { acceptReturn } from '../../src/flows/review-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { codes, roundFor, school as schoolOwner, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** What a person writes: sheet by sheet the lines below the headings, by heading. */
type Written = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;

/** Fills the blank definition workbook as a person would: she types into cells below the headings that are there. */
const filledIn = (settings: Readonly<Record<string, string | number>>, written: Written): readonly PlainSheet[] =>
  blankDefinition(definitionExample).map(({ name, grid }) => {
    const cells = grid.map((line) => [...line]);
    const first = cells.findIndex((line) => ['setting', ...firstHeadings].includes(String(line[0])));
    if (name === 'instrument') {
      const set = cells.map((line, at) =>
        at > first && line[0] !== null && line[0] !== undefined
          ? [line[0], settings[String(line[0])] ?? null, ...line.slice(2)]
          : line,
      );
      return { name, grid: set };
    }
    const headings = cells[first] ?? [];
    const lines = (written[name] ?? []).map((line) => {
      for (const heading of Object.keys(line)) {
        if (!headings.includes(heading)) throw new Error(`${name} has no heading ${heading}: ${headings.join(', ')}`);
      }
      return headings.map((heading) => line[String(heading)] ?? null);
    });
    return { name, grid: [...cells.slice(0, first), headings, ...lines] };
  });

const firstHeadings = ['group', 'asked', 'id', 'field', 'what'];

const yesNo = (field: string) => [
  { field, code: 'yes', label: 'Yes', accepts: 'y; yeah' },
  { field, code: 'no', label: 'No', accepts: 'n' },
];

/** Open rows, something asked once, a cross-table and a share. */
const visits = filledIn(
  {
    id: 'farm-visits',
    version: 1,
    title: 'Farm visits',
    'sheet title': 'Farm visits',
    purpose: 'Which farms the school went to, one visit a row.',
    owner: 'school',
    rows: 'open',
    'one row is': 'visit',
    'several rows are': 'visits',
    'expected rows': 6,
  },
  {
    fields: [
      {
        id: 'pupils',
        asked: 'once',
        label: 'Pupils on roll',
        help: 'A whole number.',
        kind: 'integer',
        width: 12,
      },
      { id: 'farm', label: 'Farm', help: 'What it is called.', kind: 'text', width: 24 },
      { id: 'animals', label: 'Animals', help: 'Choose one.', kind: 'choice' },
      { id: 'again', label: 'Go again?', help: 'Yes or no.', kind: 'choice' },
    ],
    choices: [
      { field: 'animals', code: 'cows', label: 'Cows', accepts: 'cattle' },
      { field: 'animals', code: 'sheep', label: 'Sheep', accepts: 'lambs' },
      ...yesNo('again'),
    ],
    rules: [
      { id: 'farm-missing', field: 'farm', kind: 'required', severity: 'error', message: 'Name the farm.' },
      { id: 'animals-known', field: 'animals', kind: 'one-of', severity: 'error', message: 'Cows or sheep.' },
      {
        id: 'pupils-number',
        field: 'pupils',
        kind: 'number',
        severity: 'error',
        whole: 'yes',
        min: 1,
        message: 'Write a whole number.',
      },
      {
        id: 'again-missing',
        field: 'again',
        kind: 'required',
        severity: 'error',
        when: 'animals is "sheep"',
        message: 'Say whether you would go again.',
      },
    ],
    measures: [
      { id: 'animals-by-again', kind: 'distribution', title: 'Animals', field: 'animals', by: 'again' },
      { id: 'share-again', kind: 'share', title: 'Would go again', field: 'again', codes: 'yes' },
    ],
  },
);

/** Fixed rows in two groups. */
const rooms = filledIn(
  {
    id: 'science-rooms',
    version: 1,
    title: 'Science rooms',
    'sheet title': 'Science rooms',
    purpose: 'How the rooms for science are fitted out.',
    owner: 'school',
    rows: 'fixed',
    'one row is': 'room',
    'several rows are': 'rooms',
  },
  {
    rows: [
      { group: 'L', 'group title': 'Laboratories', key: 'L1', text: 'The large laboratory' },
      { group: 'L', key: 'L2', text: 'The small laboratory' },
      { group: 'O', 'group title': 'Other rooms', key: 'O1', text: 'The greenhouse' },
    ],
    fields: [
      { id: 'gas', label: 'Gas', help: 'Yes or no.', kind: 'choice' },
      { id: 'seats', label: 'Seats', help: 'A whole number.', kind: 'integer' },
    ],
    choices: yesNo('gas'),
    rules: [
      { id: 'gas-known', field: 'gas', kind: 'one-of', severity: 'error', message: 'Yes or no.' },
      {
        id: 'seats-number',
        field: 'seats',
        kind: 'number',
        severity: 'error',
        whole: 'yes',
        min: 0,
        message: 'Write a whole number.',
      },
    ],
    measures: [
      { id: 'gas-by-group', kind: 'distribution', title: 'Gas', field: 'gas', by: '#group' },
      { id: 'gas-share', kind: 'share', title: 'Rooms with gas', field: 'gas', codes: 'yes' },
    ],
  },
);

interface Run {
  readonly sheets: readonly PlainSheet[];
  readonly reference: string;
  /** What is typed first, with one mistake in it, and what puts that right. */
  readonly typed: readonly (readonly [row: string, texts: Readonly<Record<string, string>>])[];
  readonly mistake: readonly [row: string, field: string];
  readonly right: string;
  /** What the summary and the master show of a share of two in three. */
  readonly share: string;
  readonly inMaster: readonly string[];
}

const runs: readonly (readonly [string, Run])[] = [
  [
    'open rows',
    {
      sheets: visits,
      reference: 'farm-visits@1',
      typed: [
        ['return', { pupils: '640' }],
        ['1', { farm: 'Hill Farm', animals: 'cattle', again: 'Yes' }],
        ['2', { farm: 'Brook Farm', animals: 'Sheep', again: 'y' }],
        ['3', { farm: 'Low Farm', animals: 'Goats', again: 'No' }],
      ],
      mistake: ['3', 'animals'],
      right: 'Sheep',
      share: 'Would go again',
      inMaster: ['Hill Farm', 'Brook Farm', 'Low Farm', '640'],
    },
  ],
  [
    'fixed rows',
    {
      sheets: rooms,
      reference: 'science-rooms@1',
      typed: [
        ['L1', { gas: 'Yes', seats: '32' }],
        ['L2', { gas: 'yeah', seats: 'about 20' }],
        ['O1', { gas: 'No', seats: '8' }],
      ],
      mistake: ['L2', 'seats'],
      right: '20',
      share: 'Rooms with gas',
      inMaster: ['Answers: Gas', '| Yes | Yes | No'],
    },
  ],
];

describe.each(runs)('an instrument that nobody has ever heard of, given as a workbook only: %s', (_, run) => {
  const folder = mkdtempSync(join(tmpdir(), 'stem-invented-'));
  let instrument: Instrument;
  let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
  let school: PersonAtWork;
  let team: PersonAtWork;
  let open: OpenReturn;

  afterAll(async () => {
    await school?.close();
    await team?.close();
    await endpoint?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('its workbook is imported, and the endpoint that starts with it opens a round', async () => {
    const file = join(folder, 'definition.xlsx');
    writeFileSync(file, await writeSheets(run.sheets));
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const imported = await instrumentCommand(['import', file, '--out', folder]);
    const lines = said.mock.calls.flat().join('\n');
    said.mockRestore();
    expect([imported, lines]).toEqual([{ ok: true, value: 0 }, join(folder, `${run.reference}.json`)]);
    expect(existsSync(join(folder, `${run.reference}.json`))).toBe(true);
    expect(instrumentByRef(run.reference)).toBeUndefined();
    const atHand = await instrumentsAtHand(folder);
    const found = atHand.ok ? atHand.value(run.reference) : undefined;
    if (!found) throw new Error('the instrument is not at hand');
    instrument = found;
    expect(JSON.parse(readFileSync(join(folder, `${run.reference}.json`), 'utf8'))).toEqual(instrument);
    endpoint = await startEndpointWith([instrument]);
  });

  test('a school opens it, fills it in, and sees what is wrong in the sheet and in the pane', async () => {
    school = await atWork(endpoint, codes.school);
    expect(school.desk.instruments.find(run.reference)).toBeUndefined();
    open = await school.open();
    for (const [row, texts] of run.typed) await school.type(open, row, texts);
    const checked = await school.check(open);
    const [row, field] = run.mistake;
    expect(checked.damage).toEqual([]);
    expect(checked.errors.map((issue) => [issue.row, issue.field])).toEqual([[row, field]]);
    const [right] = run.typed.map(([key]) => key).filter((key) => key !== row && key !== 'return');
    expect(await school.fill(open, row, field)).not.toBe(await school.fill(open, String(right), field));
    expect(await school.cell(open, row, '#status')).toBe('Needs fixing');
    expect(expectOk(await submitReturn(school.desk, open)).kind).toBe('to-fix');
  });

  test('she puts it right, reads the figures and submits', async () => {
    const [row, field] = run.mistake;
    await school.type(open, row, { [field]: run.right });
    expect((await school.check(open)).issues).toEqual([]);
    expect(await school.cell(open, row, '#status')).toBe('Done');
    const summary = wordsOn(school.model, String(open.sheets.summary));
    expect(summary.filter((line) => line.includes(run.share))).not.toEqual([]);
    expect(summary.join('\n')).toContain('67%');
    const outcome = expectOk(await submitReturn(school.desk, open));
    expect(outcome).toMatchObject({ kind: 'receipt', receipt: { revision: 1 } });
  });

  test('the workbook opens without the endpoint and without ever having heard of it', async () => {
    const shelf = instrumentShelf(instrumentByRef);
    const found = expectOk(await findReturns({ workbook: school.desk.workbook, instruments: shelf }));
    expect(found.open.map((one) => instrumentRef(one.instrument))).toEqual([run.reference]);
    expect(found.open[0]?.instrument).toEqual(instrument);
  });

  test('it is accepted, and its answers and figures stand in the project team’s master, as the endpoint adds them up', async () => {
    team = await atWork(endpoint, codes.team);
    const round = roundFor(instrument);
    expect(expectOk(await acceptReturn(team.desk, { ...open, round }, 1)).state).toBe('accepted');
    const [wire] = expectOk(await team.desk.api.rounds());
    if (!wire) throw new Error('the round is gone');
    const { sheet, accepted } = expectOk(await consolidateRound(team.desk, wire));
    await team.model.settled();
    const master = wordsOn(team.model, sheet).join('\n');
    expect(accepted).toBe(1);
    for (const words of [...run.inMaster, schoolOwner.name, '67%']) expect(master).toContain(words);
    const { token } = (await (
      await fetch(endpoint.base + paths.session, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: codes.team }),
      })
    ).json()) as { token: string };
    const answer = await fetch(endpoint.base + paths.tally(round.id), {
      headers: { authorization: `Bearer ${token}` },
    });
    const { tally } = (await answer.json()) as TallyAnswer;
    const { content } = await school.check(open);
    expect(tally).toEqual({ ...tallyOf(instrument, round, content), returns: 1 });
  });
});
