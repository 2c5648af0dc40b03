import type { Frame, Page } from 'playwright-core';
import { accessibilityFaults, type Window } from './browser.ts';

/** Looking at the screens of the pane, whatever they show. */
export interface PaneLooks {
  /** Keeps a picture and looks at the whole page with axe. */
  looksRight(name: string): Promise<void>;
  /** In the ordinary look, and in dark and forced colours: there the pane alone is looked at, not the page around it. */
  inEveryLook(name: string): Promise<void>;
  /** Nothing of the pane is wider than the pane, but for what scrolls in a box of its own. */
  fits(): Promise<void>;
  /** Looks right and fits 320 pixels wide. */
  narrow(name: string): Promise<void>;
  /** Does something while the pane is 320 pixels wide. */
  whileNarrow(work: () => Promise<void>): Promise<void>;
}

/** The document of the pane. */
export const paneFrame = async (page: Page): Promise<Frame> => {
  const frame = await (await page.$('iframe[title="Task pane: STEM Returns"]'))?.contentFrame();
  if (!frame) throw new Error('no pane');
  return frame;
};

/** Pictures are kept under the name of the story and of the screen. */
export const paneLooks = (window: Window, story: string): PaneLooks => {
  const { page } = window;
  /** Buttons change colour slowly, and axe leaves out a frame that is busy: it must look when nothing goes on any more. */
  const settled = async (): Promise<void> => {
    await page.waitForTimeout(300);
    await (await paneFrame(page)).evaluate(() => new Promise((done) => requestIdleCallback(done)));
  };
  const looksRight = async (name: string): Promise<void> => {
    await settled();
    await window.picture(`${story}-${name}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  const fits = async (): Promise<void> => {
    const wide = await (
      await paneFrame(page)
    ).evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .filter((element) => {
          let box = element.parentElement;
          while (box && box.tagName !== 'MAIN' && getComputedStyle(box).overflowX !== 'auto') box = box.parentElement;
          return box?.tagName === 'MAIN';
        })
        .map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 80) ?? ''}`),
    );
    expect(wide).toEqual([]);
  };
  /** Excel changes its theme, as the pane finds it when it gets the focus. */
  const paintDark = async (isDarkTheme: boolean): Promise<void> =>
    (await paneFrame(page)).evaluate((dark) => {
      Object.assign(Office.context.officeTheme, { isDarkTheme: dark });
      globalThis.window.dispatchEvent(new Event('focus'));
    }, isDarkTheme);
  const paneLooksRight = async (name: string): Promise<void> => {
    await settled();
    await window.picture(`${story}-${name}`);
    const faults = await accessibilityFaults(page);
    expect(faults.filter((fault) => fault.includes('(iframe'))).toEqual([]);
  };
  const whileNarrow = async (work: () => Promise<void>): Promise<void> => {
    const size = page.viewportSize();
    const frame = await page.$('iframe[title="Task pane: STEM Returns"]');
    const widen = (width: string) =>
      frame?.evaluate((element, to) => void ((element as HTMLElement).style.width = to), width);
    await page.setViewportSize({ width: 700, height: 900 });
    await widen('320px');
    await work();
    await widen('');
    if (size) await page.setViewportSize(size);
  };
  return {
    looksRight,
    fits,
    inEveryLook: async (name) => {
      await looksRight(name);
      await fits();
      await paintDark(true);
      await paneLooksRight(`${name}-dark`);
      await paintDark(false);
      await page.emulateMedia({ forcedColors: 'active' });
      await paneLooksRight(`${name}-high-contrast`);
      await page.emulateMedia({ forcedColors: 'none' });
    },
    narrow: (name) =>
      whileNarrow(async () => {
        await fits();
        await looksRight(name);
      }),
    whileNarrow,
  };
};
