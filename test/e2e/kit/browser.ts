import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

const artefacts = join(__dirname, '../../../artefacts');

/** They make it run as root, without a screen and without calling anybody. */
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine; `npm test` has seen to it that there is one. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium: install one, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: flags });
}

/** A browser window that writes down everything a person should never cause. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Violations of the content security policy, errors on the console, errors thrown, requests to other servers. */
  readonly troubles: () => readonly string[];
  /** Keeps a picture of the window in artefacts/. */
  readonly picture: (name: string) => Promise<void>;
}

/** How the window is opened. */
export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colourScheme?: 'light' | 'dark';
  /** Console lines that a test causes on purpose, e.g. of a server that is away. */
  readonly expected?: readonly RegExp[];
}

/** Opens a window, empty, with its own storage. Everything in it, frames included, is watched from the start. */
export async function openWindow(browser: Browser, options: WindowOptions = {}): Promise<Window> {
  const { width = 1440, height = 900, colourScheme = 'light', expected = [] } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colourScheme,
    locale: 'en-GB',
  });
  const found: string[] = [];
  await context.exposeFunction('tellOfViolation', (text: string) => void found.push(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellOfViolation(text: string): void }).tellOfViolation;
      tell(`${event.effectiveDirective} forbids ${event.blockedURI} on ${event.documentURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => found.push(`thrown: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') found.push(`elsewhere: ${request.url()}`);
  });
  const page = await context.newPage();
  return {
    context,
    page,
    troubles: () => found.filter((line) => !expected.some((pattern) => pattern.test(line))),
    picture: async (name) => {
      mkdirSync(artefacts, { recursive: true });
      await page.screenshot({ path: join(artefacts, `${name}.png`) });
    },
  };
}

/** What axe finds on the page and in its frames, one line a finding; the grid, a canvas, is left out. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // What is in order need not be told: most of the time went into that.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude('canvas')
    .exclude('.grid');
  // Without frames it looks and tells in one go; with them that would leave out one that is busy.
  if (page.frames().length === 1) axe.setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.target.join(' ')})`));
}
