import fc from 'fast-check';
import { valuesOf, type Likely, type Schema } from './values-of-schema.ts';

/** What is used of the OpenAPI document. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** A request on its way to being spoilt; written out as bytes at the end, so that nothing on the way mends it. */
interface Draft {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | undefined;
  /** The body as a value, as long as it is one. */
  readonly json?: unknown;
  /** Whether something was done to it that no route can take for a request in order, as far as it looks at the body. */
  readonly beyondDoubt: boolean;
  readonly what: readonly string[];
}

/** A request as it goes over the wire. `breaksOff`: it promises more than it sends, and the caller goes away. */
export interface Malformed {
  readonly what: string;
  readonly bytes: Buffer;
  readonly breaksOff: boolean;
  /** It asks a route that takes a body with one that is surely none: an answer of success is a fault. */
  readonly mustBeRefused: boolean;
}

/** The header that says who calls, to be replaced before a request is sent. */
export const asSomebody = 'Authorization: Bearer SOMEBODY';

/** Requests made from the OpenAPI document: in order at first, then spoilt once, twice or three times. */
export const malformedRequests = (document: Document, known: Likely): fc.Arbitrary<Malformed> => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const ofOperation = operations.map(({ method, path, operation }) => {
    const [type] = Object.keys(operation.requestBody?.content ?? {});
    const fitting = type === 'application/json' ? [...spoilings, ...spoilingsOfBodies] : spoilings;
    const draft = inOrder(method, path, operation, known);
    return fc
      .tuple(draft, fc.array(fc.oneof(...fitting), { minLength: 1, maxLength: 3 }))
      .map(([first, spoil]) => spoil.reduce((before, one) => one(before), first))
      .map((spoilt) => written(spoilt, type === 'application/json' && spoilt.method === method));
  });
  return fc.oneof({ arbitrary: fc.oneof(...ofOperation), weight: 8 }, { arbitrary: noHttpAtAll, weight: 1 });
};

/** A request that the document lets through. */
const inOrder = (
  method: string,
  path: string,
  { parameters = [], requestBody }: Operation,
  known: Likely,
): fc.Arbitrary<Draft> => {
  const [[type, { schema = undefined } = {}] = []] = Object.entries(requestBody?.content ?? {});
  const params = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema: of }) => {
      const made = valuesOf(of).map((value) => encodeURIComponent(String(value)));
      const there = known[name];
      const arbitrary = there
        ? fc.oneof({ arbitrary: fc.constantFrom(...there.map(String)), weight: 4 }, made)
        : made;
      return [name, arbitrary] as const;
    });
  const queries = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema: of }) => [name, fc.option(valuesOf(of), { nil: undefined })] as const);
  const body =
    type === 'application/json' && schema
      ? valuesOf(schema, known).map((json) => ({ json, text: JSON.stringify(json) }))
      : type
        ? fc.constantFrom('URN,Region\n999901,North\n', 'URN\n', '').map((text) => ({ json: undefined, text }))
        : fc.constant(undefined);
  return fc
    .record({ params: fc.record(Object.fromEntries(params)), queries: fc.record(Object.fromEntries(queries)), body })
    .map((made): Draft => {
      const asked = Object.entries(made.queries).filter(([, value]) => value !== undefined);
      return {
        method,
        path: path.replace(/\{(\w+)\}/g, (_all, name: string) => String(made.params[name])),
        query: asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&'),
        headers: [
          ['Host', 'localhost'],
          ['Authorization', 'Bearer SOMEBODY'],
          ...(type === undefined ? [] : [['Content-Type', type] as const]),
        ],
        body: made.body && Buffer.from(made.body.text),
        json: made.body?.json,
        beyondDoubt: false,
        what: [],
      };
    });
};

type Spoiling = (draft: Draft) => Draft;

const spoiling = <T>(what: string, how: fc.Arbitrary<T>, spoil: (draft: Draft, how: T) => Partial<Draft>) =>
  how.map((chosen): Spoiling => (draft) => ({
    ...draft,
    ...spoil(draft, chosen),
    what: [...draft.what, what],
  }));

