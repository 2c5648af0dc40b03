// The manifest for a pane that is served from this machine.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const usual = 'https://localhost:3000';

/** The manifest's text with its addresses at `origin`, e.g. `https://localhost:3443`. */
export const manifestFor = (text, origin) => text.replaceAll(usual, origin);

/** Writes dist/excel/manifest.xml for `origin` and answers its path. */
export const writeManifest = (root, origin) => {
  const path = join(root, 'dist', 'excel', 'manifest.xml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, manifestFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), origin));
  return path;
};

/** What a person does next, for each Excel. `path` is the written manifest, `folder` where it lies. */
export const uploadSteps = (path, folder, origin) => `
The pane and the demo programme are served at ${origin}. Their manifest for Excel is
  ${path}

Excel on the web   Open ${origin}/taskpane.html once: the browser must not warn of the certificate.
                   Then in a workbook: Home › Add-ins › More Add-ins › My Add-ins › Upload My Add-in, and choose the manifest.
Excel on Windows   Share the folder ${folder} (right-click › Properties › Sharing) and note its network path.
                   In Excel: File › Options › Trust Center › Trust Center Settings › Trusted Add-in Catalogs: add that
                   path, tick "Show in Menu", restart Excel; then Home › Add-ins › More Add-ins › SHARED FOLDER.
Excel on a Mac     Copy the manifest to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if
                   it is missing), restart Excel; then Home › Add-ins › STEM Timeline Returns.

The tab STEM Returns then stands in the ribbon. What to look at: docs/real-excel.md.
`;
