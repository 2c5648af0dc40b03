import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import { filledFile } from '../server/kit/filled-file.ts';
import { recalculate } from '../kit/libreoffice.ts';
import { accessibilityFaults, openBrowser } from './kit/browser.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/**
 * A school without the add-in: its browser runs no scripts, it has no mouse, its window is as narrow as a telephone, and
 * its workbook is saved by LibreOffice. Every screen is looked at once more by a browser with scripts, for axe, in light,
 * dark and forced colours.
 */
const artefacts = join(__dirname, '../../artefacts');
const narrow = { width: 320, height: 640 };

const colourings = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

const step = storySteps();
let product: Product;
let browser: Browser;
let plain: BrowserContext;
let page: Page;
const looking: { readonly name: string; readonly context: BrowserContext; readonly look: Page }[] = [];
const troubles: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  plain = await browser.newContext({ viewport: narrow, javaScriptEnabled: false, locale: 'en-GB' });
  for (const [name, colours] of colourings) {
    // Pictures and axe write styles into the page; that the page keeps to its policy the other browser shows.
    const context = await browser.newContext({ viewport: narrow, locale: 'en-GB', bypassCSP: true, ...colours });
    looking.push({ name, context, look: await context.newPage() });
  }
  for (const context of [plain, ...looking.map((one) => one.context)]) {
    context.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(product.url)) troubles.push(`elsewhere: ${request.url()}`);
    });
  }
  page = await plain.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

/** Goes on with Tab until the focus is on what has that name. */
const tabTo = async (name: string | RegExp): Promise<void> => {
  const wanted = page.locator(':focus');
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const focused = (await wanted.count()) === 0 ? '' : await nameOf();
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab does not come to ${String(name)}`);
};

/** What the focused element is called: its label, else its words. */
const nameOf = async (): Promise<string> => {
  const focused = page.locator(':focus');
  const id = await focused.getAttribute('id');
  const label = id === null ? [] : await page.locator(`label[for="${id}"]`).allTextContents();
  return (label[0] ?? (await focused.textContent()) ?? '').trim();
};

const press = async (name: string | RegExp): Promise<void> => {
  await tabTo(name);
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
};

/** A dialogue for files is the system's own, and opens in the window in front alone: the file is put in where it would. */
const choose = async (file: Uint8Array): Promise<void> => {
  await tabTo(/^Your filled workbook/);
  await page.locator(':focus').setInputFiles({ name: 'returned.xlsx', mimeType: '', buffer: Buffer.from(file) });
};

const reads = async (text: string | RegExp): Promise<void> => {
  await page.getByText(text).first().waitFor({ timeout: 60_000 });
};

/** A picture in each colouring; nothing for axe to find; nothing wider than the window. */
const looksRight = async (name: string): Promise<void> => {
  mkdirSync(artefacts, { recursive: true });
  for (const { name: colouring, context, look } of looking) {
    await context.addCookies(await plain.cookies());
    await look.goto(page.url());
    await look.screenshot({ path: join(artefacts, `hand-in-${name}-${colouring}.png`), fullPage: true });
    expect(await accessibilityFaults(look)).toEqual([]);
    expect(await look.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
  }
};

let workbook: Uint8Array;
const entry = 'Self-review';
/** Row 8 is the first one, A1; from D on stand level and evidence. */
const filled = async (level: string, evidence: string) =>
  recalculate(
    await filledFile(workbook, entry, [
      [7, 3, level],
      [7, 4, evidence],
    ]),
  );

step('the server’s own page leads there, and a code that is wrong is said to be', async () => {
  await page.goto(`${product.url}/hand-in`);
  await reads('Your access code');
  await looksRight('1-sign-in');
  await tabTo('Your access code');
  await page.keyboard.type('NOT-A-CODE');
  await page.keyboard.press('Enter');
  await reads('This access code is not known.');
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes('401')));
});

step('with her code she sees her returns and whose turn it is', async () => {
  await tabTo('Your access code');
  await page.keyboard.type(demoCodes.school.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your returns' }).waitFor();
  await looksRight('2-returns');
});

step('she downloads her workbook', async () => {
  const title = await page.locator(`a[href="/hand-in/${demoRound}"]`).textContent();
  await press(title ?? '');
  await page.getByRole('heading', { name: 'Your workbook' }).waitFor();
  await looksRight('3-return');
  await tabTo('Download your workbook');
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe(`999001-${demoRound}.xlsx`);
  workbook = readFileSync(await file.path());
});

step('a workbook with a mistake is checked: the verdict first, then the cell', async () => {
  await choose(await filled('3 Established', ''));
  await press('Check this file');
  await reads(/^Not ready yet: 1 to fix/);
  await reads(/!'?E8$/);
  await looksRight('4-to-fix');
});

step('corrected, with a warning explained on the page, it is handed in and has a receipt to print', async () => {
  await choose(await filled('3 Established', 'Governors'));
  await press('Check this file');
  await reads(/^Nearly ready: 1 to fix or explain/);
  await looksRight('5-to-explain');
  await tabTo('Why is this right?');
  await page.keyboard.type('The minutes say it all.');
  await press('Hand in');
  await reads('Your return has arrived: revision 1.');
  await looksRight('6-receipt');
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(artefacts, 'hand-in-6-receipt-print.png') });
  await page.emulateMedia({ media: 'screen' });
});

step('her mentor’s question is answered on the page, and the answer goes in', async () => {
  const post = async (path: string, body: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return (await fetch(product.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { token } = (await post('/v1/session', { code: demoCodes.mentor })) as { token: string };
  const question = { id: 'q1', row: 'A1', field: 'evidence', revision: 1, text: 'Which minutes?' };
  await post(`/v1/rounds/${demoRound}/returns/999001/questions`, question, token);
  await page.goto(`${product.url}/hand-in/${demoRound}`);
  await reads('Which minutes?');
  await looksRight('7-question');
  await tabTo(/^Your answer/);
  await page.keyboard.type('Those of March.');
  await press('Go on with these answers');
  await reads('Ready to hand in.');
  await looksRight('8-ready');
  await press('Hand in');
  await reads('Your return has arrived: revision 2.');
});

step('she takes it back with a reason, and signs out', async () => {
  await page.goto(`${product.url}/hand-in/${demoRound}/withdraw`);
  await looksRight('9-withdraw');
  await tabTo('Why do you take it back?');
  await page.keyboard.type('A colleague has more to say.');
  await press('Withdraw');
  await reads('A colleague has more to say.');
  await looksRight('10-withdrawn');
  await press('Sign out');
  await reads('Your access code');
  expect(await plain.cookies()).toEqual([]);
});
