import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ClientLibrary } from '#workbench/pane/client-session.ts';

/** What one of Microsoft's client files defines. */
export interface ClientGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** Where the Office shell, which is not loaded, would put its own part. */
  readonly OSF: { _OfficeAppFactory?: object };
  readonly OfficeExtension: typeof OfficeExtension & ClientLibrary;
}

/** Names that the client sets on `window` and then reads bare (or the other way round): one variable under both. */
const shared = [
  ...['OSF', 'Microsoft', 'Office', 'Type', 'Sys', 'OfficeExt', 'OfficeExtension', 'OfficeExtensionBatch'],
  ...['OfficeCore', 'Excel', 'OfficeRuntime', '_OfficeRuntimeNative', '_OfficeRuntimeWeb', 'CustomFunctionMappings'],
];

const directory = dirname(
  createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json'),
);

/**
 * Runs Microsoft's unmodified client in a function of its own with a bare pretended window, in this realm (so that
 * arrays and errors are ours) and without touching the global object. Each call is a fresh client.
 */
export function loadClient(file: string): ClientGlobals {
  const source = readFileSync(join(directory, 'dist', file), 'utf8');
  const window = pretendedWindow();
  const oneVariable = shared.map(
    (name) =>
      `Object.defineProperty(window,'${name}',{configurable:true,enumerable:true,get(){return ${name}},set(v){${name}=v}});`,
  );
  const given = ['window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'console'];
  const run = new Function(
    ...given,
    `var ${shared.join()};${oneVariable.join('')}\n${source}\n;return {Excel,Office,OSF,OfficeExtension};`,
  );
  return run.call(window, ...given.map((name) => window[name])) as ClientGlobals;
}

function pretendedWindow(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = { style: {}, setAttribute: nothing, appendChild: nothing, addEventListener: nothing };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const location = { href: 'https://localhost/pane', search: '', hash: '', protocol: 'https:', host: 'localhost' };
  const window: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, performance, URL, Promise },
    ...{ addEventListener: nothing, removeEventListener: nothing, location },
    console: { log: nothing, error: nothing, warn: nothing, info: nothing },
    navigator: { userAgent: 'none', platform: 'none', language: 'en-GB' },
    localStorage: storage,
    sessionStorage: storage,
    document: {
      createElement: () => element,
      getElementsByTagName: () => [],
      getElementById: () => null,
      addEventListener: nothing,
      ...{ cookie: '', readyState: 'complete', head: element, body: element, documentElement: element, location },
    },
  };
  window.window = window;
  window.self = window;
  return window;
}
