// Makes the PNG files beside this from the drawings (*.svg): `node assets/draw.mjs [path of a Chromium]`.
// Run by hand after a drawing changed; the manifest gate checks that every size stands here.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
const drawings = { icon: [...sizes, 128], open: sizes, check: sizes, 'next-issue': sizes, submit: sizes };
const here = (name) => new URL(name, import.meta.url);

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, wanted] of Object.entries(drawings)) {
  const svg = readFileSync(here(`${name}.svg`), 'utf8');
  for (const size of wanted) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: here(`${name}-${size}.png`).pathname, omitBackground: true });
  }
}
await browser.close();