/** Values that are seldom expected where they stand. */
const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e308, 2 ** 31, 2 ** 53, '', '0', '\u0000', '\ud800', [], {}, [[]]),
  fc.constantFrom('a\u0000b', '\u202e', '=1+1', "' or 1=1 --", '__proto__', 'constructor', '2009-02-30T25:61:61Z'),
  fc.jsonValue(),
);
const oddTexts = fc.oneof(
  fc.constantFrom('%', '%zz', '%00', '%c0%ae', '%E0%A4', '..%2f..%2f', '%2e%2e', '__proto__', 'constructor', ''),
  fc.constantFrom('*', ':round', '%F0%9F%98%80', "'%20or%201=1--", '%0d%0aX-More:%201', '[]', '{owner}', ';a=1'),
  fc.constant('a'.repeat(5000)),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(encodeURI),
);

/** The value with one of its parts, chosen by a number, turned into another. */
const withPart = (value: unknown, nth: number, turn: (part: unknown) => unknown): unknown => {
  let left = nth % countParts(value);
  const walk = (part: unknown): unknown => {
    if (left-- === 0) return turn(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one)]));
    return part;
  };
  return walk(value);
};
const countParts = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((sum: number, part) => sum + countParts(part), 0)
    : 1;

const asBody = (json: unknown): Partial<Draft> => ({ json, body: Buffer.from(JSON.stringify(json) ?? '') });
const inText = (draft: Draft, turn: (text: string) => string | Buffer): Partial<Draft> =>
  draft.body ? { body: Buffer.from(turn(draft.body.toString('utf8'))), json: undefined, beyondDoubt: true } : {};
const hasMembers = ({ json }: Draft) => typeof json === 'object' && json !== null && !Array.isArray(json);
const withHeader = ({ headers }: Draft, name: string, value: string): Partial<Draft> => ({
  headers: [...headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase()), [name, value]],
});
const moreHeaders = ({ headers }: Draft, more: Draft['headers']): Partial<Draft> => ({
  headers: [...headers, ...more],
});

