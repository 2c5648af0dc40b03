import { Value } from 'typebox/value';
import type { AuditAnswer } from '#wire/audit.ts';
import { EverythingAnswer } from '#wire/everything.ts';
import type { MadeCode, WireMember } from '#wire/people.ts';
import { paths } from '#wire/paths.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { far, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const log = async (of: string, query = '') => (await team.get(`${paths.audit(of)}${query}`)).json<AuditAnswer>();
const acts = async (of: string) => (await log(of)).entries.map(({ act, by }) => [act, by]);

test('everything that is done to a return stands in its owner’s log, with who did it and why', async () => {
  const [school, mentor] = [await endpoint.signIn('oak'), await endpoint.signIn('mentor')];
  const content = contentOf({ A1: { stage: '1 Begun' } });
  await school.put(paths.started(round, oak));
  await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
  await mentor.post(paths.questions(round, oak), { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Why?' });
  await mentor.put(paths.assignee(round, oak, 'q1'), { name: 'Ms Patel' });
  await school.post(paths.remarks(round, oak, 'q1'), { id: 'r1', text: 'So it is.' });
  await mentor.post(paths.settled(round, oak, 'q1'));
  await mentor.put(paths.acceptance(round, oak), { revision: 1 });
  await team.post(paths.reopening(round, oak), { reason: 'A pupil was missing.' });
  await school.post(paths.withdrawal(round, oak), { reason: 'Sent by mistake.' });
  expect(await acts(oak)).toEqual([
    ['start', 'Oak School'],
    ['submit', 'Oak School'],
    ['ask', 'Mo Mentor'],
    ['assign', 'Mo Mentor'],
    ['remark', 'Oak School'],
    ['settle-last', 'Mo Mentor'],
    ['accept', 'Mo Mentor'],
    ['reopen', 'Project team'],
    ['withdraw', 'Oak School'],
  ]);
  const { entries } = await log(oak);
  expect(entries[1]).toMatchObject({ number: 2, at: endpoint.clock.now, about: { round, revision: 1 } });
  expect(entries.map(({ reason }) => reason).filter(Boolean)).toEqual(['A pupil was missing.', 'Sent by mistake.']);
  expect(await verifyAudit(endpoint.store)).toMatchObject({ faults: [], brokenCheckpoints: [] });
});

test('what changes nothing is no act: a resend, beginning again, accepting again, what is refused', async () => {
  const school = await endpoint.signIn('oak');
  const first = submission(round, oak, 'k1', 0, contentOf({ A1: { stage: '1 Begun' } }));
  for (let nth = 0; nth < 2; nth += 1) await school.put(paths.started(round, oak));
  for (let nth = 0; nth < 2; nth += 1) await school.submit(round, oak, first);
  await school.submit(round, oak, submission(round, oak, 'k2', 0, contentOf({ A1: { stage: '3 Done' } })));
  for (let nth = 0; nth < 2; nth += 1) await team.put(paths.acceptance(round, oak), { revision: 1 });
  await school.put(paths.acceptance(round, oak), { revision: 1 });
  expect((await acts(oak)).map(([act]) => act)).toEqual(['start', 'submit', 'accept']);
});

test('taking out all that is held about a school is an act, whoever does it; looking whether it can be is none', async () => {
  const school = await endpoint.signIn('oak');
  await school.get(paths.everything(oak));
  await team.get(paths.everything(oak));
  await (await endpoint.signIn('mentor')).get(paths.everything(oak));
  await school.call('HEAD', paths.everything(oak));
  expect(await acts(oak)).toEqual([
    ['take-out', 'Oak School'],
    ['take-out', 'Project team'],
  ]);
  expect(await verifyAudit(endpoint.store)).toMatchObject({ faults: [], brokenCheckpoints: [] });
});

test('everything that is done about people, codes, schools and rounds stands in the programme’s log', async () => {
  const mentor = { role: 'mentor', name: 'New Mentor', schools: [] };
  const { id } = (await team.post(paths.people, mentor)).json<WireMember>();
  const { about } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
  await team.put(paths.personName(id), { name: 'Newer Mentor' });
  await team.put(paths.personSchools(id), { schools: [far] });
  await team.put(paths.codeRevoked(id, about.id));
  await team.delete(paths.personSessions(id));
  await team.put(paths.personEnded(id));
  await team.post(paths.register, { urn: '999950', name: 'Reedham' });
  await team.patch(paths.school('999950'), { region: 'North' });
  await team.postCsv(paths.registerImport, 'URN,Region\n999950,South');
  await team.patch(paths.round(round), { late: true });
  expect((await acts('PROGRAMME')).map(([act]) => act)).toEqual([
    'add-person',
    'make-code',
    'rename-person',
    'look-after',
    'revoke-code',
    'end-sessions',
    'end-person',
    'add-school',
    'change-school',
    'import-register',
    'change-round',
  ]);
  expect(new Set((await acts('PROGRAMME')).map(([, by]) => by))).toEqual(new Set(['Project team']));
});

test('who may see a school from when on stands in the programme’s log and in its own, with the new values', async () => {
  await team.patch(paths.school(oak), { mentor: 'M-2', specialism: 'Engineering', enlisted: true });
  await team.patch(paths.school(oak), { region: 'North' });
  await team.patch(paths.school(oak), { mentor: null, enlisted: false, status: 'closed' });
  const told = async (of: string) => (await log(of)).entries.map(({ act, about }) => [act, about]);
  expect(await told('PROGRAMME')).toEqual([
    ['change-school', { school: oak, changed: 'mentor,specialism', mentor: 'M-2' }],
    ['change-school', { school: oak, changed: 'region' }],
    [
      'change-school',
      { school: oak, changed: 'enlisted,mentor,status', mentor: 'none', enlisted: 'no', status: 'closed' },
    ],
  ]);
  expect(await told(oak)).toEqual([
    ['change-school', { mentor: 'M-2' }],
    ['change-school', { mentor: 'none', enlisted: 'no', status: 'closed' }],
  ]);
  expect(await verifyAudit(endpoint.store)).toMatchObject({ faults: [], brokenCheckpoints: [] });
});

test('a log in which nothing stands yet is empty, of the programme and of an owner; a name that no log has is not found', async () => {
  expect(await log('PROGRAMME')).toEqual({ entries: [] });
  expect(await log(oak)).toEqual({ entries: [] });
  expect((await team.get(paths.audit('nobody'))).json()).toMatchObject({ code: 'not-found' });
  expect((await (await endpoint.signIn('oak')).get(paths.audit('PROGRAMME'))).statusCode).toBe(403);
});

test('a school that is added with a mentor says so in its log; nothing stands in that of one that takes no part', async () => {
  await team.post(paths.register, { urn: '999950', name: 'Reedham', enlisted: true, mentor: 'M-1' });
  await team.post(paths.register, { urn: '999951', name: 'Osier' });
  const standing = { mentor: 'M-1', enlisted: 'yes', status: 'open' };
  expect((await log('999950')).entries).toMatchObject([{ act: 'add-school', about: standing }]);
  expect((await log('PROGRAMME')).entries.map(({ about }) => about)).toEqual([
    { school: '999950', ...standing },
    { school: '999951' },
  ]);
  expect(await log('999951')).toEqual({ entries: [] });
});

test('whoever is added says in the log whose rows she may see; a school’s log says which mentor came and went', async () => {
  const ann = { role: 'mentor', name: 'Ann Ash', schools: [oak] };
  const { id, owner = '' } = (await team.post(paths.people, ann)).json<WireMember>();
  await team.put(paths.personSchools(id), { schools: [far] });
  const teacher = (await team.post(paths.people, { role: 'school', name: 'Olive', owner: oak })).json<WireMember>();
  expect((await log('PROGRAMME')).entries.map(({ about }) => about)).toEqual([
    { person: id, role: 'mentor', mentor: owner, schools: oak },
    { person: id, mentor: owner, schools: far },
    { person: teacher.id, role: 'school', school: oak },
  ]);
  expect((await log(oak)).entries.map(({ about }) => about)).toEqual([
    { 'mentor-added': owner },
    { 'mentor-gone': owner },
  ]);
  expect((await log(far)).entries.map(({ about }) => about)).toEqual([{ 'mentor-added': owner }]);
});

describe('what the programme’s log says in all that is held about a school', () => {
  const held = async (of: string) => {
    const answer = (await team.get(paths.everything(of))).json<EverythingAnswer>();
    expect(Value.Check(EverythingAnswer, answer)).toBe(true);
    return answer.programmeActs.map(({ act, about }) => [act, about]);
  };

  test('is every act about it, its people and their codes, and none about another school', async () => {
    const add = async (owner: string) => {
      const { id } = (await team.post(paths.people, { role: 'school', name: 'Somebody', owner })).json<WireMember>();
      const { about } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
      await team.put(paths.codeRevoked(id, about.id));
      return { id, code: about.id };
    };
    const [hers, others] = [await add(oak), await add(far)];
    await team.patch(paths.school(oak), { mentor: 'M-2' });
    await team.patch(paths.school(far), { mentor: 'M-1' });
    await team.patch(paths.round(round), { late: true });
    const actsOf = ({ id, code }: typeof hers, school: string, mentor: string) => [
      ['add-person', { person: id, role: 'school', school }],
      ['make-code', { person: id, code }],
      ['revoke-code', { person: id, code }],
      ['change-school', { school, changed: 'mentor', mentor }],
    ];
    expect(await held(oak)).toEqual(actsOf(hers, oak, 'M-2'));
    expect(await held(far)).toEqual(actsOf(others, far, 'M-1'));
    expect(await held('999902')).toEqual([]);
  });

  test('is of a mentor’s list of schools its own part alone', async () => {
    await team.put(paths.personSchools('P-ola'), { schools: [oak, far] });
    expect(await held(oak)).toEqual([['look-after', { person: 'P-ola', mentor: 'M-2', schools: oak }]]);
    expect((await held('M-2')).length).toBe(1);
  });

  test('is found however long that log is', async () => {
    const by = { id: 'P-team', name: 'Project team' };
    const acts = Array.from({ length: 1203 }, (_, at) => ({
      ...{ log: 'PROGRAMME', at: endpoint.clock.now, act: 'change-school', by },
      about: { school: [0, 600, 1202].includes(at) ? oak : far, nth: at },
    }));
    await endpoint.store.write(({ audit }) => audit.noteAll(acts));
    expect((await held(oak)).map(([, about]) => about)).toEqual([0, 600, 1202].map((nth) => ({ school: oak, nth })));
  });
});

test('no log tells a name, a code or an answer in what stays when details are purged', async () => {
  const { id } = (
    await team.post(paths.people, { role: 'school', name: 'Zoë Secret', owner: oak })
  ).json<WireMember>();
  const { code } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
  const kept = await endpoint.store.read(({ audit }) => audit.entries('PROGRAMME'));
  const rest = JSON.stringify(kept.map(({ entry }) => entry));
  expect(rest).not.toContain('Secret');
  expect(rest).not.toContain(code);
});

test('a long log is read in pages', async () => {
  for (let nth = 0; nth < 5; nth += 1) await team.patch(paths.round(round), { late: nth % 2 === 0 });
  const first = await log('PROGRAMME', '?limit=2');
  expect([first.entries.map(({ number }) => number), first.next]).toEqual([[1, 2], 2]);
  const last = await log('PROGRAMME', '?after=4&limit=2');
  expect([last.entries.map(({ number }) => number), last.next]).toEqual([[5], undefined]);
});
