/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '#commands/commands.ts';
import { manifestFaults, type IconAt } from './manifest-faults.ts';
import { pngSize } from './png-size.ts';

const root = join(__dirname, '../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const icons: IconAt = (path) => pngSize(join(root, path));
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
const faults = (xml: string) => manifestFaults(parse(xml), icons);

test('every resource, icon and address of the manifest is there and fits', () => {
  expect(faults(manifest)).toEqual([]);
});

test('the manifest asks for ExcelApi 1.14 and nothing else in its base', () => {
  const sets = Array.from(parse(manifest).getElementsByTagName('Set'));
  expect(sets.map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
    ['ExcelApi', '1.14'],
  ]);
});

test('the ribbon has Open, Check, Next issue and Submit, each with pictures of its own', () => {
  const controls = Array.from(parse(manifest).getElementsByTagName('Control'));
  const first = (control: Element, name: string) => control.getElementsByTagName(name)[0];
  expect(controls.map((control) => first(control, 'Label')?.getAttribute('resid'))).toEqual([
    'Open.Label',
    'Check.Label',
    'Next.Label',
    'Submit.Label',
  ]);
  const pictures = controls.map((control) => first(control, 'bt:Image')?.getAttribute('resid'));
  expect(new Set(pictures).size).toBe(4);
});

test('every function that a ribbon button calls is one of the commands', () => {
  const called = Array.from(parse(manifest).getElementsByTagName('FunctionName')).map((name) => name.textContent);
  expect(called).toHaveLength(3);
  expect(called.filter((name) => !commandNames.some((known) => known === name))).toEqual([]);
});

describe('it is told when', () => {
  const broken: readonly (readonly [string, string | RegExp, string, string])[] = [
    [
      'a label is missing',
      'String id="Check.Label"',
      'String id="Other.Label"',
      'Label asks for resource Check.Label',
    ],
    ['a picture lacks its file', 'check-20.png', 'check-21.png', '/assets/check-21.png is not there'],
    ['a picture has another size', 'submit-40.png', 'submit-48.png', '48 × 48 pixels, and 40 × 40'],
    ['an icon lacks a needed size', /<bt:Image size="80" resid="Icon.80" \/>/, '', 'lacks its picture of 80'],
    ['a size is unknown to Excel', 'size="20" resid="Icon.20"', 'size="22" resid="Icon.20"', 'of 22 pixels'],
    ['an id is too long', /Returns\.Submit/, `Returns.${'Submit'.repeat(5)}`, 'longer than 32'],
    ['two controls share an id', 'id="Returns.Check"', 'id="Returns.Open"', 'control Returns.Open is there twice'],
    [
      'an address is not https',
      'https://localhost:3000/help.html',
      'http://localhost:3000/help.html',
      'not an https',
    ],
    [
      'the functions are elsewhere',
      '<FunctionFile resid="Pane.Url"',
      '<FunctionFile resid="Help.Url"',
      'shared runtime',
    ],
    [
      'the shared runtime is asked for in the base',
      '<Set Name="ExcelApi" MinVersion="1.14" />',
      '<Set Name="ExcelApi" MinVersion="1.14" /><Set Name="SharedRuntime" MinVersion="1.1" />',
      'outside VersionOverrides',
    ],
  ];
  test.each(broken)('%s', (_, from, to, told) => {
    const xml = manifest.replace(from, to);
    expect(xml).not.toBe(manifest);
    expect(faults(xml)).toContainEqual(expect.stringContaining(told));
  });
});