/** What is done to requests that carry JSON. */
const spoilingsOfBodies: readonly fc.Arbitrary<Spoiling>[] = [
  spoiling('another value', fc.tuple(fc.nat(99), oddValues), (draft, [nth, value]) =>
    draft.json === undefined ? {} : asBody(withPart(draft.json, nth, () => value)),
  ),
  spoiling('a huge text', fc.nat(99), (draft, nth) =>
    draft.json === undefined ? {} : asBody(withPart(draft.json, nth, () => 'x'.repeat(40_000))),
  ),
  spoiling(
    'a member more',
    fc.tuple(fc.constantFrom('more', 'role', 'toString', 'isAdmin'), oddValues),
    (draft, [n, v]) =>
      hasMembers(draft) && !(n in (draft.json as object) && Object.hasOwn(draft.json as object, n))
        ? { ...asBody({ ...(draft.json as object), [n]: v }), beyondDoubt: n !== 'role' }
        : {},
  ),
  spoiling(
    'a member that reaches into the language',
    fc.constantFrom('"__proto__":{"role":"project-team"}', '"constructor":{"prototype":{"role":1}}'),
    (draft, member) =>
      hasMembers(draft)
        ? inText(draft, (text) => text.replace(/^\{(?=(.?))/, (_all, next) => `{${member}${next === '}' ? '' : ','}`))
        : {},
  ),
  spoiling('deep nesting', fc.constantFrom(500, 20_000), (draft, depth) =>
    inText(draft, () => '['.repeat(depth) + ']'.repeat(depth)),
  ),
  spoiling('cut off', fc.integer({ min: 1, max: 5 }), (draft, by) =>
    draft.json === undefined ? {} : inText(draft, (text) => text.slice(0, -by) + ' '),
  ),
  spoiling(
    'bytes that are no text',
    fc.constantFrom([0xff, 0xfe], [0xc3, 0x28], [0], [0xed, 0xa0, 0x80]),
    (draft, bytes) =>
      draft.json === undefined ? {} : inText(draft, (text) => Buffer.concat([Buffer.from(bytes), Buffer.from(text)])),
  ),
  spoiling('another encoding', fc.constantFrom<BufferEncoding>('utf16le', 'base64', 'hex'), (draft, encoding) =>
    draft.json === undefined
      ? {}
      : inText(draft, (text) =>
          Buffer.from(encoding === 'utf16le' ? Buffer.from(text, encoding) : Buffer.from(text).toString(encoding)),
        ),
  ),
];

/** What is done to every request. */
const spoilings: readonly fc.Arbitrary<Spoiling>[] = [
  spoiling('no body', fc.constant(undefined), () => ({ body: undefined, json: undefined })),
  spoiling('an empty body', fc.constant(undefined), () => ({ body: Buffer.alloc(0), json: undefined })),
  spoiling('a body where none is asked for', oddValues, (draft, value) =>
    draft.body ? {} : { ...asBody(value), ...withHeader(draft, 'Content-Type', 'application/json') },
  ),
  spoiling(
    'another content type',
    fc.constantFrom(
      ...[
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'text/csv',
        'image/png',
        '',
        '"',
        '/',
      ],
      ...['application/json; charset=utf-16', 'application/json, application/json', 'application/jsonx', '\u00e9'],
    ),
    (draft, type) => withHeader(draft, 'Content-Type', type),
  ),
  spoiling('a content encoding', fc.constantFrom('gzip', 'br', 'deflate', 'nothing'), (draft, encoding) =>
    withHeader(draft, 'Content-Encoding', encoding),
  ),
  spoiling('another part of the path', fc.tuple(fc.nat(9), oddTexts), (draft, [nth, text]) => {
    const parts = draft.path.split('/');
    parts[1 + (nth % (parts.length - 1))] = text;
    return { path: parts.join('/') };
  }),
  spoiling('a longer path', fc.constantFrom('/', '//', '/..', '/%00', '/x', '.json', '#x', '\\'), (draft, end) => ({
    path: draft.path + end,
  })),
  spoiling(
    'another query',
    fc.tuple(
      fc.constantFrom('after', 'limit', 'search', 'as-at', 'from', 'to', 'x', '__proto__[a]', 'constructor'),
      oddTexts,
    ),
    (draft, [name, text]) => ({
      query: `${draft.query}&${name}=${text}`,
    }),
  ),
  spoiling(
    'a strange query',
    fc.constantFrom('%', '=', '&&&', '?', 'a'.repeat(9000), '&a=1'.repeat(2000), '%00=%00'),
    (draft, text) => ({
      query: `${draft.query}${text}`,
    }),
  ),
  spoiling('a member of the query twice', fc.constant(undefined), (draft) => ({
    query: draft.query === '' ? 'limit=1&limit=2' : `${draft.query}&${draft.query}`,
  })),
  spoiling(
    'another method',
    fc.constantFrom(
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'HEAD',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      'QUERY',
      'FOO',
      'get',
    ),
    (_draft, method) => ({ method }),
  ),
  spoiling(
    'another authorization',
    fc.constantFrom(
      '',
      'Bearer',
      'Bearer  ',
      'Basic dGVhbTp4',
      `Bearer ${'x'.repeat(5000)}`,
      `Bearer ${'A'.repeat(43)}`,
      '\u00ff\u00fe',
      '{}',
    ),
    (draft, value) => withHeader(draft, 'Authorization', value),
  ),
  spoiling(
    'a header that means something',
    fc.tuple(
      fc.constantFrom(
        'Idempotency-Key',
        'If-Match',
        'If-None-Match',
        'Accept',
        'Accept-Encoding',
        'Origin',
        'X-Forwarded-For',
        'Range',
        'Upgrade',
        'Cookie',
        'X-HTTP-Method-Override',
        'Access-Control-Request-Method',
        'Forwarded',
        'Content-Language',
        'Date',
      ),
      fc.constantFrom(
        '',
        '*',
        '"',
        'W/"',
        '""',
        ',,,',
        'x'.repeat(3000),
        'null',
        'DELETE',
        '\u00e9',
        '0',
        '-1',
        'bytes=0-',
        'gzip;q=x',
        '127.0.0.1, ::1',
        'websocket',
        '__proto__',
      ),
    ),
    (draft, [name, value]) => withHeader(draft, name, value),
  ),
  spoiling(
    'a header twice',
    fc.constantFrom('Authorization', 'Content-Type', 'Host', 'Idempotency-Key', 'If-Match'),
    (draft, name) =>
      moreHeaders(draft, [
        [name, draft.headers.find(([other]) => other === name)?.[1] ?? 'x'],
        [name, 'x'],
      ]),
  ),
  spoiling('huge headers', fc.constantFrom(9_000, 20_000, 100_000), (draft, size) =>
    moreHeaders(draft, [['X-Huge', 'x'.repeat(size)]]),
  ),
  spoiling('many headers', fc.constantFrom(100, 1500), (draft, many) =>
    moreHeaders(
      draft,
      Array.from({ length: many }, (_, at) => [`X-${at}`, '1'] as const),
    ),
  ),
  spoiling(
    'a header out of shape',
    fc.constantFrom(
      'No colon',
      'Space : before',
      ' folded: x',
      'X-Nul: a\u0000b',
      ': nameless',
      'X\u00e9: 1',
      'X-Cr: a\rb',
    ),
    (draft, line) => moreHeaders(draft, [[line, '']]),
  ),
  spoiling(
    'another host',
    fc.constantFrom('', 'a b', 'evil.example', '[::1', 'localhost:99999999', '\u00e9'),
    (draft, host) => withHeader(draft, 'Host', host),
  ),
  spoiling('no host', fc.constant(undefined), ({ headers }) => ({
    headers: headers.filter(([name]) => name !== 'Host'),
  })),
  spoiling(
    'a length that is not so',
    fc.constantFrom('-1', 'x', '1e3', '0x10', '99999999999999999999', '1', '5000000000', '7, 7', '+5'),
    (draft, length) => moreHeaders(draft, [['Content-Length', length]]),
  ),
  spoiling(
    'a transfer encoding',
    fc.constantFrom('chunked', 'gzip, chunked', 'identity', 'chunked, identity', 'x'),
    (draft, encoding) => moreHeaders(draft, [['Transfer-Encoding', encoding]]),
  ),
  spoiling('an expectation', fc.constantFrom('100-continue', 'the unexpected'), (draft, value) =>
    withHeader(draft, 'Expect', value),
  ),
];

/** Bytes that only remind of HTTP. */
const noHttpAtAll: fc.Arbitrary<Malformed> = fc
  .oneof(
    fc
      .constantFrom(
        ...[
          'GET /\r\n\r\n',
          'GET / HTTP/9.9\r\n\r\n',
          'GET / HTTP/0.9\r\n\r\n',
          'GET /healthz HTTP/1.1\n\n',
          '\r\n\r\n\r\n',
        ],
        ...[
          'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
          'GET  /  HTTP/1.1\r\nHost: x\r\n\r\n',
          'GET http://a/v1/rounds HTTP/1.1\r\nHost: b\r\n\r\n',
        ],
        ...[
          'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
          'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n',
          'G',
          '{"code":"x"}',
        ],
        ...[
          'POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
        ],
        ...[
          'POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x',
        ],
        ...[
          'POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        ],
        ...['POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{'],
        ...[
          `GET /${'x'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
          'GET /v1/\u00ff\u0001 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        ],
      )
      .map((text) => Buffer.from(text, 'latin1')),
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    // The first bytes of a TLS handshake, by somebody who thinks that this is https.
    fc.constant(Buffer.from('16030100c8010000c40303', 'hex')),
  )
  .map((bytes) => ({ what: 'no HTTP at all', bytes, breaksOff: true, mustBeRefused: false }));

/** Writes a draft out. Whatever says another length than the body has may make the server wait: then the caller leaves. */
const written = (draft: Draft, takesBody: boolean): Malformed => {
  const { method, path, query, body, headers, what, beyondDoubt } = draft;
  const length =
    body && !what.includes('a transfer encoding') ? [['Content-Length', String(body.length)] as const] : [];
  const lines = [...headers, ...length, ['Connection', 'close'] as const];
  const head = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1\r\n`;
  const text =
    head +
    lines.map(([name, value]) => (value === '' && /[: ]/.test(name) ? name : `${name}: ${value}`) + '\r\n').join('') +
    '\r\n';
  const breaksOff = [
    'a length that is not so',
    'a transfer encoding',
    'a header out of shape',
    'an expectation',
  ].some((one) => what.includes(one));
  return {
    what: what.join(', '),
    bytes: Buffer.concat([Buffer.from(text, 'latin1'), body ?? Buffer.alloc(0)]),
    breaksOff,
    mustBeRefused: takesBody && beyondDoubt && body !== undefined,
  };
};
