import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-jsdom';

/** What Node has and jsdom does not; the endpoint, the stand-in host and the pane's own calls need it. */
const fromNode = [
  'ArrayBuffer',
  'Uint8Array',
  'TextEncoder',
  'TextDecoder',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'AbortController',
  'AbortSignal',
  'ReadableStream',
  'MessageChannel',
  'MessagePort',
  'structuredClone',
  'setImmediate',
  'clearImmediate',
  'performance',
] as const;

interface Reader {
  onload: () => void;
  readonly result: ArrayBuffer;
  readAsArrayBuffer(blob: Blob): void;
}

/** A browser's page and Node in one: the pane is on the page, and the server it speaks to runs beside it. */
export default class PageEnvironment extends TestEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    for (const name of fromNode) {
      Object.defineProperty(this.global, name, { configurable: true, writable: true, value: globalThis[name] });
    }
    // jsdom says no as soon as the focused element is gone; in a browser the page keeps the focus.
    this.global.document.hasFocus = () => true;
    const world = this.global as unknown as { ResizeObserver: unknown };
    // jsdom reads files the old way only.
    const { Blob, FileReader } = this.global as unknown as {
      Blob: typeof globalThis.Blob;
      FileReader: new () => Reader;
    };
    Blob.prototype.arrayBuffer = function () {
      return new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsArrayBuffer(this);
      });
    };
    // Node's fetch knows Node's files only: one of the page goes as the bytes that it is.
    const page = this.global as unknown as { fetch: typeof fetch };
    page.fetch = async (input, init) =>
      fetch(input, init?.body instanceof Blob ? { ...init, body: await init.body.arrayBuffer() } : init);
    // Pages scroll; jsdom only says that it does not.
    this.global.scrollTo = () => undefined;
    world.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
  }

  /** Packages are the ones that Node runs, not those made for browsers. */
  override exportConditions(): string[] {
    return ['node', 'node-addons'];
  }
}
