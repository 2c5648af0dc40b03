import fc from 'fast-check';
import { waitingToBeAccepted } from '#flows/accept-many.ts';
import { chased, type Chase, type ChaseLine } from '#flows/chase-list.ts';
import { enlistList } from '#flows/enlist-list.ts';
import { nextState, returnStates, turnIn } from '#core/returns/states.ts';

const line = (name: string, over: Partial<ChaseLine> = {}): ChaseLine => ({
  owner: '999901',
  name,
  state: 'submitted',
  turn: 'mentor',
  openQuestions: 0,
  revision: 1,
  ...over,
});
const names = (lines: readonly ChaseLine[]) => lines.map(({ name }) => name);
const all: Chase = { find: '', show: 'all', order: 'name' };
const lines = [
  line('Ash', { owner: '999901', daysWaiting: 3 }),
  line('Élm’s', { owner: '999902', state: 'accepted', turn: 'nobody' }),
  line('Oak', { owner: '999903', state: 'not-started', turn: 'school', daysWaiting: 30, revision: 0 }),
  line('Yew', { owner: '999904', state: 'questioned', turn: 'school', daysWaiting: 3 }),
];

test.each<[Partial<Chase>, readonly string[]]>([
  [{}, ['Ash', 'Élm’s', 'Oak', 'Yew']],
  [{ find: 'elms' }, ['Élm’s']],
  [{ find: ' 999904 ' }, ['Yew']],
  [{ show: 'school' }, ['Oak', 'Yew']],
  [{ show: 'mentor' }, ['Ash']],
  [{ show: 'accepted' }, ['Élm’s']],
  [{ order: 'waiting' }, ['Oak', 'Ash', 'Yew', 'Élm’s']],
  [{ find: 'nobody' }, []],
])('the chase list looked at by %j is %j', (part, expected) => {
  expect(names(chased(lines, { ...all, ...part }))).toEqual(expected);
});

test('what may be accepted without opening it can be accepted, is submitted, and nobody is asked about it', () => {
  const any = fc.record({
    state: fc.constantFrom(...returnStates),
    openQuestions: fc.nat(2),
    revision: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(any), (made) => {
      const theirs = made.map((one) => line('Any', { ...one, turn: turnIn(one.state) }));
      for (const one of theirs) {
        const offered = waitingToBeAccepted(theirs).includes(one);
        expect(offered).toBe(one.state === 'submitted' && one.openQuestions === 0);
        if (offered) expect(nextState(one.state, 'accept', 'project-team')).toBe('accepted');
      }
    }),
  );
});

test.each([
  ['999901', 'URN,Enlisted\r\n999901,yes'],
  ['999901, 999902\n999901\t999903;', 'URN,Enlisted\r\n999901,yes\r\n999902,yes\r\n999903,yes'],
])('the URNs “%s” become a file that takes each of them in once', async (text, file) => {
  const listed = enlistList(text);
  expect(listed.ok && (await listed.value.text())).toBe(file);
});

test('what is no URN is told, and no file is made', () => {
  expect(enlistList('999901, Oak 12345')).toEqual({ ok: false, failure: { wrong: ['Oak', '12345'] } });
  expect(enlistList('  ')).toEqual({ ok: false, failure: { wrong: [] } });
});
