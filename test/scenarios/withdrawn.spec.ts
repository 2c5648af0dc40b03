import { demoCodes } from '#definitions/demo-programme.ts';
import { failed } from '#core/result.ts';
import { acceptReturn, reopenReturn } from '../../src/flows/review-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { withdrawReturn } from '../../src/flows/withdraw-return.ts';
import { startDemoEndpoint, type DemoEndpoint } from './kit/demo-endpoint.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

let endpoint: DemoEndpoint;
let school: PersonAtWork;
beforeAll(async () => {
  endpoint = await startDemoEndpoint();
  school = await atWork(endpoint, demoCodes.school, { profile: 'web', dropEvents: false });
});
afterAll(async () => {
  await school.close();
  await endpoint.close();
});

test('what was withdrawn is submitted again as it stands: it counted no more, so it is not unchanged', async () => {
  const open = await school.open();
  await school.type(open, 'A2', { level: '2' });
  expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({
    kind: 'receipt',
    receipt: { revision: 1 },
  });
  expectOk(await withdrawReturn(school.desk, open, 'Sent by mistake.'));
  expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({
    kind: 'receipt',
    receipt: { revision: 2 },
  });
});

test('what was given back is submitted again as it stands: looked at again, nothing was to be changed', async () => {
  const team = await atWork(endpoint, demoCodes.projectTeam, { profile: 'web', dropEvents: false });
  const open = await school.open();
  expectOk(await acceptReturn(team.desk, open, 2));
  expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({ kind: 'unchanged' });
  expectOk(await reopenReturn(team.desk, open, 'Is the level right?'));
  expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({
    kind: 'receipt',
    receipt: { revision: 3 },
  });
  expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({ kind: 'unchanged' });
  await team.close();
});

test('while the endpoint does not answer, nobody is told that nothing is to be sent', async () => {
  const open = await school.open();
  const cut = {
    ...school.desk,
    api: { ...school.desk.api, return: async () => failed({ kind: 'offline' } as const) },
  };
  expect(await submitReturn(cut, open)).toEqual(failed({ kind: 'api', failure: { kind: 'offline' } }));
});
