import { ownerId, roundId } from '#core/ids.ts';
import { handInByChild, usualChild } from '../../src/cli/hand-in/hand-in-by-child.ts';
import type { HandInPlace } from '../../src/server/hand-in.ts';
import { usualPatience } from '../../src/server/http/patience.ts';

/** What becomes of a child that misbehaves; each is a process of its own that does so. */
const asked: string[] = [];
const place: HandInPlace = {
  round: roundId('GA-200809'),
  owner: ownerId('999901'),
  person: { role: 'school', name: 'Oak School', owner: '999901' },
  expires: '2999-01-01T00:00:00.000Z',
  fetch: (url) => {
    asked.push(url instanceof Request ? url.url : url.toString());
    return Promise.resolve(Response.json({ rounds: [] }));
  },
};
const handed = { file: new Uint8Array([1]), explanations: [], answers: [] };
const with_ = (script: string, over: object = {}) =>
  handInByChild({
    command: ['-e', script],
    longest: 60_000,
    patience: 60_000,
    atOnce: 1,
    waiting: 1,
    each: 9,
    ...over,
  });
const why = async (script: string, over: object = {}) => {
  const outcome = await with_(script, over).check(place, handed);
  return outcome.kind === 'not-read' ? outcome.why.kind : outcome;
};

beforeEach(() => asked.splice(0));

const stays = 'setInterval(() => undefined, 1000);';

test('one that takes too long is killed and told', async () => {
  expect(await why(stays, { longest: 300 })).toBe('took-too-long');
});

test('one that the memory watch kills is told, and so is one that ends without an answer', async () => {
  expect(await why("process.kill(process.pid, 'SIGKILL');" + stays)).toBe('took-too-much-memory');
  expect(await why('process.exit(0)')).toBe('ended-early');
  expect(await why('throw new Error("SECRET")')).toBe('ended-early');
});

const answersSlowly =
  "process.on('message', () => setTimeout(() => process.send({ kind: 'done', answer: { kind: 'receipt', revision: 1 } }), 200));";
const receipt = { kind: 'receipt', revision: 1 };
const busy = { kind: 'not-read', why: { kind: 'busy' } };

test('whoever comes when too many wait is asked to come again, and the others have their turn', async () => {
  const few = with_(answersSlowly);
  const outcomes = await Promise.all([1, 2, 3].map(() => few.check(place, handed)));
  expect(outcomes).toEqual([receipt, receipt, busy]);
});

test('whose turn does not come in time is asked to come again, and is not waited for when it comes', async () => {
  const slow = with_(answersSlowly, { waiting: 9, patience: 100 });
  const [first, second] = [slow.check(place, handed), slow.check(place, handed)];
  expect(await Promise.race([first, second])).toEqual(busy);
  expect(await first).toEqual(receipt);
  expect(await slow.check(place, handed)).toEqual(receipt);
});

test('waiting and working together take less than the server waits on a connection that is silent', () => {
  const { patience, longest } = usualChild(undefined);
  expect(patience + longest).toBeLessThan(usualPatience.silence);
});

test('one school that sends file after file does not keep the others from their turn', async () => {
  const fair = with_(answersSlowly, { waiting: 9, each: 2 });
  const other = { ...place, owner: ownerId('999902') };
  const outcomes = await Promise.all([place, place, place, other].map((of) => fair.check(of, handed)));
  expect(outcomes).toEqual([receipt, receipt, busy, receipt]);
  expect(await fair.check(place, handed)).toEqual(receipt);
});

const says = (message: string) => `process.once('message', () => process.send(${message}));${stays}`;
const asks = (call: string, args: readonly unknown[]) =>
  `process.once('message', () => process.send(${JSON.stringify({ kind: 'ask', id: 0, call, args })}));
   process.on('message', (message) => { if (message.kind === 'answer') process.send({ kind: 'done', answer: { kind: 'receipt', revision: 9 } }); });`;

test.each([
  ['another owner’s return', asks('return', ['GA-200809', '999902'])],
  ['another round’s', asks('return', ['GV-200809', '999901'])],
  ['to submit when it was only to check', asks('submit', ['GA-200809', '999901', {}])],
  ['to accept', asks('accept', ['GA-200809', '999901', 1])],
  ['something that every object has', asks('constructor', [])],
  ['an address beside that of an instrument', asks('instrument', ['../owners/999901/everything'])],
  [
    'an address beside that of a revision',
    asks('revision', ['GA-200809', '999901', '1/../../../GV-200809/returns/999901']),
  ],
  ['a query', asks('instrument', ['small@1?x=1'])],
  ['an address made of a list', asks('instrument', [['..']])],
  ['its return without saying which', asks('return', [])],
  ['what is no question', says('{ kind: "ask", id: 0, call: "return" }')],
  ['nothing', says('{ kind: "ask" }')],
  ['what nobody knows', says('{ kind: "more" }')],
  ['nothing, and answers nothing', says('{ kind: "done" }')],
])(
  'a child that a file has turned against us is ended when it asks for %s, and nothing is asked for it',
  async (_, script) => {
    expect(await why(script)).toBe('ended-early');
    expect(asked).toEqual([]);
  },
);

test('what its job needs of the endpoint it is told', async () => {
  expect(await why(asks('rounds', []))).toEqual({ kind: 'receipt', revision: 9 });
  expect(asked).toEqual(['/v1/rounds']);
});

test('it has no environment but the path to programs', async () => {
  process.env['DATABASE_URL'] = 'SECRET';
  const tells = "process.on('message', () => process.send({ kind: 'done', answer: Object.keys(process.env) }));";
  const outcome = await with_(tells).check(place, handed);
  delete process.env['DATABASE_URL'];
  expect(outcome).toEqual(['PATH']);
});
