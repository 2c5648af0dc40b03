import { paths } from '#wire/paths.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { closedRound, elm, far, mentorRound, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let school: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  school = await endpoint.signIn('oak');
});
afterEach(() => endpoint.close());

const halfDone = contentOf({ A1: { stage: '2 Half done' } });
const begun = contentOf({ A1: { stage: '1 Begun' }, A2: { stage: '1 Begun' } });

describe('submitting a revision', () => {
  test('answers 201 and a receipt with number, time, who, fingerprint and counts', async () => {
    const sent = submission(round, oak, 'k1', 0, begun);
    const answer = await school.submit(round, oak, sent);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      number: expect.stringMatching(/^999901-GA-200809-R1-[0-9A-Z]{4}$/),
      round,
      owner: oak,
      ownerName: 'Oak School',
      revision: 1,
      at: '2009-06-01T12:00:00.000Z',
      by: 'Oak School',
      fingerprint: sent.fingerprint,
      counts: { rowsAnswered: 2, rows: 3, cells: 2, explained: 0 },
    });
  });

  test('is found again as it was sent, rows in the order of their keys', async () => {
    const content = contentOf({ A2: { stage: 1, note: '  wide open ' }, A1: { stage: '2 Half done', note: null } });
    await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
    const answer = await school.get(paths.revision(round, oak, 1));
    expect(answer.json()).toMatchObject({
      number: 1,
      content: {
        rows: [
          { key: 'A1', values: { stage: '2 Half done' } },
          { key: 'A2', values: { stage: 1, note: '  wide open ' } },
        ],
      },
    });
  });

  test('again with the same key and content answers 200 and the same receipt, and makes no second revision', async () => {
    const sent = submission(round, oak, 'k1', 0, halfDone);
    const first = await school.submit(round, oak, sent);
    endpoint.clock.now = '2009-06-01T12:05:00.000Z';
    const second = await school.submit(round, oak, sent);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    expect((await school.get(paths.return(round, oak))).json()).toMatchObject({ line: { revision: 1 } });
  });

  test('again gets its receipt even after the round has closed and a newer revision stands', async () => {
    const sent = submission(round, oak, 'k1', 0, halfDone);
    const first = await school.submit(round, oak, sent);
    await school.submit(round, oak, submission(round, oak, 'k2', 1, begun));
    endpoint.clock.now = '2009-08-01T00:00:00.000Z';
    const late = await endpoint.signIn('oak');
    expect((await late.submit(round, oak, sent)).json()).toEqual(first.json());
  });

  test('with a key that was used for other content is refused as key-reused', async () => {
    await school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
    const answer = await school.submit(round, oak, submission(round, oak, 'k1', 1, begun));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'key-reused' });
  });

  test('with a key that another owner used is a submission of its own', async () => {
    await school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
    const other = await endpoint.signIn('elm');
    expect((await other.submit(round, elm, submission(round, elm, 'k1', 0, begun))).statusCode).toBe(201);
  });

  test('based on an older revision is a conflict that names the latest and the cells that differ', async () => {
    await school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
    const answer = await school.submit(round, oak, submission(round, oak, 'k2', 0, begun));
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'conflict',
      latest: { revision: 1, by: 'Oak School', at: '2009-06-01T12:00:00.000Z' },
      differing: [
        { row: 'A1', field: 'stage', theirs: '2 Half done', mine: '1 Begun' },
        { row: 'A2', field: 'stage', theirs: null, mine: '1 Begun' },
      ],
    });
  });

  test('based on an older revision is a conflict even when the content is the same: nothing differs, and it says so', async () => {
    await school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
    const answer = await school.submit(round, oak, submission(round, oak, 'k2', 0, halfDone));
    expect(answer.json()).toMatchObject({ code: 'conflict', differing: [] });
  });

  test('based on a revision that does not exist is a conflict', async () => {
    const answer = await school.submit(round, oak, submission(round, oak, 'k1', 3, halfDone));
    expect(answer.json()).toMatchObject({ code: 'conflict', differing: [] });
  });

  test('into a round that has closed, or is closed from this instant on, is refused as round-closed', async () => {
    const old = await school.submit(closedRound, oak, submission(closedRound, oak, 'k1', 0, halfDone));
    expect(old.json()).toMatchObject({ code: 'round-closed', status: 409 });
    endpoint.clock.now = '2009-08-01T00:00:00.000Z';
    const late = await endpoint.signIn('oak');
    const atClose = await late.submit(round, oak, submission(round, oak, 'k2', 0, halfDone));
    expect(atClose.json()).toMatchObject({ code: 'round-closed' });
  });

  test('with a fingerprint of other content is refused, and nothing is kept', async () => {
    const wrong = submission(round, oak, 'k1', 0, halfDone, { fingerprint: 'a'.repeat(64) });
    expect((await school.submit(round, oak, wrong)).json()).toMatchObject({ code: 'fingerprint-wrong', status: 422 });
    expect((await school.get(paths.return(round, oak))).json()).toMatchObject({ line: { revision: 0 } });
  });

  test('with an error of the rules is refused with the issues that the sheet shows', async () => {
    const content = contentOf({ A1: { stage: 'often' }, A2: { stage: '3 Done' } });
    const answer = await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'issues',
      issues: [
        { rule: 'stage-known', severity: 'error', row: 'A1', field: 'stage', value: 'often' },
        { rule: 'note-when-done', severity: 'error', row: 'A2', field: 'note', value: null },
      ],
    });
  });

  test('with a warning is taken once the warning is explained, for that very value, and counts it', async () => {
    const rows = { A1: { stage: '3 Done', note: 'wet' } };
    const bare = await school.submit(round, oak, submission(round, oak, 'k1', 0, contentOf(rows)));
    expect(bare.json()).toMatchObject({ code: 'issues', issues: [{ rule: 'note-short', severity: 'warning' }] });
    const explanation = { row: 'A1', field: 'note', rule: 'note-short', text: 'It says it all' };
    const stale = contentOf(rows, [{ ...explanation, value: 'dry' }]);
    expect((await school.submit(round, oak, submission(round, oak, 'k2', 0, stale))).statusCode).toBe(422);
    const good = contentOf(rows, [{ ...explanation, value: 'wet' }]);
    const answer = await school.submit(round, oak, submission(round, oak, 'k3', 0, good));
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ counts: { explained: 1 } });
  });

  test.each([
    ['a row the instrument does not have', contentOf({ Z9: { stage: 1 } }), '/content/rows/0/key'],
    ['a field the instrument does not have', contentOf({ A1: { pupil: 'x' } }), '/content/rows/0/values'],
    [
      'the same row twice',
      {
        rows: [
          { key: 'A1', values: {} },
          { key: 'A1', values: {} },
        ],
        explanations: [],
      },
      '/content/rows/1/key',
    ],
    [
      'an explanation of no rule',
      contentOf({}, [{ row: 'A1', field: 'stage', rule: 'none', value: 1, text: 'x' }]),
      '/content/explanations/0',
    ],
  ])('with %s is refused, and told where', async (_what, content, detail) => {
    const answer = await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
    expect(answer.json()).toMatchObject({ code: 'invalid-request', status: 400, detail });
  });

  test.each([
    ['another school', elm, round],
    ['a school that does not exist', '999999', round],
    ['a mentor', 'M-1', mentorRound],
  ])('for %s is not hers', async (_whose, owner, where) => {
    const answer = await school.submit(where, owner, submission(where, owner, 'k1', 0, halfDone));
    expect(answer.json()).toMatchObject({ code: 'not-yours', status: 403 });
  });

  test('is not for the project team, nor for the mentor of the school', async () => {
    for (const who of ['team', 'mentor'] as const) {
      const person = await endpoint.signIn(who);
      const answer = await person.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
      expect(answer.json()).toMatchObject({ code: 'not-yours' });
    }
  });

  test('into a round of another kind of owner, or into no round, is not found', async () => {
    for (const where of [mentorRound, 'NO-SUCH']) {
      const answer = await school.submit(where, oak, submission(where, oak, 'k1', 0, halfDone));
      expect(answer.json()).toMatchObject({ code: 'not-found', status: 404 });
    }
  });

  test('after acceptance makes a new revision, while the accepted one keeps counting', async () => {
    const mentor = await endpoint.signIn('mentor');
    await school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone));
    await mentor.put(paths.acceptance(round, oak), { revision: 1 });
    await school.submit(round, oak, submission(round, oak, 'k2', 1, begun));
    expect((await school.get(paths.return(round, oak))).json()).toMatchObject({
      line: { state: 'submitted', revision: 2, accepted: 1, turn: 'mentor' },
    });
  });

  test('twice at once with one key makes one revision', async () => {
    const sent = submission(round, oak, 'k1', 0, halfDone);
    const answers = await Promise.all([1, 2, 3, 4].map(() => school.submit(round, oak, sent)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
  });

  test('twice at once with different keys makes one revision and one conflict', async () => {
    const answers = await Promise.all([
      school.submit(round, oak, submission(round, oak, 'k1', 0, halfDone)),
      school.submit(round, oak, submission(round, oak, 'k2', 0, begun)),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });
});

test('a revision that is not there is not found; one of another school is not hers', async () => {
  expect((await school.get(paths.revision(round, oak, 1))).json()).toMatchObject({ code: 'not-found' });
  expect((await school.get(paths.revision(round, far, 1))).json()).toMatchObject({ code: 'not-yours' });
});
