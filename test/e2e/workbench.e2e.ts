import type { Browser, FrameLocator, Page } from 'playwright-core';
import { cellName } from '#core/sheet/a1.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { demoCodes } from '#definitions/demo-programme.ts';
import { instruments } from '#definitions/instruments.ts';
import type { WorkbenchReading } from '#workbench/page/automation.ts';
import { openBrowser, openWindow, type Window } from './kit/browser.ts';
import { startDemo, type Product } from './kit/product.ts';

let product: Product;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
beforeEach(async () => {
  window = await openWindow(browser, { width: 1366, height: 768 });
  page = window.page;
  await goTo('/');
});
afterEach(async () => {
  const troubles = window.troubles();
  await window.context.close();
  expect(troubles).toEqual([]);
});

const goTo = async (path: string): Promise<void> => {
  await page.goto(product.url + path);
  await gridStands();
};

const gridStands = async (on = page): Promise<void> => {
  await on.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
};

/** Asks the page what stands in the grid, which is a canvas. It can only read and select. */
const ask = <name extends keyof WorkbenchReading>(
  name: name,
  ...given: Parameters<WorkbenchReading[name]>
): Promise<Awaited<ReturnType<WorkbenchReading[name]>>> =>
  page.evaluate(
    ([method, args]) =>
      (globalThis as never as { workbench: Record<string, (...a: unknown[]) => never> }).workbench[method]!(...args),
    [name, given] as [string, unknown[]],
  );

/** Waits until the grid answers so: typing is taken over a moment after the key. */
const until = async <name extends keyof WorkbenchReading>(
  wanted: unknown,
  name: name,
  ...given: Parameters<WorkbenchReading[name]>
): Promise<void> => {
  let found: unknown;
  for (let turn = 0; turn < 100; turn += 1) {
    found = await ask(name, ...given);
    if (Object.is(found, wanted)) return;
    await page.waitForTimeout(50);
  }
  expect(found).toEqual(wanted);
};

const type = async (text: string, end = 'Enter'): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press(end);
};

const click = async (sheet: string, a1: string, where: 'middle' | 'right' = 'middle', on = page): Promise<void> => {
  const box = await ask('cellBox', sheet, a1);
  if (!box) throw new Error(`${a1} is not in view`);
  await on.mouse.click(
    where === 'middle' ? box.x + box.width / 2 : box.x + box.width - 8,
    box.y + Math.min(12, box.height / 2),
  );
};

const ribbon = () => page.getByRole('navigation', { name: 'Ribbon' });
const pane = (): FrameLocator => page.frameLocator('iframe[title="Task pane: STEM Returns"]');
const workbookMenu = () => page.getByRole('banner').getByRole('button', { name: /^Workbook: / });

/** Signs the demo's school in and adds its sheet; answers where things stand on it. */
async function addReturn() {
  const [instrument] = instruments;
  const choice = instrument?.fields.find(({ kind }) => kind === 'choice');
  if (!instrument || !choice?.choices?.[0]) throw new Error('no instrument with a choice to try it on');
  await pane()
    .getByRole('textbox', { name: /access code/i })
    .fill(demoCodes.school);
  await page.keyboard.press('Enter');
  await pane()
    .getByRole('button', { name: /^Add to this workbook: Self-review/ })
    .first()
    .click();
  await pane()
    .getByText(/is open in this workbook/)
    .first()
    .waitFor({ state: 'attached', timeout: 60_000 });
  await ask('settled');
  const layout = entryLayout(instrument);
  const column = layout.column(choice.id);
  return {
    sheet: await ask('activeSheet'),
    code: cellName(layout.firstRow, layout.column('#key')),
    status: cellName(layout.firstRow, layout.column('#status')),
    first: cellName(layout.firstRow, column),
    second: cellName(layout.firstRow + 1, column),
    choice: choice.choices[0].label,
    column: { row: layout.firstRow, column },
  };
}

test('a newcomer finds a title bar, a ribbon of four buttons, a sheet and the task pane, each by its name', async () => {
  await page.getByRole('banner').getByText('STEM Timeline Returns').waitFor();
  expect(await ribbon().getByRole('toolbar').getByRole('button').allInnerTexts()).toEqual([
    'Open',
    'Check',
    'Next issue',
    'Submit',
  ]);
  await page.getByRole('region', { name: 'Sheet' }).waitFor();
  await page
    .getByRole('complementary', { name: 'STEM Returns' })
    .getByRole('heading', { name: 'STEM Returns' })
    .waitFor();
  await pane()
    .getByRole('textbox', { name: /access code/i })
    .waitFor();
  await window.picture('workbench-1366x768');
  await page.setViewportSize({ width: 1280, height: 720 });
  await window.picture('workbench-1280x720');
});

