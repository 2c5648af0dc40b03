import { instrumentRef } from '#core/instrument/instrument.ts';
import { addTallies, tallierOf, type Tally } from '#core/measures/tally.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { EverythingAnswer } from '#wire/everything.ts';
import type { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import type {
  ConsolidatedAnswer,
  ReturnAnswer,
  TallyAnswer,
  WireReceipt,
  WireRevision,
  WireRound,
} from '#wire/shapes.ts';
import { startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { kiteRound, kites, kitesByYear, openKites, pupils, tallySubmission } from './kit/pupils.ts';
import { elm, far, instruments, oak, round, small } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
let school: Caller;
beforeEach(async () => {
  const known = (reference: string) => (reference === instrumentRef(kites) ? kites : instruments(reference));
  endpoint = await startEndpoint({ instruments: known });
  [team, school] = [await endpoint.signIn('team'), await endpoint.signIn('oak')];
  expect((await team.post(paths.rounds, openKites)).statusCode).toBe(201);
});
afterEach(() => endpoint.close());

const seven = pupils('7', 12);
const nine = pupils('9', 3);
const sumOf = (contents: readonly ReturnContent[]): Tally => {
  const tallier = tallierOf(kites, { academicYear: '200809' });
  return contents.map(tallier.of).reduce((sum, one) => {
    const added = addTallies(sum, one);
    if (!added.ok) throw new Error('not of one definition');
    return added.value;
  }, tallier.nothing);
};
const submitted = (by: Caller, owner: string, request = tallySubmission(owner, 'k1', 0, seven)) =>
  by.post(paths.tallies(kiteRound, owner), request);
const held = async (): Promise<string> =>
  (await team.get(paths.everything(oak))).body + (await team.get(paths.return(kiteRound, oak))).body;

describe('a round that takes tallies only', () => {
  test('gives a receipt for tallies, whose fingerprint is that of what was sent, and the same again for a resend', async () => {
    const request = tallySubmission(oak, 'k1', 0, seven);
    const first = await submitted(school, oak, request);
    expect(first.statusCode).toBe(201);
    expect(first.json<WireReceipt>()).toMatchObject({
      revision: 1,
      fingerprint: request.fingerprint,
      counts: { rowsAnswered: 12, rows: 12, cells: 26, explained: 0 },
    });
    const again = await submitted(school, oak, request);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    const other = await submitted(school, oak, tallySubmission(oak, 'k1', 0, nine));
    expect(other.json()).toMatchObject({ code: 'key-reused' });
  });

  test('believes which years have no pupils only of those that the round expects now', async () => {
    const other = await startEndpoint({ instruments: () => kitesByYear });
    const [staff, hers] = [await other.signIn('team'), await other.signIn('oak')];
    await staff.post(paths.rounds, { ...openKites, yearGroups: [7] });
    const { tallied } = tallySubmission(oak, 'k1', 0, pupils('8', 12));
    const asked = { academicYear: openKites.academicYear, yearGroups: [7] };
    const explanations = [7, 9].map((year) => ({
      ...{ field: 'roll', rule: `year-${year}-missing`, text: 'None this year.' },
    }));
    const request = tallySubmission(oak, 'k1', 0, pupils('8', 12), {
      tallied: {
        ...tallied,
        issues: { errors: 0, warnings: 2, advice: 0 },
        ...{ explanations, definition: tallierOf(kitesByYear, asked).nothing.definition },
      },
    });
    expect((await hers.post(paths.tallies(kiteRound, oak), request)).json()).toMatchObject({ revision: 1 });
    const all = (await hers.get(paths.everything(oak))).json<EverythingAnswer>();
    expect(all.returns[0]?.revisions.map(({ yearsMissing }) => yearsMissing)).toEqual([[7]]);
    await other.close();
  });

  test('refuses rows, keeps nothing of them and says why', async () => {
    const secret = 'Quetzalcoatl';
    const rows = { ...submission(round, oak, 'k1', 0, pupils('7', 2, secret)) };
    expect((await school.submit(kiteRound, oak, rows)).json()).toMatchObject({ code: 'tally-only' });
    const mixed = { ...tallySubmission(oak, 'k1', 0, seven), content: rows.content };
    expect((await submitted(school, oak, mixed)).json()).toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining('must NOT have additional properties'),
    });
    const tucked = tallySubmission(oak, 'k1', 0, seven);
    const inside = { ...tucked, tallied: { ...tucked.tallied, rows: rows.content.rows } };
    expect((await submitted(school, oak, inside)).json()).toMatchObject({ code: 'invalid-request' });
    expect((await team.get(paths.return(kiteRound, oak))).json<ReturnAnswer>().line.revision).toBe(0);
    expect(await held()).not.toContain(secret);
  });

  test('refuses what says where a pupil stands: an explanation with its row or its value', async () => {
    const request = tallySubmission(oak, 'k1', 0, pupils('7', 2, 'x'));
    const explanation = { field: 'says', rule: 'says-short', text: 'Asked twice.', row: '1', value: 'x' };
    const spoilt = { ...request, tallied: { ...request.tallied, explanations: [explanation] } };
    expect((await submitted(school, oak, spoilt)).json()).toMatchObject({ code: 'invalid-request' });
  });

  test('takes only what its school has put in order: no errors, every warning explained', async () => {
    const short = pupils('7', 2, 'x');
    expect((await submitted(school, oak, tallySubmission(oak, 'k1', 0, short))).json()).toMatchObject({
      code: 'issues',
    });
    const explained = {
      ...short,
      explanations: [{ row: '1', field: 'says', rule: 'says-short', value: 'x', text: 'So she said.' }],
    };
    expect((await submitted(school, oak, tallySubmission(oak, 'k1', 0, explained))).statusCode).toBe(201);
    const { latest } = (await team.get(paths.return(kiteRound, oak))).json<ReturnAnswer>();
    expect(latest?.tallied?.explanations).toEqual([{ field: 'says', rule: 'says-short', text: 'So she said.' }]);
    expect((await submitted(school, oak, tallySubmission(oak, 'k2', 1, pupils('8', 2)))).json()).toMatchObject({
      code: 'issues',
    });
  });

  test('refuses what cannot be tallies of it, and what was changed on the way', async () => {
    const good = tallySubmission(oak, 'k1', 0, seven);
    const much = tallySubmission(oak, 'k1', 0, seven, {
      tallied: { ...good.tallied, sums: good.tallied.sums.map((sum) => sum + 100) },
    });
    expect((await submitted(school, oak, much)).json()).toMatchObject({ code: 'tally-wrong', detail: '/sums/0' });
    const changed = { ...good, tallied: { ...good.tallied, sums: good.tallied.sums.map(() => 0) } };
    expect((await submitted(school, oak, changed)).json()).toMatchObject({ code: 'fingerprint-wrong' });
  });

  test('says that a newer revision stands, and whose, without a cell', async () => {
    await submitted(school, oak);
    const stale = await submitted(school, oak, tallySubmission(oak, 'k2', 0, nine));
    expect(stale.json()).toMatchObject({
      code: 'conflict',
      latest: { revision: 1, by: 'Oak School' },
      differing: [],
    });
  });

  test('adds up in the programme’s total and in the master as the tallies stand', async () => {
    await submitted(school, oak);
    await submitted(await endpoint.signIn('far'), far, tallySubmission(far, 'k1', 0, nine));
    await submitted(await endpoint.signIn('elm'), elm, tallySubmission(elm, 'k1', 0, nine));
    for (const owner of [oak, far]) await team.put(paths.acceptance(kiteRound, owner), { revision: 1 });
    const total = (await team.get(paths.tally(kiteRound))).json<TallyAnswer>();
    expect(total).toMatchObject({ leftOut: 0, tally: sumOf([seven, nine]) });
    const master = (await team.get(paths.consolidated(kiteRound))).json<ConsolidatedAnswer>();
    expect(master.tally).toEqual(sumOf([seven, nine]));
    expect(master.owners.map(({ accepted }) => accepted?.revision)).toEqual([undefined, 1, 1]);
    expect(master.owners.some(({ accepted }) => accepted?.content)).toBe(false);
  });

  test('names the returns behind each of its figures', async () => {
    await submitted(school, oak);
    await team.put(paths.acceptance(kiteRound, oak), { revision: 1 });
    const { tables } = (await team.get(paths.figures(kiteRound))).json<FiguresAnswer>();
    expect(tables.map(({ measure }) => measure)).toEqual(kites.measures.map(({ id }) => id));
    const [{ measure, columns, lines } = { measure: '', columns: [], lines: [] }] = tables;
    const place = `line=${lines.at(-1)?.line}&column=${columns[0]?.column}`;
    const figure = (await team.get(`${paths.figure(kiteRound, measure)}?${place}`)).json<FigureAnswer>();
    expect(figure).toMatchObject({ behind: 1, returns: [{ owner: oak, name: 'Oak School', revision: 1 }] });
    expect(figure.terms).toEqual(figure.returns[0]?.terms);
    const csv = await team.get(`${paths.export(kiteRound)}?table=behind&measure=${measure}&${place}`);
    expect(csv.body.split('\r\n')).toEqual([
      expect.any(String),
      expect.stringContaining(`,${oak},Oak School,1,`),
      '',
    ]);
  });

  test('does not count tallies that another definition made, and says how many', async () => {
    await submitted(school, oak);
    await team.put(paths.acceptance(kiteRound, oak), { revision: 1 });
    await endpoint.store.write(({ tallies }) =>
      tallies.add(kiteRound, oak, 1, { definition: '0'.repeat(64), sums: [1] }),
    );
    expect((await team.get(paths.tally(kiteRound))).json<TallyAnswer>()).toMatchObject({
      leftOut: 1,
      tally: { returns: 0 },
    });
  });

  test('has no cells to ask about or to compare, and no rows to fill another sheet with', async () => {
    await submitted(school, oak);
    await submitted(school, oak, tallySubmission(oak, 'k2', 1, nine));
    const question = { id: 'q1', row: '1', field: 'year', revision: 1, text: 'Why?' };
    expect((await team.post(paths.questions(kiteRound, oak), question)).json()).toMatchObject({ code: 'tally-only' });
    const differences = await team.get(`${paths.differences(kiteRound, oak)}?from=1&to=2`);
    expect(differences.json()).toMatchObject({ code: 'tally-only' });
    const one = (await school.get(paths.revision(kiteRound, oak, 2))).json<WireRevision>();
    expect(one.content).toBeUndefined();
    expect(one.tallied).toEqual(tallySubmission(oak, 'k2', 1, nine).tallied);
    await team.put(paths.acceptance(kiteRound, oak), { revision: 2 });
    const next = { ...openKites, id: 'KC-200910', academicYear: '200910', opens: '2009-05-01T00:00:00.000Z' };
    await team.post(paths.rounds, { ...next, detail: 'pupil' });
    expect((await school.get(paths.return('KC-200910', oak))).json<ReturnAnswer>().before).toBeUndefined();
  });

  test('keeps its instrument, since tallies cannot be moved to another version', async () => {
    const change = await team.patch(paths.round(kiteRound), { instrument: 'kite-club@2' });
    expect(change.json()).toMatchObject({ code: 'tally-only' });
    const late = await team.patch(paths.round(kiteRound), { late: true });
    expect(late.json<WireRound>()).toMatchObject({ late: true, detail: 'tally' });
  });

  test('shows a school’s tallies to nobody who may not see its rows', async () => {
    await submitted(school, oak);
    for (const who of ['far', 'otherMentor'] as const) {
      const stranger = await endpoint.signIn(who);
      for (const path of [paths.return(kiteRound, oak), paths.revision(kiteRound, oak, 1), paths.tally(kiteRound)])
        expect((await stranger.get(path)).json()).toMatchObject({ code: 'not-yours' });
    }
    expect((await (await endpoint.signIn('mentor')).get(paths.revision(kiteRound, oak, 1))).statusCode).toBe(200);
  });

  test('is only opened where rows are pupils', async () => {
    const wrong = { ...openKites, id: 'GA-TALLY', instrument: instrumentRef(small) };
    expect((await team.post(paths.rounds, wrong)).json()).toMatchObject({
      code: 'invalid-request',
      detail: '/detail',
    });
  });
});

test('a round that takes rows refuses tallies', async () => {
  const answer = await school.post(paths.tallies(round, oak), tallySubmission(oak, 'k1', 0, seven));
  expect(answer.json()).toMatchObject({ code: 'rows-needed' });
  expect((await team.get(paths.return(round, oak))).json<ReturnAnswer>().line.revision).toBe(0);
});

test('all that is held of a school’s tallies stands in what it can take out', async () => {
  await submitted(school, oak);
  const all = (await school.get(paths.everything(oak))).json<EverythingAnswer>();
  expect(all.returns.find(({ line }) => line.round === kiteRound)?.revisions[0]?.tallied).toEqual(
    tallySubmission(oak, 'k1', 0, seven).tallied,
  );
});
