import fileServer from '@fastify/static';
import type { Store } from '../store/store.ts';
import { answerHeaders } from './answer-headers.ts';
import type { App } from './app.ts';
import { statusPage } from './status-page.ts';

/** What browsers get besides the API. */
export interface Pages {
  /** Folder of the built pages and scripts. */
  readonly folder: string;
  /** The add-in's manifest for this server's own address, where that is known. */
  readonly manifest?: string;
  /** Only in the demo: the workbench, Microsoft's client for developing, and codes that everybody may know. */
  readonly demo?: { readonly officeJs: string; readonly codes: unknown };
}

/**
 * The pane's content security policy, as `docs/real-excel.md` explains it: Excel on the web frames the pane from
 * Microsoft's addresses, office.js comes from Microsoft's CDN and reports to Microsoft, Fluent UI writes style elements.
 * X-Frame-Options must never be sent: it cannot say this and would win over `frame-ancestors` in old browsers.
 */
export const panePolicy = [
  "default-src 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' https://*.microsoft.com https://*.office.com",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://*.office.com https://*.cloud.microsoft",
].join('; ');

/** The policy of the page that explains the pane: a page of its own, framed by nobody. */
const helpPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the pane and, at `/`, a page that says what this is; in the demo the workbench stands there. */
export const pageRoutes = (
  app: App,
  { folder, manifest, demo }: Pages,
  { store, version, hasHandIn }: { readonly store: Store; readonly version: string; readonly hasHandIn: boolean },
): void => {
  app.register(fileServer, {
    root: folder,
    index: false,
    // Headers are all set below; the default would tell browsers to ask again for every icon.
    cacheControl: false,
    allowedPath: (path) => demo !== undefined || belongsToPane(path),
    setHeaders: (reply, path) => {
      for (const [name, value] of Object.entries(headersFor(path))) reply.setHeader(name, value);
    },
  });
  if (manifest !== undefined) {
    app.get('/manifest.xml', (_request, reply) =>
      reply
        .headers({ 'content-type': 'application/xml; charset=utf-8', ...headersFor('/manifest.xml') })
        .send(manifest),
    );
  }
  if (!demo) {
    statusPage(app, store, { version, hasManifest: manifest !== undefined, hasHandIn });
    return;
  }

  app.register(fileServer, {
    root: demo.officeJs,
    prefix: '/office-js/',
    index: false,
    decorateReply: false,
    setHeaders: (reply) => void reply.setHeader('x-content-type-options', 'nosniff'),
  });
  app.get('/', (_request, reply) => reply.sendFile('workbench.html'));
  app.get('/workbench/demo-codes.json', (_request, reply) =>
    reply.header('cache-control', 'no-store').send(demo.codes),
  );
};

/**
 * What the pane needs of the folder, by address; everything else there belongs to the workbench and is not served
 * outside the demo. A list of what is allowed, so that no odd spelling of a forbidden address gets through.
 */
const belongsToPane = (path: string): boolean => /^\/(taskpane\.html|help\.html|(pane|assets)\/[\w.-]+)$/.test(path);

const headersFor = (path: string): Readonly<Record<string, string>> => {
  const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
  if (/workbench\.html$/.test(path)) {
    return { ...always, 'cache-control': 'no-cache', 'content-security-policy': "frame-ancestors 'none'" };
  }
  if (path.endsWith('.html')) {
    const policy = path.endsWith('help.html') ? helpPolicy : panePolicy;
    return { ...always, 'cache-control': 'no-cache', 'content-security-policy': policy };
  }
  // A name with a content hash never means anything else; icons keep their names, and Excel wants to keep them a while.
  const forever = /\.[0-9a-f]{10}\.[a-z0-9]+$/.test(path);
  return {
    ...always,
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
    // Opened by its own address, it is no page.
    'content-security-policy': answerHeaders['content-security-policy'],
  };
};
