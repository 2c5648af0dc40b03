import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { paths } from '#wire/paths.ts';
import { startEndpoint, type Endpoint } from '../server/kit/endpoint.ts';
import { accessibilityFaults, openBrowser, openWindow } from './kit/browser.ts';

let endpoint: Endpoint;
let browser: Browser;
let url: string;
beforeAll(async () => {
  // Its own picture lies in the project's folder, as it will in the built one.
  endpoint = await startEndpoint({ pages: { folder: join(__dirname, '../..') } });
  await endpoint.app.listen({ port: 0, host: 'localhost' });
  url = `http://localhost:${(endpoint.app.server.address() as AddressInfo).port}${paths.docs}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
});

test.each([
  ['light', 1366],
  ['dark', 1366],
  ['light', 320],
  ['dark', 320],
] as const)('the page about the API is readable: %s, %i px wide', async (colourScheme, width) => {
  const { page, picture, troubles, context } = await openWindow(browser, { width, height: 800, colourScheme });
  await page.goto(url);
  // What axe looks at differs by colours, not by width; on a page as long as this it takes its time.
  if (width === 320) expect(await accessibilityFaults(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await picture(`docs-${colourScheme}-${width}`);
  await page.getByRole('link', { name: 'Returns' }).click();
  await picture(`docs-returns-${colourScheme}-${width}`);
  expect(troubles()).toEqual([]);
  await context.close();
});

test('with forced colours and by keyboard alone, the contents lead to each part', async () => {
  const { page, picture, context } = await openWindow(browser, { width: 700, height: 800 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#how-to-begin');
  await picture('docs-forced-colours');
  await context.close();
});
