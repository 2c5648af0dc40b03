import { paths } from '#wire/paths.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { rows, targetsOf, type Ids } from './kit/rights-table.ts';

/** Every route of the API, in order but for its query. That the table has all of them is shown in `rights.spec.ts`. */
const routes = rows.filter(({ route }) => route.includes(' /v1/'));

let endpoint: Endpoint;
let team: Caller;
beforeAll(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterAll(() => endpoint.close());

test.each(routes.map((row) => [row.route, row] as const))(
  '%s refuses a query member that nobody asked for',
  async (_route, row) => {
    const ids: Ids = { person: 'P-oak', code: '0000000000', ...targetsOf(row)[0]?.ids };
    const [method = '', path = ''] = row.route.split(' ');
    const inOrder = path.replace(/\{(\w+)\}/g, (_all, name: keyof Ids) => String(ids[name])) + (row.query ?? '');
    const url = `${inOrder}${row.query === undefined ? '?' : '&'}x=1`;
    const answer =
      row.csv === undefined
        ? await team.call(method.toUpperCase(), url, row.body?.(ids))
        : await team.postCsv(url, row.csv);
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'invalid-request',
      detail: 'querystring: must NOT have additional properties',
    });
  },
);

test('what stands now is never given out for what stood on a day before', async () => {
  const answer = await team.get(`${paths.rounds}?as-at=2009-01-31`);
  expect(answer.json()).toMatchObject({ code: 'invalid-request' });
});

test('a route that takes no query has none in the OpenAPI document', async () => {
  const document = (await endpoint.app.inject({ url: paths.openApi })).json<{
    paths: Record<string, Record<string, { parameters?: unknown }>>;
  }>();
  expect(document.paths[paths.rounds]?.['get']).not.toHaveProperty('parameters');
});
