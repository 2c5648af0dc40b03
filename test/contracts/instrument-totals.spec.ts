import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef, type Instrument, type OwnerKind } from '#core/instrument/instrument.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { sumKey } from '#core/measures/sum-key.ts';
import { addTallies, type Tally, tallierOf } from '#core/measures/tally.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { offerOf, onceInHand, rowsInHand } from '#core/rules/row-in-hand.ts';
import { paths } from '#wire/paths.ts';
import type { TallyAnswer } from '#wire/shapes.ts';
import { instrumentByRef, instruments } from '../../src/definitions/instruments.ts';
import { openStore } from '../../src/server/store/store.ts';
import { acceptable, filledRows } from '../kit/acceptable-return.ts';
import { rowsOf } from '../kit/answers-arbitrary.ts';
import { countedAlone } from '../kit/counted-alone.ts';
import { sameNumber } from '../kit/results-of-plans.ts';
import { endpointOver, submission, type Endpoint } from '../server/kit/endpoint.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);

const prefixes: Readonly<Record<OwnerKind, string>> = { school: '99990', mentor: 'M-', programme: 'P-' };
const ownersOf = (kind: OwnerKind) =>
  [1, 2, 3, 4].map((at) => ({ owner: ownerId(`${prefixes[kind]}${at}`), kind, name: `${kind} ${at}` }));
const schools = ownersOf('school');
const owners = [...schools, ...ownersOf('mentor'), ...ownersOf('programme')];
const roleOf = { school: 'school', mentor: 'mentor', programme: 'project-team' } as const;

const roundFor = (instrument: Instrument) => ({
  id: roundId(`R${instruments.indexOf(instrument) + 1}-200809`),
  title: instrument.title,
  instrument: instrumentRef(instrument),
  academicYear: '200809',
  opens: '2008-09-01T00:00:00.000Z',
});

/** Owners of every kind, each with somebody to submit for it, and a round of every instrument. */
const programme = {
  owners,
  people: owners.map(({ owner, kind, name }) => ({
    ...{ id: `P-${owner}`, role: roleOf[kind], name, owner, code: `CODE-${owner}` },
    ...(kind === 'mentor' ? { schools: schools.map((school) => school.owner) } : {}),
  })),
  rounds: instruments.map(roundFor),
};

/** In what the returns are read: the schools that are enlisted, where fields offer them. */
const circumstances: Circumstances = {
  academicYear: '200809',
  schools: schools.map(({ owner, name }) => ({ id: owner, name })),
};

/** Returns as random as people leave them, put right as far as the endpoint asks; one for each owner. */
const returnsOf = (instrument: Instrument): readonly ReturnContent[] =>
  fc
    .sample(rowsOf(instrument, circumstances, { least: 10, most: 40 }), { numRuns: 4, seed: 20090630 })
    .map((rows, at) => acceptable(instrument, circumstances, rows, 1000 * at));

