import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { questionOf } from '#core/paste/question-of.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { demoCodes } from '#definitions/demo-programme.ts';
import { instruments } from '#definitions/instruments.ts';
import { accessibilityFaults, openBrowser, openWindow, type Window } from './kit/browser.ts';
import { askGrid, byMouse, paneOf, type Hands } from './kit/hands.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/** A school's pupil survey: printed, asked online, pasted, put right, summed up and submitted. */
let product: Product;
let browser: Browser;
let window: Window;
let page: Page;
let hands: Hands;

const survey = instruments.find((instrument) => traitOf(instrument, 'pupil-rows'));
if (!survey) throw new Error('no instrument has pupils for rows');

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  window = await openWindow(browser, { width: 1366, height: 768 });
  page = window.page;
  hands = byMouse(page);
  await page.goto(`${product.url}/?workbook=Survey`);
  await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
});
afterAll(async () => {
  const troubles = window?.troubles();
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

const step = storySteps();
const reads = async (text: string | RegExp): Promise<void> =>
  paneOf(page).getByText(text).first().waitFor({ timeout: 60_000 });
const looksRight = async (name: string): Promise<void> => {
  await askGrid(page, 'settled');
  await window.picture(`survey-${name}`);
  expect(await accessibilityFaults(page)).toEqual([]);
};
/** What the column of a field is called in the sheet: its letter. */
const letterOf = async (label: string): Promise<string> => {
  const lines = await askGrid(page, 'usedText', survey.sheetTitle);
  const header = lines.find((line) => line.includes(label));
  return String.fromCharCode('A'.charCodeAt(0) + (header?.indexOf(label) ?? 0));
};

const pupils = 60;
/** As an online form exports it: a name column that must not be read, questions as headings, one odd answer. */
const csv = (): string => {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const lines = Array.from({ length: pupils }, (_, pupil) =>
    survey.fields.map(({ kind, choices = [] }, at) => {
      const choice = choices[(pupil * 7 + at * 3) % choices.length];
      if (pupil === 4 && at === 0) return 'Year twelve';
      const words = choice ? (choice.says === undefined ? choice.label : `${choice.label} ${choice.says}`) : '';
      return kind === 'choices' ? `${words};` : words;
    }),
  );
  return [
    quoted(['ID', 'Name', ...survey.fields.map(questionOf)]),
    ...lines.map((line, at) => quoted([String(at + 1), `Pupil ${at + 1}`, ...line])),
  ].join('\r\n');
};

step('the school adds the survey to her workbook', async () => {
  await hands.write(/access code/i, demoCodes.school);
  await hands.press('Sign in');
  await hands.press(new RegExp(`^Add to this workbook: .*survey`, 'i'));
  await reads('0 pupils entered');
  await looksRight('01-blank');
});

step('the paper questionnaire comes out of the pane', async () => {
  await paneOf(page).getByText('Paper and online forms').click();
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await hands.press('Paper questionnaire');
  const path = await (await download).path();
  const xml = new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']);
  for (const { question, label } of survey.fields)
    expect(xml).toContain((question ?? label).replaceAll('&', '&amp;'));
});

step('the export of an online form is recognised without a question, and pasted when she says so', async () => {
  await paneOf(page).getByText('Paste pupils from a form or another sheet').click();
  const file = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv()) };
  await paneOf(page).getByLabel('A CSV file, such as an online form’s export').setInputFiles(file);
  await reads(`answers.csv: ${pupils} pupils`);
  for (const field of survey.fields) {
    const asked = paneOf(page).getByRole('combobox', { name: questionOf(field), exact: true });
    expect(await asked.inputValue()).toBe(field.id);
  }
  await paneOf(page).getByText('1 not understood, such as “Year twelve”', { exact: false }).waitFor();
  await looksRight('02-columns');
  await hands.press(`Paste ${pupils} pupils`);
  await reads(`${pupils} pupils pasted.`);
  await reads(`${pupils} pupils entered`);
  await looksRight('03-pasted');
});

step(
  'what is missing and what is not understood is marked, one after another, and put right where it stands',
  async () => {
    for (const { label, help } of survey.once ?? []) {
      await hands.press('Next issue');
      await reads(help);
      const selected = await askGrid(page, 'selection');
      const lines = await askGrid(page, 'usedText', survey.sheetTitle);
      expect(lines[Number(selected.slice(1)) - 1]?.[0]).toBe(label);
      await hands.fillCell(selected, '120');
    }
    await hands.press('Next issue');
    await reads('1 of 1: No. 5');
    await looksRight('04-issue');
    const selected = await askGrid(page, 'selection');
    expect(selected.startsWith(await letterOf(survey.fields[0]?.label ?? ''))).toBe(true);
    await hands.fillCell(selected, '9');
    await reads(/Nothing to fix|to fix or explain/);
  },
);

step('the summary counts pupils by year group and sex', async () => {
  const names = await askGrid(page, 'sheetNames');
  const summary = names.find((name) => name.endsWith('summary')) ?? '';
  await page.evaluate((name) => globalThis.window.workbench?.selectCell(name, 'A1'), summary);
  await page
    .getByRole('img', { name: /^Chart: / })
    .first()
    .waitFor();
  await looksRight('05-summary');
  const lines = await askGrid(page, 'usedText', summary);
  expect(lines.some((line) => line[0] === 'Total' && line.includes(String(pupils)))).toBe(true);
});

step('it is submitted, and she gets a receipt', async () => {
  await page.evaluate((name) => globalThis.window.workbench?.selectCell(name, 'A1'), survey.sheetTitle);
  await hands.press('Submit', 'tab');
  await looksRight('06-ready');
  await hands.press('Submit');
  await reads('Receipt');
  await looksRight('07-receipt');
});
