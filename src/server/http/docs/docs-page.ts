import { createHash } from 'node:crypto';
import { problemCodes, type ProblemCode } from '#wire/problems.ts';
import { problem } from '../problems.ts';
import type { Html } from '../html.ts';
import { element, prose } from './element.ts';
import { problemAdvice } from './problem-advice.ts';
import { kindOf, membersOf, type Schema } from './schema-words.ts';

/** What is shown of the OpenAPI document. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: unknown;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

const style = `
:root { background: canvas; color: canvastext; color-scheme: light dark; font-family: "Segoe UI", system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 52rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { border-block-end: 1px solid; font-size: 1.3rem; margin-top: 3rem; }
h3 { font-size: 1rem; margin-top: 2rem; }
h4 { font-size: 0.9rem; margin-bottom: 0; }
code { font-family: "Cascadia Mono", Consolas, ui-monospace, monospace; font-size: 0.9em; }
ul { padding-inline-start: 1.2rem; }
dt { margin-top: 0.75rem; }
dd { margin-inline-start: 1.2rem; }
nav ul { columns: 12rem; }
:target { outline: 2px solid; outline-offset: 0.3rem; }
`;

const hash = createHash('sha256').update(style).digest('base64');

/** Nothing but the page's own style and picture. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The OpenAPI document as a page for people: every operation with what goes in and what comes out, and every refusal. */
export const docsPage = (document: ApiDocument): string => {
  const groups = new Map<string, Html[]>();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const group = groupOf(path);
      groups.set(group, [...(groups.get(group) ?? []), operationPart(method, path, operation)]);
    }
  const names = [...groups.keys()].sort();
  const main = element(
    'main',
    element('h1', document.info.title),
    element('p', `Version ${document.info.version}. For whoever writes a program that speaks to this server.`),
    element(
      'p',
      'The same for programs: ',
      element('a href=/openapi.json', 'openapi.json'),
      '. Bodies and answers are JSON in UTF-8 unless said otherwise; members of bodies and queries that are not named here are refused.',
    ),
    element(
      'nav aria-label=Contents',
      element(
        'ul',
        ...['how-to-begin', ...names, 'refusals'].map((name) =>
          element('li', element(`a href=#${name}`, headingOf(name))),
        ),
      ),
    ),
    element('h2 id=how-to-begin', headingOf('how-to-begin')),
    ...beginning,
    ...names.flatMap((name) => [element(`h2 id=${name}`, headingOf(name)), ...(groups.get(name) ?? [])]),
    element('h2 id=refusals', headingOf('refusals')),
    element(
      'p',
      'Every refusal is application/problem+json. Its code is one of these words, which never change their meaning; its title is for logs.',
    ),
    element('dl', ...(Object.keys(problemCodes) as ProblemCode[]).flatMap(refusalPart)),
  );
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${element('title', document.info.title).html}
    <link rel="icon" href="/assets/icon-32.png" type="image/png" />
    <style>${style}</style>
  </head>
  <body>${main.html}</body>
</html>
`;
};

const beginning: readonly Html[] = [
  element(
    'p',
    'Sign in by ',
    element('a href=#post-v1-session', element('code', 'POST /v1/session')),
    ' with an access code. Send the token it answers in the header ',
    element('code', 'Authorization: Bearer …'),
    ' of every other request. It holds for 8 hours at most.',
  ),
  element(
    'ul',
    element('li', 'Instants are texts in UTC such as 2009-06-30T12:00:00.000Z, days such as 2009-06-30.'),
    element(
      'li',
      'Lists in pages answer ',
      element('code', 'next'),
      ' while there is more: send it as ',
      element('code', 'after'),
      '.',
    ),
    element(
      'li',
      'What reads answers an ',
      element('code', 'ETag'),
      ', unless it is written down while it is read, as an export is. Sent back as ',
      element('code', 'If-None-Match'),
      ' it spares the answer when nothing has changed (304); as ',
      element('code', 'If-Match'),
      ' with a change it keeps you from writing over what somebody else changed.',
    ),
    element(
      'li',
      'A request whose answer was lost may be sent again: see ',
      element('code', 'key'),
      ', ',
      element('code', 'id'),
      ' and ',
      element('code', 'Idempotency-Key'),
      '.',
    ),
  ),
];

const operationPart = (method: string, path: string, operation: Operation): Html => {
  const { summary = '', description, security, parameters = [], requestBody, responses = {} } = operation;
  const bodies = Object.entries(requestBody?.content ?? {});
  return element(
    'section',
    element(`h3 id=${anchorOf(method, path)}`, element('code', `${method.toUpperCase()} ${path}`)),
    element('p', prose(`${summary}.${description === undefined ? '' : ` ${description}`}`)),
    ...(security === undefined ? [element('p', 'Without signing in.')] : []),
    ...(parameters.length + bodies.length === 0 ? [] : [element('h4', 'In')]),
    ...(parameters.length === 0 ? [] : [element('ul', ...parameters.map(parameterPart))]),
    ...bodies.flatMap(([type, { schema = {} }]) => bodyPart(`${type}: `, schema)),
    element('h4', 'Out'),
    ...Object.entries(responses)
      .filter(([status]) => status !== 'default')
      .flatMap(([status, { content }]) => {
        const [schema] = Object.values(content ?? {});
        return schema?.schema ? bodyPart(`${status}: `, schema.schema) : [element('p', `${status}`)];
      }),
  );
};

const parameterPart = ({ in: where, name, required = false, schema }: Parameter): Html =>
  element(
    'li',
    element('code', name),
    ` in the ${where}: ${kindOf(schema)}${required ? '' : ', may be left out'}`,
    ...(schema.pattern === undefined ? [] : [', like ', element('code', schema.pattern)]),
    ...(schema.description === undefined ? [] : [`. ${schema.description}`]),
  );

const bodyPart = (before: string, schema: Schema): readonly Html[] => {
  const members = membersOf(schema);
  return [element('p', `${before}${kindOf(schema)}`), ...(members ? [members] : [])];
};

const refusalPart = (code: ProblemCode): readonly Html[] => {
  const { status, title } = problem(code);
  return [
    element(`dt id=${code}`, element('code', code), ` (${status})`),
    element('dd', `${title} ${problemAdvice[code]}`),
  ];
};

/** What an operation is about: the part of its path after the version, or returns. */
const groupOf = (path: string): string => {
  if (path.includes('/returns')) return 'returns';
  const [, first = '', second] = path.split('/');
  return first === 'v1' ? (second ?? first) : 'health';
};

const headingOf = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replace(/-/g, ' ');

const anchorOf = (method: string, path: string): string =>
  `${method}${path.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '')}`;
