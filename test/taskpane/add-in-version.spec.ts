import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addInVersion } from '#taskpane/add-in-version.ts';

test('the version that travels with a submission is the package’s', () => {
  const text = readFileSync(join(process.cwd(), 'package.json'), 'utf8');
  expect(addInVersion).toBe((JSON.parse(text) as { version: string }).version);
});
