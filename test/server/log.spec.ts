import { paths } from '#wire/paths.ts';
import type { MadeCode, WireMember } from '#wire/people.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from './kit/endpoint.ts';
import { codes, oak, round } from './kit/small-programme.ts';

/** What somebody wrote, anywhere: nothing of it may stand in the log of the server. */
const written = 'Zwetschge';

let endpoint: Endpoint;
let log = '';
const secrets: string[] = [
  codes.oak,
  codes.mentor,
  codes.team,
  '192.0.2.77',
  '127.0.0.1',
  'Oak School',
  'Mo Mentor',
  oak,
];
beforeAll(async () => {
  endpoint = await startEndpoint({
    logger: { level: 'trace', stream: { write: (line: string) => void (log += line) } },
  });
  const [school, mentor, team] = [
    await endpoint.signIn('oak'),
    await endpoint.signIn('mentor'),
    await endpoint.signIn('team'),
  ];
  secrets.push(school.token, mentor.token, team.token);

  // The life of a return.
  const content = contentOf({ A1: { stage: '3 Done', note: `${written} saw it` } });
  await school.put(paths.started(round, oak));
  await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
  await school.submit(round, oak, submission(round, oak, 'k2', 0, contentOf({ A1: { stage: written } })));
  const question = { id: 'q1', row: 'A1', field: 'note', revision: 1, text: `Who is ${written}?` };
  await mentor.post(paths.questions(round, oak), question);
  await school.post(paths.remarks(round, oak, 'q1'), { id: 'r1', text: `${written} is nobody` });
  await mentor.put(paths.assignee(round, oak, 'q1'), { name: written });
  await mentor.post(paths.settled(round, oak, 'q1'));
  await mentor.put(paths.acceptance(round, oak), { revision: 1 });
  await team.post(paths.reopening(round, oak), { reason: written });
  await team.get(paths.consolidated(round));

  // People, codes, schools.
  const { id } = (await team.post(paths.people, { role: 'project-team', name: written })).json<WireMember>();
  const { code } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
  const newcomer = await endpoint.signInBy(code);
  secrets.push(code, newcomer.token, id);
  await team.get(`${paths.register}?search=${written}`);
  await team.postCsv(paths.registerImport, `URN,Region\n999901,${written}\nx,${written}`);

  // What is refused, by routes and before them.
  const send = (url: string, more: object = {}) =>
    endpoint.app.inject({ method: 'POST', url, remoteAddress: '192.0.2.77', ...more });
  await send(paths.session, { payload: { code: written } });
  await send(paths.session, { payload: `{"${written}`, headers: { 'content-type': 'application/json' } });
  await send(paths.session, { payload: written, headers: { 'content-type': `text/${written}` } });
  await send(`/${written}`, { headers: { authorization: `Bearer ${written}${'x'.repeat(30)}` } });
  await send(`/v1/rounds/${written}/returns/%E0${written}`);
  await school.get(paths.return(written, written));

  // What breaks, with words of the person in the words of the fault.
  endpoint.store.read = () => Promise.reject(new Error(`invalid input: "${written}"`));
  await school.get(paths.rounds);
});
afterAll(() => endpoint.close());

test('the log tells of each request its route, its status and its time, and of a fault where it was', () => {
  expect(log).toContain('"route":"/v1/rounds/:round/returns/:owner/acceptance","status":200');
  expect(log).toMatch(/"route":"\/v1\/session","status":401,"ms":\d+/);
  expect(log).toMatch(/"name":"Error","at":\["\s+at .*"msg":"unexpected"/);
});

test('it holds nothing that somebody wrote, no name, code, token, address, nor whose return it was', () => {
  const lines = log.split('\n').filter((line) => [written, ...secrets].some((secret) => line.includes(secret)));
  expect(lines).toEqual([]);
});
