import fc from 'fast-check';
import { detailHash, entryAfter, type AuditDetail } from '#core/audit/audit-entry.ts';
import { followLog, type Anchor, type AuditFault, type KeptEntry } from '#core/audit/audit-faults.ts';
import { checkpointAfter, checkpointHolds, hashForNote, hashInNote } from '#core/audit/checkpoint.ts';

const log = '999901';
const act = fc.record({
  act: fc.constantFrom('submit', 'accept', 'reopen'),
  about: fc.dictionary(fc.constantFrom('round', 'revision', 'code'), fc.oneof(fc.string(), fc.nat()), {
    noNullPrototype: true,
  }),
  person: fc.string({ minLength: 1 }),
  name: fc.string(),
  reason: fc.option(fc.string(), { nil: undefined }),
  salt: fc.string({ minLength: 8 }),
});

/** A log of acts, and what lies beside it. */
const logs = fc.array(act, { minLength: 1, maxLength: 12 }).map((acts) =>
  acts.reduce<readonly KeptEntry[]>((before, { act: word, about, salt, person, name, reason }, at) => {
    const detail: AuditDetail = { person, name, ...(reason === undefined ? {} : { reason }) };
    const entry = entryAfter(before.at(-1)?.entry, {
      log,
      at: `2009-06-01T12:00:${String(at).padStart(2, '0')}.000Z`,
      act: word,
      about,
      detail: detailHash(salt, detail),
    });
    return [...before, { entry, kept: { salt, detail } }];
  }, []),
);

const withPlace = logs.chain((entries) => fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })));

/** The first fault of a log that was followed whole. */
const faultOfLog = (
  name: string,
  entries: readonly KeptEntry[],
  anchors: readonly Anchor[] = [],
): AuditFault | undefined => {
  const follower = followLog(name, anchors);
  for (const entry of entries) follower.take(entry);
  return follower.fault();
};

const headOf = (entries: readonly KeptEntry[]) => {
  const { number, hash } = entries.at(-1)!.entry;
  return { number, hash };
};

test('a log that nobody touched holds together, with its details or without', () => {
  fc.assert(
    fc.property(withPlace, ([entries, place]) => {
      expect(faultOfLog(log, entries, [headOf(entries)])).toBeUndefined();
      const purged = entries.map((one, at) => (at <= place ? { ...one, kept: undefined } : one));
      expect(faultOfLog(log, purged, [headOf(entries)])).toBeUndefined();
    }),
  );
});

test.each<[string, (entry: KeptEntry) => KeptEntry, string]>([
  ['another act', ({ entry, kept }) => ({ entry: { ...entry, act: `${entry.act}!` }, kept }), 'changed'],
  [
    'another instant',
    ({ entry, kept }) => ({ entry: { ...entry, at: '2010-01-01T00:00:00.000Z' }, kept }),
    'changed',
  ],
  [
    'another thing',
    ({ entry, kept }) => ({ entry: { ...entry, about: { ...entry.about, more: 1 } }, kept }),
    'changed',
  ],
  ['another log', ({ entry, kept }) => ({ entry: { ...entry, log: '999902' }, kept }), 'changed'],
  [
    'another person',
    ({ entry, kept }) => ({
      entry,
      kept: { salt: kept!.salt, detail: { ...kept!.detail, name: `${kept!.detail.name}!` } },
    }),
    'detail-changed',
  ],
])('%s in an entry shows at that entry', (_what, change, kind) => {
  fc.assert(
    fc.property(withPlace, ([entries, place]) => {
      const changed = entries.map((one, at) => (at === place ? change(one) : one));
      expect(faultOfLog(log, changed)).toEqual({ log, number: place + 1, kind });
    }),
  );
});

test('an entry that is left out shows, at the end only against a checkpoint', () => {
  fc.assert(
    fc.property(withPlace, ([entries, place]) => {
      const without = entries.filter((_, at) => at !== place);
      expect(faultOfLog(log, without, [headOf(entries)])).toMatchObject(
        place === entries.length - 1
          ? { number: place + 1, kind: 'not-as-anchored' }
          : { number: place + 2, kind: 'gap' },
      );
    }),
  );
});

