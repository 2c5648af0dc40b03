import fc from 'fast-check';
import type { Result } from '#core/result.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import type { PlacedPlan, SheetId, WorkbookFailure } from '#workbook/workbook.ts';
import { areaAt, blockAt, planWith } from '../kit/sheet-plans.ts';
import { workbookBenches, type WorkbookBench } from './workbook-benches.ts';

/**
 * What every workbook does, in Excel or in a file. A file does not calculate: its formulas are read as the results that
 * their plans gave. It shows nothing to anybody, and its protection binds people, not programs.
 */
describe.each(workbookBenches)('a workbook in $name', ({ open, live }) => {
  let bench: WorkbookBench;
  beforeEach(async () => {
    bench = await open();
  });
  afterEach(async () => {
    await bench.close();
  });

  const value = async <T>(answer: Promise<Result<T, WorkbookFailure>>): Promise<T> => {
    const result = await answer;
    if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  const failure = async (answer: Promise<Result<unknown, WorkbookFailure>>): Promise<WorkbookFailure | undefined> => {
    const result = await answer;
    return result.ok ? undefined : result.failure;
  };
  const drawn = async (...plans: (SheetPlan | PlacedPlan)[]): Promise<readonly SheetId[]> =>
    value(bench.workbook.draw(plans.map((plan) => ('plan' in plan ? plan : { plan }))));
  const drawnOne = async (plan: SheetPlan | PlacedPlan): Promise<SheetId> => (await drawn(plan))[0] ?? '';
  const read = (sheet: SheetId) => value(bench.workbook.read(sheet));
  const names = async () => (await value(bench.workbook.survey())).map(({ name }) => name);
  const firstSheet = async () => (await value(bench.workbook.survey()))[0]?.id ?? '';

  describe('survey', () => {
    test('gives every sheet with its corner of 12 rows by 16 columns', async () => {
      const id = await drawnOne(planWith({ name: 'Trees', blocks: [blockAt(2, 0, [['E/1/2/3', 7]])] }));
      const glances = await value(bench.workbook.survey());
      expect(glances).toHaveLength(2);
      expect(glances[1]).toMatchObject({ id, name: 'Trees', visible: true });
      expect(glances[1]?.corner).toHaveLength(12);
      expect(glances[1]?.corner.every((row) => row.length === 16)).toBe(true);
      expect(glances[1]?.corner[2]?.slice(0, 3)).toEqual(['E/1/2/3', 7, null]);
    });

    test('a sheet keeps its id when it is renamed and moved', async () => {
      const id = await drawnOne(planWith({ name: 'Trees', blocks: [blockAt(0, 0, [['oak tree']])] }));
      await bench.person.renames(id, 'My trees');
      await bench.person.movesToFront(id);
      expect((await value(bench.workbook.survey()))[0]).toMatchObject({ id, name: 'My trees' });
      expect(await read(id)).toEqual([['oak tree']]);
    });

    test('hidden sheets are among them, marked as such', async () => {
      const [one, other] = await drawn(
        planWith({ name: 'Lists', visibility: 'hidden' }),
        planWith({ name: 'Trees' }),
      );
      await bench.person.hides(other ?? '');
      const glances = await value(bench.workbook.survey());
      expect(glances.filter(({ visible }) => !visible).map(({ id }) => id)).toEqual([one, other]);
    });
  });

  describe('read', () => {
    test('gives the values from A1 to the end of what is used', async () => {
      const id = await drawnOne(
        planWith({
          name: 'Trees',
          blocks: [
            blockAt(1, 1, [
              ['oak tree', 12.5],
              [true, null],
            ]),
          ],
        }),
      );
      expect(await read(id)).toEqual([
        [null, null, null],
        [null, 'oak tree', 12.5],
        [null, true, null],
      ]);
    });

    test('an empty sheet gives an empty grid', async () => {
      expect(await read(await firstSheet())).toEqual([]);
    });

    test('a formula is read as its value, an error as its text', async () => {
      const id = await drawnOne(
        planWith({
          name: 'Sums',
          blocks: [
            blockAt(0, 0, [[2, { formula: '=A1*3', result: [[6]] }, { formula: '=1/0', result: [['#DIV/0!']] }]]),
          ],
        }),
      );
      expect(await read(id)).toEqual([[2, 6, '#DIV/0!']]);
    });

    test('a sheet that is large and wide is read whole', async () => {
      const content = Array.from({ length: 700 }, (_, row) => Array.from({ length: 33 }, (_, at) => row * 100 + at));
      const id = await drawnOne(planWith({ name: 'Large', blocks: [blockAt(0, 0, content)] }));
      expect(await read(id)).toEqual(content);
    });

    test('a sheet that is no longer there is gone', async () => {
      const id = await drawnOne(planWith({ name: 'Trees' }));
      await bench.person.deletes(id);
      expect(await failure(bench.workbook.read(id))).toEqual({ kind: 'gone' });
    });
  });

  describe('may draw over', () => {
    test('any sheet that nobody has filtered', async () => {
      const [one = '', other = ''] = await drawn(planWith({ name: 'Trees' }), planWith({ name: 'Ponds' }));
      expect(await failure(bench.workbook.mayDrawOver([one, other]))).toBeUndefined();
    });
  });

  describe('lost', () => {
    test('a sheet as it was drawn has lost nothing; what is not drawn is passed over; one that is gone is told', async () => {
      const plan = planWith({
        name: 'Trees',
        blocks: [blockAt(0, 0, [['oak tree', { formula: '=1+1', result: [[2]] }]])],
      });
      const at = await drawnOne(plan);
      expect(await value(bench.workbook.lost([{ plan, at }, { plan }]))).toEqual([]);
      await bench.person.deletes(at);
      expect(await failure(bench.workbook.lost([{ plan, at }]))).toEqual({ kind: 'gone' });
    });
  });

  describe('text stays the text it is', () => {
    const asTyped = [
      '=1+1',
      '+44',
      '-',
      '007',
      '1-2',
      '1/2',
      '12%',
      '£5',
      'TRUE',
      '#N/A',
      '5 May 2009',
      "'tis",
      '@a',
      '1e3',
    ];
    const aText = fc.oneof(
      fc.constantFrom(...asTyped),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', "'", '"', ''), fc.string({ minLength: 1, maxLength: 8 }))
        .map((two) => two.join('')),
      fc.double({ noNaN: true }).map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    );
    const someTexts = fc.array(aText, { minLength: 1, maxLength: 40 });

    test.each([
      ['in a new sheet', false],
      ['in cells formatted as text', true],
    ])('drawn %s', async (_, asText) => {
      let number = 0;
      await fc.assert(
        fc.asyncProperty(someTexts, async (texts) => {
          const blocks = [
            blockAt(
              0,
              0,
              texts.map((text) => [text]),
              asText,
            ),
          ];
          const id = await drawnOne(planWith({ name: `Texts ${(number += 1)}`, blocks }));
          expect((await read(id)).map(([cell]) => cell)).toEqual(texts);
        }),
        { numRuns: 12 },
      );
    });

    test.each([
      ['as they come', false],
      ['formatted as text', true],
    ])('applied to cells %s', async (_, asText) => {
      const blank = Array.from({ length: 40 }, () => [null]);
      const id = await drawnOne(planWith({ name: 'Texts', blocks: [blockAt(0, 0, blank, asText)] }));
      await fc.assert(
        fc.asyncProperty(someTexts, async (texts) => {
          const changes = blank.map((_, row) => ({ sheet: id, cell: { row, column: 0 }, value: texts[row] ?? null }));
          await value(bench.workbook.apply(changes));
          expect((await read(id)).map(([cell]) => cell)).toEqual(texts);
        }),
        { numRuns: 12 },
      );
    });

    test('32,767 characters are kept', async () => {
      const text = 'a b'.repeat(10_922) + 'c';
      const id = await drawnOne(planWith({ name: 'Long', blocks: [blockAt(0, 0, [[text]])] }));
      await value(bench.workbook.apply([{ sheet: id, cell: { row: 1, column: 0 }, value: text }]));
      expect(await read(id)).toEqual([[text], [text]]);
    });

    test('one more is refused before anything is written: nothing is cut off', async () => {
      const text = 'x'.repeat(32_768);
      expect(
        await failure(bench.workbook.draw([{ plan: planWith({ name: 'Long', blocks: [blockAt(0, 0, [[text]])] }) }])),
      ).toEqual({
        kind: 'too-large',
      });
      const sheet = await firstSheet();
      const changes = ['a', text].map((cell, row) => ({ sheet, cell: { row, column: 0 }, value: cell }));
      expect(await failure(bench.workbook.apply(changes))).toEqual({ kind: 'too-large' });
      expect(await names()).toHaveLength(1);
      expect(await read(sheet)).toEqual([]);
    });

    test('numbers and truth values stay what they are, in cells formatted as text too', async () => {
      const id = await drawnOne(
        planWith({ name: 'Mixed', blocks: [blockAt(0, 0, [[7, true, '7', 'TRUE', null]], true)] }),
      );
      const changes = [8, false, '8'].map((cell, column) => ({ sheet: id, cell: { row: 1, column }, value: cell }));
      await value(bench.workbook.apply(changes));
      await value(bench.workbook.apply([{ sheet: id, cell: { row: 0, column: 2 }, value: 9 }]));
      expect(await read(id)).toEqual([
        [7, true, 9, 'TRUE'],
        [8, false, '8', null],
      ]);
    });
  });

  describe('apply', () => {
    const aChange = fc.record({
      cell: fc.record({ row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 4 }) }),
      value: fc.oneof(fc.constant(null), fc.integer(), fc.boolean(), fc.string({ minLength: 1, maxLength: 6 })),
    });

    test('the last change of a cell counts; twice leaves the workbook as once', async () => {
      const id = await drawnOne(planWith({ name: 'Cells' }));
      await fc.assert(
        fc.asyncProperty(fc.array(aChange, { minLength: 1, maxLength: 25 }), async (found) => {
          const blank = Array.from({ length: 30 }, (_, at) => ({ row: at % 6, column: Math.floor(at / 6) }));
          await value(bench.workbook.apply(blank.map((cell) => ({ sheet: id, cell, value: null }))));
          const changes = found.map((change) => ({ sheet: id, ...change }));
          await value(bench.workbook.apply(changes));
          const once = await read(id);
          await value(bench.workbook.apply(changes));
          expect(await read(id)).toEqual(once);
          for (const { cell } of changes) {
            const last = changes.findLast((one) => one.cell.row === cell.row && one.cell.column === cell.column);
            expect(once[cell.row]?.[cell.column] ?? null).toEqual(last?.value);
          }
        }),
        { numRuns: 12 },
      );
    });

    test('writes to several sheets at once', async () => {
      const ids = await drawn(planWith({ name: 'One' }), planWith({ name: 'Two' }));
      await value(bench.workbook.apply(ids.map((sheet, at) => ({ sheet, cell: { row: 0, column: 0 }, value: at }))));
      expect([await read(ids[0] ?? ''), await read(ids[1] ?? '')]).toEqual([[[0]], [[1]]]);
    });

    test('no change at all is fine', async () => {
      await value(bench.workbook.apply([]));
    });

    test('a sheet that is gone is told, and no other is written', async () => {
      const [one = '', other = ''] = await drawn(planWith({ name: 'One' }), planWith({ name: 'Two' }));
      await bench.person.deletes(other);
      const changes = [one, other].map((sheet) => ({ sheet, cell: { row: 0, column: 0 }, value: 1 }));
      expect(await failure(bench.workbook.apply(changes))).toEqual({ kind: 'gone' });
      expect(await read(one)).toEqual([]);
    });

    if (live) {
      test('a sheet that somebody protected refuses, and is named', async () => {
        const id = await drawnOne(planWith({ name: 'Trees' }));
        await bench.person.protects(id);
        const change = { sheet: id, cell: { row: 0, column: 0 }, value: 1 };
        expect(await failure(bench.workbook.apply([change]))).toEqual({ kind: 'protected', sheet: 'Trees' });
      });
    } else {
      test('protection binds people, not programs: what is applied is written', async () => {
        const id = await drawnOne(planWith({ name: 'Trees', protection: { unlocked: [] } }));
        await value(bench.workbook.apply([{ sheet: id, cell: { row: 0, column: 0 }, value: 1 }]));
        expect(await read(id)).toEqual([[1]]);
      });
    }
  });

  describe('draw', () => {
    test('adds sheets in the order given; formulas may name any of them', async () => {
      const ids = await drawn(
        planWith({ name: 'First', blocks: [blockAt(0, 0, [[{ formula: '=Second!A1+1', result: [[42]] }]])] }),
        planWith({ name: 'Second', blocks: [blockAt(0, 0, [[41]])] }),
      );
      expect((await names()).slice(1)).toEqual(['First', 'Second']);
      expect(await read(ids[0] ?? '')).toEqual([[42]]);
    });

    test('hidden sheets are hidden; one visible sheet always stays', async () => {
      await drawn(planWith({ name: 'Lists', visibility: 'hidden' }));
      expect((await value(bench.workbook.survey())).map(({ visible }) => visible)).toEqual([true, false]);
      await drawnOne({ plan: planWith({ name: 'Only', visibility: 'hidden' }), at: await firstSheet() });
      expect((await value(bench.workbook.survey())).map(({ visible }) => visible)).toEqual([true, false]);
    });

    test('a formula that spills is written into its first cell', async () => {
      const spilling = { formula: '=A1:A3*10', result: [[10], [20], [30]] };
      const blocks = [blockAt(0, 0, [[1], [2], [3]]), blockAt(0, 1, [[spilling], [null], [null]])];
      const id = await drawnOne(planWith({ name: 'Spill', blocks }));
      expect((await read(id)).map((row) => row[1])).toEqual([10, 20, 30]);
    });

    test('a name that is taken is refused, whatever its case, and nothing is added', async () => {
      await drawn(planWith({ name: 'Trees' }));
      const answer = bench.workbook.draw([
        { plan: planWith({ name: 'New' }) },
        { plan: planWith({ name: 'TREES' }) },
      ]);
      expect(await failure(answer)).toMatchObject({ kind: 'unexpected', code: 'ItemAlreadyExists' });
      expect((await names()).slice(1)).toEqual(['Trees']);
    });

    test('two new sheets with one name are refused, and none is added', async () => {
      const plan = planWith({ name: 'Trees' });
      expect(await failure(bench.workbook.draw([{ plan }, { plan }]))).toMatchObject({ code: 'ItemAlreadyExists' });
      expect(await names()).toHaveLength(1);
    });

    test('a sheet to draw over that is gone is told, and nothing is added', async () => {
      const id = await drawnOne(planWith({ name: 'Trees' }));
      await bench.person.deletes(id);
      const plans = [{ plan: planWith({ name: 'New' }) }, { plan: planWith({ name: 'Trees' }), at: id }];
      expect(await failure(bench.workbook.draw(plans))).toEqual({ kind: 'gone' });
      expect(await names()).toHaveLength(1);
    });

    if (live) {
      test('a drawing that fails half-way leaves no half-drawn sheet', async () => {
        const broken = planWith({ name: 'Broken', blocks: [blockAt(0, 0, [[{ formula: '=SUM((' }]])] });
        expect(
          await failure(bench.workbook.draw([{ plan: planWith({ name: 'New' }) }, { plan: broken }])),
        ).toMatchObject({
          kind: 'unexpected',
          code: 'InvalidArgument',
        });
        expect(await names()).toHaveLength(1);
      });
    }

    describe('over a sheet that stands', () => {
      const mixed = (trees: readonly string[]): SheetPlan =>
        planWith({
          name: 'Trees',
          blocks: [
            blockAt(0, 0, [['Kind of tree', 'Your answer', 'Our note']]),
            blockAt(
              1,
              0,
              trees.map((tree) => [tree, 'prefilled by us', 'noted by us']),
            ),
          ],
          regions: [
            { name: 'trees', area: areaAt(1, 0, 3, 1), belongsTo: 'us' },
            { name: 'answers', area: areaAt(1, 1, 3, 1), belongsTo: 'person' },
            { name: 'notes', area: areaAt(1, 2, 3, 1), belongsTo: 'shared' },
          ],
        });

      test('what people typed in their own and in shared regions stays, also where they emptied a cell', async () => {
        const at = await drawnOne(mixed(['an oak', 'a beech', 'an ash']));
        await bench.person.types(at, { row: 1, column: 1 }, [
          ['007', 'see below'],
          [null, null],
        ]);
        expect(await drawnOne({ plan: mixed(['a lime', 'a yew', 'a fir']), at })).toBe(at);
        expect(await read(at)).toEqual([
          ['Kind of tree', 'Your answer', 'Our note'],
          ['a lime', '007', 'see below'],
          ['a yew', null, null],
          ['a fir', 'prefilled by us', 'noted by us'],
        ]);
      });

      test('what is left of an earlier, longer drawing in our own region goes', async () => {
        const at = await drawnOne(mixed(['an oak', 'a beech', 'an ash']));
        await drawnOne({ plan: mixed(['a lime']), at });
        expect((await read(at)).map(([tree]) => tree)).toEqual(['Kind of tree', 'a lime', null, null]);
      });

      test('outside our regions and blocks nothing is touched', async () => {
        const at = await drawnOne(mixed(['an oak', 'a beech', 'an ash']));
        await bench.person.types(at, { row: 9, column: 5 }, [['my own sum', 3]]);
        await drawnOne({ plan: mixed(['a lime', 'a yew', 'a fir']), at });
        expect((await read(at))[9]?.slice(5)).toEqual(['my own sum', 3]);
      });

      test('a sheet that is ours alone is drawn as new', async () => {
        const plan = (rows: number) =>
          planWith({
            name: 'Master',
            role: 'master',
            blocks: [
              blockAt(
                0,
                0,
                Array.from({ length: rows }, (_, at) => [at]),
              ),
            ],
          });
        const at = await drawnOne(plan(5));
        await bench.person.types(at, { row: 7, column: 3 }, [['a stray']]);
        await drawnOne({ plan: plan(2), at });
        expect(await read(at)).toEqual([[0], [1]]);
      });

      test('its name and its place stay the person’s', async () => {
        const at = await drawnOne(mixed(['an oak']));
        await bench.person.renames(at, 'My trees');
        await bench.person.movesToFront(at);
        await drawnOne({ plan: mixed(['a yew']), at });
        expect((await names())[0]).toBe('My trees');
      });

      test('drawing the same twice leaves the workbook as once', async () => {
        const plan = full('Trees');
        const at = await drawnOne(plan);
        const once = await read(at);
        await drawnOne({ plan, at });
        await drawnOne({ plan, at });
        expect(await read(at)).toEqual(once);
        if (live) expect((await bench.person.sees(at, { row: 1, column: 1 })).fill).toMatch(/^#FAD4D1$/i);
      });

      if (live) {
        test('a sheet that somebody else has protected is left alone, and named', async () => {
          const at = await drawnOne(mixed(['an oak']));
          await bench.person.protects(at);
          const plans = [{ plan: planWith({ name: 'New' }) }, { plan: mixed(['a yew']), at }];
          expect(await failure(bench.workbook.draw(plans))).toEqual({ kind: 'protected', sheet: 'Trees' });
          expect((await read(at))[1]?.[0]).toBe('an oak');
          expect(await names()).toHaveLength(2);
        });
      }
    });

    /** A plan with one of everything. */
    const full = (name: string): SheetPlan =>
      planWith({
        name,
        blocks: [
          blockAt(0, 0, [['Kind', 'Level', 'Sum']]),
          blockAt(1, 0, [
            ['oaks and beeches', 3, { formula: '=SUM(B2:B4)', result: [[4]] }],
            ['limes and yews', 1, null],
            ['firs and pines', 0, null],
          ]),
        ],
        regions: [{ name: 'levels', area: areaAt(1, 1, 3, 1), belongsTo: 'person' }],
        styles: [
          { area: areaAt(0, 0, 1, 3), style: 'header' },
          { area: areaAt(1, 1, 3, 1), style: 'input' },
        ],
        columnWidths: [{ column: 0, width: 24 }],
        hiddenRows: [5, 6],
        validations: [
          {
            area: areaAt(1, 1, 3, 1),
            list: `='${name}'!$A$2:$A$4`,
            alert: { style: 'warning', title: 'Level', text: 'Levels are 0 to 3.' },
            prompt: { title: 'Level', text: 'Choose a level.' },
          },
        ],
        highlights: [
          { area: areaAt(1, 1, 3, 1), formula: '=B2=3', style: 'error' },
          { area: areaAt(1, 1, 3, 1), formula: '=B2>0', style: 'warning' },
        ],
        charts: [
          {
            name: 'Levels',
            kind: 'column',
            source: areaAt(0, 0, 4, 2),
            title: 'Levels of trees',
            altText: 'Levels of trees: three, one, none.',
            place: areaAt(8, 0, 10, 4),
          },
        ],
        freeze: { rows: 1, columns: 1 },
        protection: { unlocked: [areaAt(1, 1, 3, 1)] },
      });

    if (live) {
      test('earlier highlights win over later ones; without one the style shows', async () => {
        const at = await drawnOne(full('Trees'));
        const fills = await Promise.all([1, 2, 3].map((row) => bench.person.sees(at, { row, column: 1 })));
        expect(fills.map(({ fill }) => fill?.toUpperCase())).toEqual(['#FAD4D1', '#FFE8AD', '#FFFFFF']);
        expect((await bench.person.sees(at, { row: 0, column: 1 })).fill).toMatch(/^#0B4F71$/i);
      });
    }

    test('a drop-down offers the list of its range', async () => {
      const at = await drawnOne(full('Trees'));
      expect((await bench.person.sees(at, { row: 2, column: 1 })).list).toMatch(/Trees'?!\$A\$2:\$A\$4$/);
      expect((await bench.person.sees(at, { row: 2, column: 0 })).list).toBeUndefined();
    });

    if (live) {
      test('a protected sheet takes what is written into its open areas and nothing else', async () => {
        const sheet = await drawnOne(full('Trees'));
        await value(bench.workbook.apply([{ sheet, cell: { row: 1, column: 1 }, value: 2 }]));
        expect((await read(sheet))[1]?.[1]).toBe(2);
        const over = { sheet, cell: { row: 1, column: 0 }, value: 'typed over' };
        expect(await failure(bench.workbook.apply([over]))).toEqual({ kind: 'protected', sheet: 'Trees' });
      });
    }

    test('a number goes into an open cell that is formatted as text, on a protected sheet too', async () => {
      const plan = planWith({
        name: 'Open',
        blocks: [blockAt(0, 0, [[null, null]], true)],
        protection: { unlocked: [areaAt(0, 0, 1, 2)] },
      });
      const sheet = await drawnOne(plan);
      await value(bench.workbook.apply([{ sheet, cell: { row: 0, column: 1 }, value: 5 }]));
      expect(await read(sheet)).toEqual([[null, 5]]);
    });

    test('no plan at all is fine', async () => {
      expect(await drawn()).toEqual([]);
    });
  });

  describe('show and selection', () => {
    if (live) {
      test('the person stands on the cell that was shown', async () => {
        const sheet = await drawnOne(planWith({ name: 'Trees' }));
        await value(bench.workbook.show(sheet, { row: 4, column: 2 }));
        expect(await value(bench.workbook.selection())).toEqual({ sheet, cell: { row: 4, column: 2 } });
      });
    } else {
      test('nobody stands in a file', async () => {
        const sheet = await drawnOne(planWith({ name: 'Trees' }));
        await value(bench.workbook.show(sheet, { row: 4, column: 2 }));
        expect(await value(bench.workbook.selection())).toBeUndefined();
        const stop = await value(
          bench.workbook.watch(() => {
            throw new Error('nothing happens by itself in a file');
          }),
        );
        await stop();
      });
    }

    test('a sheet that the person has hidden is shown again', async () => {
      const sheet = await drawnOne(planWith({ name: 'Trees' }));
      await bench.person.hides(sheet);
      await value(bench.workbook.show(sheet));
      expect((await value(bench.workbook.survey())).find(({ id }) => id === sheet)?.visible).toBe(true);
      if (live) expect((await value(bench.workbook.selection()))?.sheet).toBe(sheet);
    });

    test('a sheet that is no longer there is gone', async () => {
      const sheet = await drawnOne(planWith({ name: 'Trees' }));
      await bench.person.deletes(sheet);
      expect(await failure(bench.workbook.show(sheet))).toEqual({ kind: 'gone' });
    });
  });

  describe('notes', () => {
    test('a note that was never written is absent', async () => {
      expect(await value(bench.workbook.note('returns'))).toBeUndefined();
      expect(await value(bench.workbook.note('outbox'))).toBeUndefined();
    });

    test.each(['', 'a < b & "c"', 'line\r\nline\u0000', 'x'.repeat(5000)])(
      'a note comes back as it was',
      async (text) => {
        for (const name of ['returns', 'outbox'] as const) {
          await value(bench.workbook.setNote(name, text));
          expect(await value(bench.workbook.note(name))).toBe(text);
        }
      },
    );

    test('a note is replaced, and removed, without touching the other', async () => {
      await value(bench.workbook.setNote('returns', 'one'));
      await value(bench.workbook.setNote('outbox', 'other'));
      await value(bench.workbook.setNote('returns', 'two'.repeat(200)));
      expect(await value(bench.workbook.note('returns'))).toBe('two'.repeat(200));
      await value(bench.workbook.setNote('returns', undefined));
      await value(bench.workbook.setNote('returns', undefined));
      expect(await value(bench.workbook.note('returns'))).toBeUndefined();
      expect(await value(bench.workbook.note('outbox'))).toBe('other');
    });
  });

  test('a workbook that was written to is not saved, or it cannot be told', async () => {
    await drawnOne(planWith({ name: 'Trees' }));
    expect(['unsaved', 'unknown']).toContain(await value(bench.workbook.saved()));
  });
});
