import { paths } from '#wire/paths.ts';
import { problemCodes } from '#wire/problems.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';

let endpoint: Endpoint;
let page: string;
let operations: readonly (readonly [string, { summary: string }])[];
beforeAll(async () => {
  endpoint = await startEndpoint();
  page = (await endpoint.app.inject({ url: paths.docs })).body;
  const document = (await endpoint.app.inject({ url: paths.openApi })).json<{
    paths: Record<string, Record<string, { summary: string }>>;
  }>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
  );
});
afterAll(() => endpoint.close());

test('every operation of the OpenAPI document has a summary, and stands on the page with it', () => {
  expect(operations.length).toBeGreaterThan(40);
  for (const [name, { summary }] of operations) {
    expect(page).toContain(`<code>${name}</code>`);
    expect([name, page.includes(summary.replace(/'/g, '&#39;'))]).toEqual([name, true]);
  }
});

test('every word of refusal stands on the page with what to do about it', () => {
  for (const code of Object.keys(problemCodes))
    expect(page).toMatch(new RegExp(`<dt id="${code}">.*?</dt><dd>.{20,}?</dd>`));
});

test('it needs no script, loads nothing but its own picture, and lets nobody frame it', async () => {
  const { headers } = await endpoint.app.inject({ url: paths.docs });
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'$/,
  );
  expect(page).not.toMatch(/<script|style="|https?:\/\//);
});

test('every place that is led to is there, once', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to);
});

test('what stands in the document is shown as text and never becomes markup', () => {
  expect(
    page.replace(
      /<\/?(!doctype html|html|head|body|meta|title|link|style|main|nav|section|h[1-4]|p|ul|li|a|code|dl|dt|dd)\b[^<>]*>/g,
      '',
    ),
  ).not.toMatch(/[<>]/);
});