describe.each(databases)('what the endpoint adds up on %s', (_, start) => {
  let bench: Databases;
  let endpoint: Endpoint;
  beforeAll(async () => {
    bench = await start();
    const place = await bench.newPlace();
    const opened = await openStore({ place, mode: 'real', now: '2009-06-01T12:00:00.000Z', programme });
    if (!opened.ok) throw new Error('not opened');
    endpoint = endpointOver(opened.value, { instruments: instrumentByRef, offered: instruments });
  });
  afterAll(async () => {
    await endpoint.close();
    await bench.stop();
  });

  /** Submits a return of each owner and has all but the last accepted; answers those that count. */
  const submitted = async (instrument: Instrument): Promise<readonly ReturnContent[]> => {
    const { id: round } = roundFor(instrument);
    const team = await endpoint.signInBy('CODE-P-1');
    const contents = returnsOf(instrument);
    for (const [at, { owner }] of ownersOf(instrument.owner).entries()) {
      const content = contents[at]!;
      const fingerprint = fingerprintOf({ instrument: instrumentRef(instrument), round, owner, content });
      const sent = submission(round, owner, `k-${round}-${owner}`, 0, content, { fingerprint });
      const taken = await (await endpoint.signInBy(`CODE-${owner}`)).submit(round, owner, sent);
      expect([taken.statusCode, taken.body]).toEqual([201, expect.any(String)]);
      if (at === contents.length - 1) continue;
      const counts = await team.put(paths.acceptance(round, owner), { revision: 1 });
      expect([counts.statusCode, counts.body]).toEqual([200, expect.any(String)]);
    }
    return contents.slice(0, -1);
  };
  const asked = async (instrument: Instrument): Promise<Tally> => {
    const team = await endpoint.signInBy('CODE-P-1');
    return (await team.get(paths.tally(roundFor(instrument).id))).json<TallyAnswer>().tally;
  };
  /** The lines of an exported table of figures: where each stands and what it is worked out of; of what is no term, 0. */
  const exported = async (instrument: Instrument, table: 'totals' | 'behind') => {
    const team = await endpoint.signInBy('CODE-P-1');
    const answer = await team.get(`${paths.export(roundFor(instrument).id)}?format=json&table=${table}`);
    return answer.json<{ lines: Cell[][] }>().lines.map((line) => ({
      place: line.slice(0, 3).join(' '),
      terms: line.slice(-4).map(Number),
    }));
  };

  test.each(instruments.map((instrument) => [instrumentRef(instrument), instrument] as const))(
    'of random returns of %s is what the core adds up, every figure what its measure comes to, and what the returns behind it give to it',
    async (_reference, instrument) => {
      const contents = await submitted(instrument);
      for (const content of contents) expect(filledRows(content)).toBeGreaterThan(4);
      const tally = await asked(instrument);

      const tallier = tallierOf(instrument, circumstances);
      const added = contents.map(tallier.of).reduce((sum, one) => {
        const both = addTallies(sum, one);
        if (!both.ok) throw new Error('not of one definition');
        return both.value;
      }, tallier.nothing);
      expect({ ...tally, sums: [] }).toEqual({ ...added, sums: [] });
      expect(others(tallier.sums.map(sumKey), tally.sums, added.sums)).toEqual([]);

      const offer = offerOf(instrument, circumstances);
      const returns = contents.map(({ rows }) => ({
        rows: rowsInHand(instrument, rows, offer).filter(({ started }) => started),
        once: onceInHand(instrument, rows, offer),
      }));
      const counted = tallier.sums.map((sum) =>
        returns.reduce((total, one) => total + countedAlone(instrument, sum, one), 0),
      );
      for (const table of compileMeasures(instrument, circumstances)) {
        const numbersOf = (sums: readonly number[]) =>
          figuresOf(table, tallier.sums, sums).lines.flatMap(({ behind, cells }) => [behind, ...cells]);
        const [told, direct] = [numbersOf(tally.sums), numbersOf(counted)];
        const places = told.map((__, at) => `${table.measure}, figure ${at + 1}`);
        expect(others(places, told, direct)).toEqual([]);
        // A table of nothing but noughts would agree with any other.
        expect([table.measure, told.some((number) => number !== undefined && number !== 0)]).toEqual([
          table.measure,
          true,
        ]);
      }

      const [totals, behind] = [await exported(instrument, 'totals'), await exported(instrument, 'behind')];
      const sums = new Map<string, number[]>();
      for (const { place, terms } of behind) {
        const sum = sums.get(place) ?? terms.map(() => 0);
        sums.set(
          place,
          terms.map((term, at) => (sum[at] ?? 0) + term),
        );
      }
      expect(behind.length).toBeGreaterThan(totals.length / 2);
      for (const { place, terms } of totals.slice(3)) {
        const added = sums.get(place) ?? terms.map(() => 0);
        expect(
          others(
            terms.map((__, at) => `${place}, term ${at + 1}`),
            added,
            terms,
          ),
        ).toEqual([]);
        sums.delete(place);
      }
      expect([...sums.keys()]).toEqual([]);
    },
  );
});

/** Where two lists of numbers differ: counts at all, ratios by more than 1e-12. */
const others = (places: readonly string[], a: readonly (number | undefined)[], b: readonly (number | undefined)[]) =>
  places.flatMap((place, at) => (sameNumber(a[at], b[at]) ? [] : [[place, a[at], b[at]]]));
