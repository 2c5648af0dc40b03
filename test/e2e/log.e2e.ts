import type { Browser, Page } from 'playwright-core';
import { demoCodes } from '#definitions/demo-programme.ts';
import { openBrowser, openWindow, type Window } from './kit/browser.ts';
import { byMouse, paneOf, type Hands } from './kit/hands.ts';
import { paneLooks, type PaneLooks } from './kit/pane-looks.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/** Somebody of the project team, without a command line, sees whether the log of acts is whole. */
let product: Product;
let browser: Browser;
let window: Window;
let page: Page;
let hands: Hands;
let looks: PaneLooks;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  window = await openWindow(browser, { width: 1366, height: 900 });
  page = window.page;
  hands = byMouse(page);
  looks = paneLooks(window, 'log');
  await page.goto(`${product.url}/?workbook=Programme`);
  await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
});
afterAll(async () => {
  const troubles = window?.troubles();
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

const step = storySteps();
const pane = () => paneOf(page);
const reads = async (text: string | RegExp): Promise<void> =>
  pane().getByText(text).first().waitFor({ timeout: 60_000 });

step('the log is gone through, and the last checkpoint stands there to be kept', async () => {
  await hands.write(/access code/i, demoCodes.projectTeam);
  await hands.press('Sign in');
  await hands.press('Open the programme');
  await hands.press('Log', 'tab');
  await reads('Nothing has been done yet.');
  await hands.press('Check that the log is whole');
  await reads('The log of acts holds together.');
  await reads(/^Checkpoint 1 of .*, the last one:$/);
  await looks.inEveryLook('01-checked');
});

step('one that was kept is looked for in it, and at 320 pixels nothing is cut off', async () => {
  const hash = await pane()
    .getByText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/)
    .innerText();
  await hands.write('A checkpoint that you kept', hash);
  await hands.press('Look for it in the log');
  await reads(/^Checkpoint 1 of .* is in the log: nothing from before it was changed since\.$/);
  await looks.whileNarrow(async () => {
    await looks.fits();
    await looks.looksRight('02-narrow-found');
  });
  await hands.write('A checkpoint that you kept', 'ab12');
  await hands.press('Look for it in the log');
  await reads(/64 characters, digits and the letters a to f/);
  await looks.looksRight('03-no-hash');
});
