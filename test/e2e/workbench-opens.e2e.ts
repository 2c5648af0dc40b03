import type { Browser } from 'playwright-core';
import { accessibilityFaults, openBrowser, openWindow } from './kit/browser.ts';
import { startDemo, type Product } from './kit/product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colourScheme) => {
  test('a newcomer opens one address and finds the grid, and the pane that asks for her code', async () => {
    const window = await openWindow(browser, { colourScheme });
    const { page } = window;
    await page.goto(product.url);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('textbox', { name: /access code/i }).waitFor({ timeout: 60_000 });
    await window.picture(`workbench-${colourScheme}`);
    expect(await page.locator('canvas').count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(window.troubles()).toEqual([]);
    await window.context.close();
  });
});