test('the demo’s access codes are shown with the word that all is invented, and can be put away', async () => {
  const codes = page.getByRole('complementary', { name: 'Demo access codes' });
  for (const code of [demoCodes.school, demoCodes.mentor, demoCodes.projectTeam])
    await codes.getByText(code).waitFor();
  expect(await codes.innerText()).toMatch(/invented/i);
  await codes.getByRole('button', { name: 'Hide the access codes' }).click();
  await codes.waitFor({ state: 'detached' });
});

test('what is typed fills the selected cell; Enter goes down, Tab right, arrows go from cell to cell', async () => {
  const sheet = await ask('activeSheet');
  await ask('selectCell', sheet, 'B2');
  await type('12');
  await until(12, 'cellValue', sheet, 'B2');
  await until('B3', 'selection');
  await type('twelve', 'Tab');
  await until('twelve', 'cellValue', sheet, 'B3');
  await until('C3', 'selection');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await until('B3', 'selection');
});

test('a click selects a cell, typing there replaces it, a formula follows', async () => {
  const sheet = await ask('activeSheet');
  await click(sheet, 'C4');
  await until('C4', 'selection');
  await type('20');
  await type('=C4*2+2');
  await ask('settled');
  await until(42, 'cellValue', sheet, 'C5');
  await click(sheet, 'C4');
  await type('4');
  await until(4, 'cellValue', sheet, 'C4');
  await ask('settled');
  await until(10, 'cellValue', sheet, 'C5');
});

test('a reload brings the workbook back: values, formulas, the sheet in front', async () => {
  const sheet = await ask('activeSheet');
  await ask('selectCell', sheet, 'A1');
  await type('3');
  await type('=A1+1');
  await until(4, 'cellValue', sheet, 'A2');
  await page.getByRole('banner').getByText('Saved in this browser').waitFor();
  await page.reload();
  await gridStands();
  await ask('settled');
  expect(await ask('cellValue', sheet, 'A1')).toBe(3);
  expect(await ask('cellFormula', sheet, 'A2')).toBe('=A1+1');
  expect(await ask('cellValue', sheet, 'A2')).toBe(4);
});

test('what was typed just before the page is left is not lost', async () => {
  const sheet = await ask('activeSheet');
  await ask('selectCell', sheet, 'A1');
  await type('in haste');
  await until('in haste', 'cellValue', sheet, 'A1');
  await page.reload();
  await gridStands();
  expect(await ask('cellValue', sheet, 'A1')).toBe('in haste');
});

test('F6 goes from the sheet to the pane, the ribbon and back; typing then lands in the sheet', async () => {
  const sheet = await ask('activeSheet');
  await pane()
    .getByRole('textbox', { name: /access code/i })
    .waitFor();
  await ask('selectCell', sheet, 'B2');
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('title') ?? document.activeElement?.textContent);
  await page.keyboard.press('F6');
  expect(await focused()).toBe('Task pane: STEM Returns');
  await page.keyboard.press('F6');
  expect(await focused()).toBe(await ribbon().getByRole('button', { name: 'Open' }).getAttribute('title'));
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe(await ribbon().getByRole('button', { name: 'Check' }).getAttribute('title'));
  await page.keyboard.press('F6');
  await type('back');
  await until('back', 'cellValue', sheet, 'B2');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  expect(await focused()).toBe('Task pane: STEM Returns');
});

test('workbooks are made, renamed and chosen at the top, and each has an address of its own', async () => {
  const sheet = await ask('activeSheet');
  await ask('selectCell', sheet, 'A1');
  await type('first');
  await until('first', 'cellValue', sheet, 'A1');
  await workbookMenu().click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ash Green 2009');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Workbook: Ash Green 2009' }).waitFor();
  expect(new URL(page.url()).searchParams.get('workbook')).toBe('Ash Green 2009');

  await workbookMenu().click();
  await page.getByRole('menuitem', { name: 'New workbook' }).click();
  await page.getByRole('button', { name: 'Workbook: Workbook' }).waitFor();
  await gridStands();
  expect(await ask('cellValue', sheet, 'A1')).toBe(null);

  await workbookMenu().click();
  await page.getByRole('menuitemradio', { name: 'Ash Green 2009' }).click();
  await page.getByRole('button', { name: 'Workbook: Ash Green 2009' }).waitFor();
  await gridStands();
  expect(await ask('cellValue', sheet, 'A1')).toBe('first');
});

test('a workbook that is open in another tab is not opened a second time, and the page says so', async () => {
  const second = await window.context.newPage();
  await second.goto(page.url());
  await second
    .getByRole('alert')
    .getByRole('heading', { name: /open in another tab/ })
    .waitFor({ timeout: 60_000 });
});

