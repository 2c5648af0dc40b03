import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { paths } from '#wire/paths.ts';
import type { RoundsAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { forMentors, instruments, oak, round, small } from './kit/small-programme.ts';

/** The next version, which says what became of the one before; and one that answers cannot be moved to. */
const next: Instrument = { ...small, version: 2, predecessor: { version: 1, rows: {}, fields: {}, choices: {} } };
const apart: Instrument = { ...small, version: 3 };
const known = (reference: string) =>
  [next, apart].find((one) => instrumentRef(one) === reference) ?? instruments(reference);

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint({ instruments: known });
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const wanted = {
  id: 'GA-200910',
  title: 'Garden 2009/10',
  instrument: instrumentRef(small),
  academicYear: '200910',
  opens: '2009-05-01T00:00:00Z',
};
const open = (over: object = {}) => team.post(paths.rounds, { ...wanted, ...over });
const change = (over: object, id: string = round) => team.patch(paths.round(id), over);
const listed = async (id: string) =>
  (await team.get(paths.rounds)).json<RoundsAnswer>().rounds.find((one) => one.id === id);

describe('opening a round', () => {
  test('makes it there for everybody, with the usual where nothing was said', async () => {
    const answer = await open();
    expect(answer.statusCode).toBe(201);
    const usual = { late: false, detail: 'pupil', yearGroups: [], open: true, opens: '2009-05-01T00:00:00.000Z' };
    expect(answer.json()).toEqual({ ...wanted, ...usual });
    const school = await endpoint.signIn('oak');
    const content = contentOf({ A1: { stage: '1 Begun' } });
    expect((await school.submit(wanted.id, oak, submission(wanted.id, oak, 'k1', 0, content))).statusCode).toBe(201);
  });

  test('keeps all that is decided about it', async () => {
    const all = {
      ...{ closes: '2010-08-01T00:00:00.000Z', late: true, detail: 'pupil', keepTallies: 'sum', yearGroups: [9, 7] },
      keepUntil: '2016-08-01T00:00:00.000Z',
    };
    await open(all);
    expect(await listed(wanted.id)).toMatchObject({ ...all, yearGroups: [7, 9] });
  });

  test('twice is once; another round under that id is refused', async () => {
    await open();
    expect((await open()).statusCode).toBe(200);
    expect((await open({ title: 'Another' })).json()).toMatchObject({ code: 'key-reused' });
    expect(await listed(wanted.id)).toMatchObject({ title: wanted.title });
  });

  test.each([
    ['an instrument that the server does not know', { instrument: 'no-such@1' }, '/instrument'],
    ['an end before its beginning', { closes: '2009-04-01T00:00:00Z' }, '/closes'],
    ['no instant', { opens: 'the first of May 2009' }, '/opens'],
    ['a day that is not there', { keepUntil: '2009-13-01T00:00:00Z' }, '/keepUntil'],
    ['an id that no sheet code can carry', { id: 'ga-200910' }, 'body/id'],
    ['a year group twice', { yearGroups: [7, 7] }, 'body/yearGroups'],
    ['something unknown', { colour: 'green' }, 'body'],
  ])('with %s is refused, saying where', async (_what, over, where) => {
    const answer = (await open(over)).json<{ code: string; detail: string }>();
    expect(answer.code).toBe('invalid-request');
    expect(answer.detail).toContain(where);
    expect(await listed(wanted.id)).toBeUndefined();
  });
});

describe('changing a round', () => {
  test('changes what is said and leaves the rest', async () => {
    const before = await listed(round);
    await change({ title: 'Gardens', late: true, yearGroups: [8], keepUntil: '2015-01-01T00:00:00Z' });
    expect(await listed(round)).toEqual({
      ...before,
      ...{ title: 'Gardens', late: true, yearGroups: [8], keepUntil: '2015-01-01T00:00:00.000Z' },
    });
    await change({ closes: null, keepUntil: null });
    const { closes, ...endless } = before!;
    expect(closes).toBeDefined();
    expect(await listed(round)).toEqual({ ...endless, title: 'Gardens', late: true, yearGroups: [8] });
  });

  test('closing it now takes nothing more, and opening it again does', async () => {
    expect((await change({ closes: 'now' })).json()).toMatchObject({ open: false, closes: endpoint.clock.now });
    const school = await endpoint.signIn('oak');
    const sent = submission(round, oak, 'k1', 0, contentOf({ A1: { stage: '1 Begun' } }));
    expect((await school.submit(round, oak, sent)).json()).toMatchObject({ code: 'round-closed' });
    await change({ closes: null });
    expect((await school.submit(round, oak, sent)).statusCode).toBe(201);
  });

  test('raises its instrument to a version to which answers can be moved, and to nothing else', async () => {
    for (const instrument of [instrumentRef(forMentors), instrumentRef(apart), 'no-such@1'])
      expect((await change({ instrument })).json()).toMatchObject({ code: 'invalid-request', detail: '/instrument' });
    expect((await change({ instrument: instrumentRef(next) })).json()).toMatchObject({
      instrument: instrumentRef(next),
    });
    expect((await change({ instrument: instrumentRef(small) })).json()).toMatchObject({ detail: '/instrument' });
  });

  test('that is not there is not found', async () => {
    expect((await change({ title: 'x' }, 'NONE')).json()).toMatchObject({ code: 'not-found' });
  });
});

test('only the project team opens and changes rounds', async () => {
  for (const who of ['oak', 'mentor'] as const) {
    const caller = await endpoint.signIn(who);
    expect((await caller.post(paths.rounds, wanted)).json()).toMatchObject({ code: 'not-yours' });
    expect((await caller.patch(paths.round(round), { title: 'x' })).json()).toMatchObject({ code: 'not-yours' });
  }
});
