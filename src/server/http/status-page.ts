import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { App } from './app.ts';

/** What the page says besides whether all is well. */
export interface StatusFacts {
  readonly version: string;
  /** Whether this server gives out the add-in's manifest. */
  readonly hasManifest: boolean;
  /** Whether files can be handed in here without the add-in. */
  readonly hasHandIn: boolean;
}

/** For people who come to the server's address with a browser: what this is, whether it is up, how to get the add-in. */
export const statusPage = (app: App, store: Store, facts: StatusFacts): void => {
  app.get('/', async (_request, reply) => {
    const isUp = await store.ping().then(
      () => true,
      () => false,
    );
    return reply
      .code(isUp ? 200 : 503)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(page(isUp, facts));
  });
};

const style = `
:root { color-scheme: light dark; font-family: "Segoe UI", system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 40rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
.state { border-inline-start: 0.4rem solid; padding: 0.5rem 1rem; }
`;

const hash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const page = (isUp: boolean, { version, hasManifest, hasHandIn }: StatusFacts): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>STEM Timeline Returns</title>
    <link rel="icon" href="/assets/icon-32.png" type="image/png" />
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>STEM Timeline Returns</h1>
      <p class="state" role="status">${
        isUp
          ? '<strong>Everything is working.</strong> Returns are taken.'
          : '<strong>Returns cannot be taken just now.</strong> Whatever you submit waits in your workbook and is sent when this is over.'
      }</p>
      <p>
        This is where the returns of schools in a STEM careers programme are collected. You do not fill them in here: that
        is done in Excel, with the add-in <strong>STEM Timeline Returns</strong>.
      </p>
      <h2>How to get the add-in</h2>
      <p>
        Your school’s IT gives it to you, or the project team does. In Excel it is then on the tab
        <strong>STEM Returns</strong>.${
          hasManifest ? ' Whoever installs it needs <a href="/manifest.xml">the manifest of this server</a>.' : ''
        }
      </p>
${
  hasHandIn
    ? `      <h2>Without the add-in</h2>
      <p>
        If your school cannot install it: <a href="/hand-in">download your workbook and hand it in here</a>.
      </p>
`
    : ''
}      <h2>How to use it</h2>
      <p><a href="/help.html">Help with STEM Timeline Returns</a></p>
      <p><small>Version ${version}</small></p>
    </main>
  </body>
</html>
`;
