import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { addTallies, tallierOf, type Tally } from '#core/measures/tally.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { paths } from '#wire/paths.ts';
import type { TallyAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from './kit/endpoint.ts';
import { elm, far, forMentors, instruments, oak, round, small } from './kit/small-programme.ts';

let endpoint: Endpoint;
let known: (reference: string) => Instrument | undefined;
beforeEach(async () => {
  known = instruments;
  endpoint = await startEndpoint({ instruments: (reference) => known(reference) });
});
afterEach(() => endpoint.close());

const begun = contentOf({ A1: { stage: '1 Begun' }, A2: { stage: 1 } });
const done = contentOf({ A1: { stage: '3 Done', note: 'The beds are full.' } });
const half = contentOf({ A3: { stage: '2 half done' } });

const submitted = async (who: 'oak' | 'elm' | 'far', owner: string, content: ReturnContent, basedOn = 0) =>
  (await endpoint.signIn(who)).submit(round, owner, submission(round, owner, `k${basedOn}`, basedOn, content));
const accepted = async (owner: string, revision: number) =>
  (await endpoint.signIn('team')).put(paths.acceptance(round, owner), { revision });
const asked = async (): Promise<Tally> =>
  (await (await endpoint.signIn('team')).get(paths.tally(round))).json<TallyAnswer>().tally;
const sumOf = (contents: readonly ReturnContent[], instrument = small): Tally => {
  const tallier = tallierOf(instrument, { academicYear: '200809' });
  return contents.map(tallier.of).reduce((sum, one) => {
    const added = addTallies(sum, one);
    if (!added.ok) throw new Error('not of one definition');
    return added.value;
  }, tallier.nothing);
};

test('accepted returns add up, whatever else has been submitted', async () => {
  expect(await asked()).toEqual(sumOf([]));
  await submitted('oak', oak, begun);
  await submitted('elm', elm, half);
  await submitted('far', far, done);
  await accepted(oak, 1);
  await accepted(far, 1);
  expect(await asked()).toEqual(sumOf([begun, done]));
});

test('the accepted revision counts until a newer one is accepted', async () => {
  await submitted('oak', oak, begun);
  await accepted(oak, 1);
  await submitted('oak', oak, half, 1);
  expect(await asked()).toEqual(sumOf([begun]));
  await accepted(oak, 2);
  expect(await asked()).toEqual(sumOf([half]));
});

test('a tally that another definition made is made again from the answers', async () => {
  await submitted('oak', oak, begun);
  await accepted(oak, 1);
  const more: Instrument = {
    ...small,
    measures: [...small.measures, { kind: 'count', id: 'steps', title: 'Steps' }],
  };
  known = (reference) => (instruments(reference) === small ? more : instruments(reference));
  expect(await asked()).toEqual(sumOf([begun], more));
});

test('a tally that was made where a field offered other choices is made again from the answers', async () => {
  const byVisit: Instrument = {
    ...small,
    fields: [
      ...small.fields,
      { id: 'visit', label: 'Visit', help: 'Which.', kind: 'item', of: forMentors.id, width: 9 },
    ],
    measures: [{ kind: 'count', id: 'visits', title: 'Steps by visit', by: ['visit'] }],
  };
  const visits = (key: string): Instrument => ({
    ...forMentors,
    rows: {
      kind: 'fixed',
      noun: { one: 'visit', many: 'visits' },
      groups: [{ id: 'V', title: 'Visits' }],
      items: [{ key, group: 'V', text: 'A visit' }],
    },
  });
  const offered = (key: string) => (reference: string) =>
    reference === instrumentRef(small) ? byVisit : reference === instrumentRef(forMentors) ? visits(key) : undefined;
  const content = contentOf({
    A1: { stage: '1 Begun', visit: 'V1' },
    A2: { stage: '1 Begun', visit: 'V2' },
    A3: { stage: '2', visit: 'V1' },
  });
  known = offered('V1');
  await submitted('oak', oak, content);
  await accepted(oak, 1);
  const tallied = (key: string) =>
    tallierOf(byVisit, { academicYear: '200809', items: { [forMentors.id]: [{ key, text: 'A visit' }] } }).of(
      content,
    );
  expect(await asked()).toEqual(tallied('V1'));
  known = offered('V2');
  expect(await asked()).toEqual(tallied('V2'));
});

test.each(['oak', 'mentor'] as const)('%s does not see what all schools add up to', async (who) => {
  expect((await (await endpoint.signIn(who)).get(paths.tally(round))).statusCode).toBe(403);
});
