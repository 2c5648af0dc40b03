import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { WorkbenchReading } from '#workbench/page/automation.ts';

/** How a person works the page: everything she does goes through these. */
export interface Hands {
  /** Presses a button, tab or link of the pane. */
  press(name: string | RegExp, role?: 'button' | 'tab'): Promise<void>;
  /** Writes into a text box of the pane. */
  write(label: string | RegExp, text: string): Promise<void>;
  /** Types into a cell of the sheet in front, finishing with Enter. */
  fillCell(a1: string, text: string): Promise<void>;
  /** Stands on a cell of the sheet in front. */
  standOn(a1: string): Promise<void>;
}

/** A box to write in, one for searching too. */
const boxIn = (pane: FrameLocator, name: string | RegExp): Locator =>
  pane.getByRole('textbox', { name }).or(pane.getByRole('searchbox', { name })).first();

export const paneOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Task pane: STEM Returns"]');

/** Asks the page what stands in the grid, which is a canvas. */
export const askGrid = <name extends keyof WorkbenchReading>(
  page: Page,
  name: name,
  ...given: Parameters<WorkbenchReading[name]>
): Promise<Awaited<ReturnType<WorkbenchReading[name]>>> =>
  page.evaluate(
    ([method, args]) =>
      (globalThis as never as { workbench: Record<string, (...a: unknown[]) => never> }).workbench[method]!(...args),
    [name, given] as [string, unknown[]],
  );

const waitFor = async (page: Page, what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 300; turn += 1) {
    if (await holds()) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`It never came to pass: ${what}`);
};

/** Types and waits until the cell has taken it. */
const typeInto = async (page: Page, a1: string, text: string): Promise<void> => {
  const sheet = await askGrid(page, 'activeSheet');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await waitFor(
    page,
    `${a1} holds ${text}`,
    async () => String(await askGrid(page, 'cellValue', sheet, a1)) === text,
  );
};

export const byMouse = (page: Page): Hands => {
  const pane = paneOf(page);
  const standOn = async (a1: string): Promise<void> => {
    const sheet = await askGrid(page, 'activeSheet');
    const box = await askGrid(page, 'cellBox', sheet, a1);
    if (!box) throw new Error(`${a1} is not in view`);
    await page.mouse.click(box.x + box.width / 2, box.y + Math.min(10, box.height / 2));
    await waitFor(page, `${a1} is selected`, async () => (await askGrid(page, 'selection')) === a1);
  };
  return {
    press: async (name, role = 'button') => pane.getByRole(role, { name }).first().click({ timeout: 20_000 }),
    write: async (label, text) => boxIn(pane, label).fill(text),
    standOn,
    fillCell: async (a1, text) => {
      await standOn(a1);
      await typeInto(page, a1, text);
    },
  };
};

/** Tab, F6, arrows, Enter: no pointing device at all. */
export const byKeyboard = (page: Page): Hands => {
  const pane = paneOf(page);
  const inPane = (): Promise<boolean> => page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
  const inGrid = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest('[data-grid], [aria-label="Sheet"]') !== null);
  const goTo = async (there: () => Promise<boolean>): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      if (await there()) return;
      await page.keyboard.press('F6');
      await page.waitForTimeout(100);
    }
    throw new Error('F6 does not lead there');
  };
  const isFocused = (wanted: Locator): Promise<boolean> =>
    wanted.evaluate((element) => element === element.ownerDocument.activeElement);
  const reach = async (wanted: Locator): Promise<void> => {
    await wanted.waitFor({ timeout: 20_000 });
    await goTo(inPane);
    for (let turn = 0; turn < 250; turn += 1) {
      if (await isFocused(wanted)) return;
      if (!(await inPane())) await goTo(inPane);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${await wanted.innerText()}`);
  };
  const standOn = async (a1: string): Promise<void> => {
    await goTo(inGrid);
    const place = (address: string): [number, number] => {
      const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)/.exec(address) ?? [];
      return [[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), Number(digits)];
    };
    for (let turn = 0; turn < 200; turn += 1) {
      const selection = await askGrid(page, 'selection');
      if (selection === a1) return;
      const [column, row] = place(selection);
      const [toColumn, toRow] = place(a1);
      await page.keyboard.press(
        column < toColumn ? 'ArrowRight' : column > toColumn ? 'ArrowLeft' : row < toRow ? 'ArrowDown' : 'ArrowUp',
      );
      await page.waitForTimeout(30);
    }
    throw new Error(`the arrows never lead to ${a1}`);
  };
  return {
    press: async (name, role = 'button') => {
      const wanted = pane.getByRole(role, { name }).first();
      if (role === 'tab') {
        // One stop for all tabs; the arrows go from one to the next.
        await reach(pane.getByRole('tab', { selected: true }).first());
        for (let turn = 0; turn < 5 && !(await isFocused(wanted)); turn += 1) await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        return;
      }
      await reach(wanted);
      await page.keyboard.press('Enter');
    },
    write: async (label, text) => {
      await reach(boxIn(pane, label));
      await page.keyboard.type(text);
    },
    standOn,
    fillCell: async (a1, text) => {
      await standOn(a1);
      await typeInto(page, a1, text);
    },
  };
};
