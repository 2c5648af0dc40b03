import { demoCodes } from '#definitions/demo-programme.ts';
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