test('menus offer nothing that would contradict the protection of a return', async () => {
  const sheet = await ask('activeSheet');
  await page.getByText(sheet, { exact: true }).last().click({ button: 'right' });
  await page.getByText('Rename', { exact: true }).last().waitFor();
  expect(
    await page
      .getByText(/protect|permission/i)
      .filter({ visible: true })
      .allInnerTexts(),
  ).toEqual([]);
});

test('where the browser’s storage is blocked, the page says so and what to do', async () => {
  const blocked = await openWindow(browser, { expected: [/./] });
  await blocked.context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
  });
  await blocked.page.goto(product.url);
  await blocked.page
    .getByRole('alert')
    .getByText(/storage: allow that/)
    .waitFor();
  await blocked.context.close();
});

test('a cell that the return needs refuses typing, Delete and a double click, and says why', async () => {
  const { sheet, code } = await addReturn();
  const before = await ask('cellValue', sheet, code);
  expect(before).not.toBe(null);
  for (const change of [
    () => type('typed over'),
    () => page.keyboard.press('Delete'),
    async () => {
      await page.keyboard.press('F2');
      await type('typed over');
    },
  ]) {
    await ask('selectCell', sheet, code);
    await change();
    await page
      .getByRole('alert')
      .getByText(/This cell is protected/)
      .waitFor();
    await page.waitForTimeout(300);
    expect(await ask('cellValue', sheet, code)).toBe(before);
  }
});

test('a list opens by mouse and by its choice fills the cell; another text is taken too, never refused', async () => {
  const { sheet, first, second, choice } = await addReturn();
  await click(sheet, first);
  await click(sheet, first, 'right');
  await page.getByText(choice, { exact: true }).last().click();
  await until(choice, 'cellValue', sheet, first);
  await ask('selectCell', sheet, second);
  await type('not on the list');
  await until('not on the list', 'cellValue', sheet, second);
  await ask('settled');
  expect(await ask('shownFill', sheet, second)).not.toBe(await ask('shownFill', sheet, first));
  await window.picture('workbench-return');
});

test('the pane follows at once, also right after a return was added: the cell she stands on, and what she types', async () => {
  const { sheet, first } = await addReturn();
  await click(sheet, first);
  await pane().getByRole('heading', { name: / · / }).waitFor({ timeout: 3_000 });
  await type('not on the list');
  await pane().getByText('1 to fix').waitFor({ timeout: 3_000 });
});

test('no letter is lost by somebody who types fast, while the sheet is still marking the cell before', async () => {
  const { sheet, column } = await addReturn();
  const cells = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => cellName(column.row + step, column.column));
  await ask('selectCell', sheet, cells[0] ?? '');
  for (const a1 of cells) {
    await page.keyboard.type(`typed in ${a1}`, { delay: 40 });
    await page.keyboard.press('Enter');
  }
  for (const a1 of cells) await until(`typed in ${a1}`, 'cellValue', sheet, a1);
});

test('the summary’s chart has a name, stands over its sheet alone, scrolls with it, and survives a reload', async () => {
  const { sheet, first, choice } = await addReturn();
  await ask('selectCell', sheet, first);
  await type(choice);
  const chart = page.getByRole('img', { name: /^Chart: ./ });
  expect(await chart.count()).toBe(0);
  const shown = async (): Promise<string> => {
    for (const name of await ask('sheetNames')) {
      await ask('selectCell', name, 'A1');
      await page.waitForTimeout(400);
      if ((await chart.count()) > 0) return name;
    }
    throw new Error('no sheet has a chart');
  };
  const summary = await shown();
  const under = (await ask('usedText', summary)).flat().filter((text) => text !== '');
  const label = (await chart.getAttribute('aria-label')) ?? '';
  expect(under.some((text) => text.length > 20 && label.endsWith(text))).toBe(true);
  const top = (await chart.boundingBox())?.y ?? 0;
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(500);
  expect((await chart.boundingBox())?.y).toBeLessThan(top - 100);
  await window.picture('workbench-chart');
  await page.getByRole('banner').getByText('Saved in this browser').waitFor();
  await page.reload();
  await gridStands();
  expect(await ask('activeSheet')).toBe(summary);
  await chart.waitFor();
});

test('the ribbon’s buttons reach the pane; a closed pane opens again', async () => {
  await addReturn();
  await page.getByRole('button', { name: 'Close the task pane' }).click();
  await pane().getByRole('button', { name: 'Sign out' }).waitFor({ state: 'hidden' });
  await ribbon().getByRole('button', { name: 'Submit' }).click();
  await pane().getByRole('tab', { name: 'Submit', selected: true }).waitFor();
  await ribbon().getByRole('button', { name: 'Check' }).click();
  await pane().getByRole('tab', { name: 'Fill in', selected: true }).waitFor();
});
