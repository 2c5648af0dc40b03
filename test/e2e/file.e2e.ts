import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { demoCodes } from '#definitions/demo-programme.ts';
import { openBrowser, openWindow, type Window } from './kit/browser.ts';
import { askGrid, byMouse, paneOf, type Hands } from './kit/hands.ts';
import { startDemo, type Product } from './kit/product.ts';

let product: Product;
let browser: Browser;
let window: Window;
let page: Page;
let hands: Hands;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  window = await openWindow(browser, { width: 1366, height: 768 });
  page = window.page;
  hands = byMouse(page);
  await page.goto(`${product.url}/?workbook=School`);
  await gridStands();
});
afterAll(async () => {
  const troubles = window?.troubles();
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

const gridStands = async (): Promise<void> => {
  await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
};
const choose = async (item: string): Promise<void> => {
  await page.getByRole('button', { name: /^Workbook: / }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const notice = async (text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor({ timeout: 60_000 });

test('a workbook is downloaded as an Excel file, and opened again it holds the same answers', async () => {
  await hands.write(/access code/i, demoCodes.school);
  await hands.press('Sign in');
  await hands.press(/^Add to this workbook: Self-review/);
  await paneOf(page)
    .getByText(/Nothing answered yet|0 of/i)
    .first()
    .waitFor();
  await hands.fillCell('D8', '3 Established');
  await hands.fillCell('E8', 'Governors see the plan each term.');
  const names = await askGrid(page, 'sheetNames');

  const download = page.waitForEvent('download', { timeout: 60_000 });
  await choose('Download as an Excel file');
  const file = await download;
  expect(file.suggestedFilename()).toBe('School.xlsx');
  const path = await file.path();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');

  const chooser = page.waitForEvent('filechooser');
  await choose('Open an Excel file…');
  await (await chooser).setFiles({ name: 'From school.xlsx', mimeType: '', buffer: readFileSync(path) });
  await page.waitForURL(/workbook=From\+school/);
  await gridStands();
  await notice('Opened: one return.');
  expect(await askGrid(page, 'sheetNames')).toEqual(names);
  const sheet = await askGrid(page, 'activeSheet');
  expect(await askGrid(page, 'cellValue', sheet, 'D8')).toBe('3 Established');
  expect(await askGrid(page, 'cellValue', sheet, 'E8')).toBe('Governors see the plan each term.');
  await window.picture('file-opened');
});

test('a file that is no workbook is told, and nothing is drawn', async () => {
  const chooser = page.waitForEvent('filechooser');
  await choose('Open an Excel file…');
  await (await chooser).setFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('no workbook') });
  await gridStands();
  await notice(/no Excel workbook/);
  expect(await askGrid(page, 'sheetNames')).toHaveLength(1);
});
