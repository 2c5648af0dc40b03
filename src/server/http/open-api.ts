import swagger from '@fastify/swagger';
import { paths } from '#wire/paths.ts';
import { Problem } from '#wire/problems.ts';
import type { App } from './app.ts';
import { docsPage, docsPolicy, type ApiDocument } from './docs/docs-page.ts';

/** The OpenAPI 3.1 document, made from the very schemas that requests are checked with. Registered before all routes. */
export const describeApi = (app: App, version: string): void => {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'STEM Timeline Returns: collection endpoint',
        description: 'Refusals are `application/problem+json` with a stable word in `code`.',
        version,
      },
      components: {
        securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
        // The document's type knows JSON Schema less freely than OpenAPI 3.1 itself.
        schemas: { Problem: Problem as never },
      },
    },
    transform: ({ schema, url, route }) => {
      const watched = url === paths.health || url === paths.ready;
      if (!url.startsWith('/v1/') && !watched) return { schema: { ...schema, hide: true }, url };
      const open = watched || (url === paths.session && route.method === 'POST');
      return { schema: { ...schema, ...(open ? {} : { security: [{ session: [] }] }) }, url };
    },
    transformObject: (document) => {
      const { openapiObject } = document as { openapiObject: { paths?: Record<string, Record<string, unknown>> } };
      for (const operation of Object.values(openapiObject.paths ?? {}).flatMap((path) => Object.values(path))) {
        const { responses } = operation as { responses?: Record<string, unknown> };
        if (responses) responses['default'] = refusal;
      }
      return openapiObject as never;
    },
  });
};

const refusal = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The document itself, and a page made of it. */
export const openApiRoute = (app: App): void => {
  app.get(paths.openApi, () => app.swagger());
  app.get(paths.docs, (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': docsPolicy,
        'referrer-policy': 'no-referrer',
      })
      .send(docsPage(app.swagger() as ApiDocument)),
  );
};