test('a log that was written anew from some entry on shows against a checkpoint', () => {
  fc.assert(
    fc.property(withPlace, ([entries, place]) => {
      const anew = entries.slice(0, place);
      for (const { entry } of entries.slice(place)) {
        const next = entryAfter(anew.at(-1)?.entry, { ...entry, act: 'forged' });
        anew.push({ entry: next, kept: undefined });
      }
      expect(faultOfLog(log, anew)).toBeUndefined();
      expect(faultOfLog(log, anew, [headOf(entries)])).toMatchObject({ kind: 'not-as-anchored' });
    }),
  );
});

test('a checkpoint holds for the logs it saw, in any order, and for no others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string(), fc.nat(), fc.string()), { selector: ([name]) => name }),
      (all) => {
        const heads = new Map(all.map(([name, number, hash]) => [name, { number, hash }]));
        const first = checkpointAfter(undefined, '2009-06-01T00:00:00.000Z', heads);
        const second = checkpointAfter(first, '2009-06-02T00:00:00.000Z', heads);
        expect(checkpointHolds(first, undefined, new Map([...heads].reverse()))).toBe(true);
        expect(checkpointHolds(second, first, heads)).toBe(true);
        expect(checkpointHolds(second, undefined, heads)).toBe(false);
        const more = new Map([...heads, ['one more log', { number: 1, hash: 'h' }]]);
        expect(checkpointHolds(first, undefined, more)).toBe(false);
        expect(checkpointHolds({ ...first, at: second.at }, undefined, heads)).toBe(false);
      },
    ),
  );
});

test('a checkpoint’s hash is read as it was written down, in groups, lines and capitals of any kind', () => {
  const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  fc.assert(
    fc.property(hash, fc.nat({ max: 63 }), (written, place) => {
      expect(hashForNote(written)).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
      const note = ` ${hashForNote(written).toUpperCase().replace(' ', '\r\n')}\t`;
      expect(hashInNote(note)).toBe(written);
      expect(hashInNote(`Checkpoint 14 of 3 June 2009 at 14:05: ${note}\nKept by Pat.`)).toBe(written);
      expect(hashInNote(`${written}0`)).toBeUndefined();
      expect(hashInNote(written.slice(1))).toBeUndefined();
      expect(hashInNote(`${written.slice(0, place)}g${written.slice(place + 1)}`)).toBeUndefined();
    }),
  );
});

describe('a checkpoint’s hash is found whatever words and days stand beside it', () => {
  const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  // Groups of eight beside eight others cannot be told from them; on a line of their own they can.
  const isGroup = (text: string): boolean => /[0-9a-f]{8}/i.test(text);
  const word = fc.oneof(
    fc.constantFrom(
      'made',
      'by',
      'Ada',
      'Dec',
      '14',
      '2009',
      '14/06/2009',
      '2009-06-14',
      '14:05',
      'facade',
      'bed,',
      'é',
    ),
    fc.string({ maxLength: 12 }).filter((text) => !isGroup(text)),
  );
  const words = fc.array(word, { maxLength: 6 });
  const blank = fc.constantFrom(' ', '  ', '\n', '\r\n', '\t', '\u00a0');
  const form = fc.constantFrom<(hash: string) => string>(
    (written) => written,
    (written) => written.toUpperCase(),
    hashForNote,
    (written) => hashForNote(written).replaceAll(' ', '\n'),
    (written) => hashForNote(written).replace(' ', '\r\n '),
  );

  test.each([
    ['a day before', (note: string) => `14 June 2009 ${note}`],
    ['a word before', (note: string) => `made ${note}`],
    ['words behind', (note: string) => `${note} copied by Anna`],
    ['a day on the next line', (note: string) => `${note}\n3 June 2009`],
    ['eight figures on the line before', (note: string) => `20090614\n${note}`],
  ])('%s', (_, around) => {
    fc.assert(
      fc.property(hash, (written) => {
        for (const note of [written, hashForNote(written)]) expect(hashInNote(around(note))).toBe(written);
      }),
    );
  });

  test('any words, days and blanks', () => {
    fc.assert(
      fc.property(hash, form, words, words, blank, (written, formed, before, behind, between) => {
        const note = [...before, formed(written), ...behind].join(between);
        expect(hashInNote(note)).toBe(written);
      }),
    );
  });
});
