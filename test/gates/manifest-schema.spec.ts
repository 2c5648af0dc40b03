import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const schemas = join(__dirname, 'manifest-xsd');
const file = (name: string) => ({ fileName: name, contents: readFileSync(join(schemas, name), 'utf8') });
const main = 'OfficeAppManifestV1_1.xsd';
const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');

async function faults(xml: string): Promise<readonly string[]> {
  const result = await validateXML({
    xml: { fileName: 'manifest.xml', contents: xml },
    schema: file(main),
    preload: readdirSync(schemas)
      .filter((name) => name.endsWith('.xsd') && name !== main)
      .map(file),
  });
  return result.errors.map((error) => error.message);
}

test("the manifest keeps to Microsoft's schemas", async () => {
  expect(await faults(manifest)).toEqual([]);
});

test("Microsoft's own tool reads the manifest", () => {
  const tool = join(__dirname, '../../node_modules/office-addin-manifest/cli.js');
  const told = execFileSync(process.execPath, [tool, 'info', join(__dirname, '../../manifest.xml')], {
    encoding: 'utf8',
  });
  expect(told).toMatch(/Name: STEM Timeline Returns/);
  expect(told).toMatch(/Type: TaskPaneApp/);
  expect(told).toMatch(/Hosts: Workbook/);
});

describe('a manifest is refused', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['whose elements are out of order', '<Version>0.1.0.0</Version>', ''],
    ['that asks for a permission that does not exist', 'ReadWriteDocument', 'ReadWriteEverything'],
    ['whose id is no GUID', '9b1c6a52-7d0e-4f5c-8a43-2e7f60c1d9b4', 'stem-returns'],
    ['whose button does something unknown', '"ExecuteFunction"', '"Explode"'],
    ['whose runtime is neither long nor short', 'lifetime="long"', 'lifetime="eternal"'],
  ];
  test.each(broken)('%s', async (_, from, to) => {
    expect(manifest).toContain(from);
    expect(await faults(manifest.replace(from, to))).not.toEqual([]);
  });
});
