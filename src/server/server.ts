import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { LogController, type FastifyServerOptions } from 'fastify';
import { acceptanceRoutes } from './http/acceptance.ts';
import type { App, Given } from './http/app.ts';
import { circumstancesRoutes } from './http/circumstances.ts';
import { auditRoutes } from './http/audit.ts';
import { consolidatedRoutes } from './http/consolidated.ts';
import { everythingRoutes } from './http/everything.ts';
import { healthRoutes, type Readiness } from './http/health.ts';
import { handInRoutes } from './http/hand-in/hand-in-routes.ts';
import { moveRoutes } from './http/moves.ts';
import { instrumentRoutes } from './http/instruments.ts';
import { describeApi, openApiRoute } from './http/open-api.ts';
import { pageRoutes, type Pages } from './http/pages.ts';
import { codeRoutes } from './http/codes.ts';
import { peopleRoutes } from './http/people.ts';
import { answerThrown, refuse } from './http/problems.ts';
import { progressRoutes } from './http/progress.ts';
import { questionRoutes } from './http/questions.ts';
import { registerImportRoutes } from './http/register-imports.ts';
import { registerRoutes } from './http/register.ts';
import { returnRoutes } from './http/returns.ts';
import { revisionHistoryRoutes } from './http/revision-history.ts';
import { revisionRoutes } from './http/revisions.ts';
import { roundRoutes } from './http/rounds.ts';
import { sessionRoutes, signInRoutes } from './http/session.ts';
import { usualBackOff, type BackOffSettings } from './http/sign-in-back-off.ts';
import { retentionRoutes } from './http/retention.ts';
import { tallyRevisionRoutes } from './http/tally-revisions.ts';
import { tallyRoutes } from './http/tally.ts';
import { threadRoutes } from './http/threads.ts';
import type { HandIn } from './hand-in.ts';
import { requireSignIn } from './http/signed-in.ts';

/** Everything the endpoint is made of, handed in. */
export interface ServerParts extends Given {
  /** Version of the program, for the OpenAPI document. */
  readonly version: string;
  /** What browsers get besides the API; nothing when absent. */
  readonly pages?: Pages;
  /** For `/hand-in`, where schools without the add-in hand in files; there is no such page when absent. */
  readonly handIn?: HandIn;
  /** Whether people reach this server by HTTPS even where it does not see that itself. */
  readonly isSecure?: boolean;
  /** Origins of add-ins that may call the API from elsewhere; the pane this server serves itself needs none. */
  readonly addInOrigins?: readonly string[];
  readonly backOff?: BackOffSettings;
  /** Absent: it wants work as long as it runs. */
  readonly readiness?: Readiness;
  /** Addresses of reverse proxies whose word about the caller's address is taken. */
  readonly trustProxy?: string;
  /** Certificate and key in PEM: the endpoint then speaks HTTPS itself instead of behind a proxy. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  readonly logger?: Exclude<FastifyServerOptions['logger'], undefined>;
}

/** Builds the endpoint; the caller lets it listen or injects requests. Closing it leaves the store open. */
export const buildServer = (parts: ServerParts): App => {
  const app = fastify({
    ...(parts.certificate ? { https: parts.certificate } : {}),
    logger: parts.logger ?? false,
    // Fastify's own lines carry addresses and whole paths; ours, below, carry neither.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    trustProxy: parts.trustProxy ?? false,
    frameworkErrors: answerThrown,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // The types of an HTTPS server differ, what is used here does not.
  } as FastifyServerOptions).withTypeProvider<TypeBoxTypeProvider>() as App;

  // Answers are built member by member in code; checking and re-ordering them again by schema would only cost time.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(answerThrown);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'));
  app.decorateRequest('session', undefined);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
  });

  describeApi(app, parts.version);
  app.register(async (api: App) => {
    api.register(cors, {
      origin: [...(parts.addInOrigins ?? [])],
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
      maxAge: 600,
    });
    api.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    });
    healthRoutes(api, parts);
    openApiRoute(api);
    signInRoutes(api, parts, parts.backOff ?? usualBackOff);
    api.register(async (behindSignIn: App) => {
      requireSignIn(behindSignIn, parts);
      sessionRoutes(behindSignIn, parts);
      roundRoutes(behindSignIn, parts);
      registerRoutes(behindSignIn, parts);
      registerImportRoutes(behindSignIn, parts);
      instrumentRoutes(behindSignIn, parts);
      returnRoutes(behindSignIn, parts);
      circumstancesRoutes(behindSignIn, parts);
      revisionRoutes(behindSignIn, parts);
      tallyRevisionRoutes(behindSignIn, parts);
      revisionHistoryRoutes(behindSignIn, parts);
      moveRoutes(behindSignIn, parts);
      questionRoutes(behindSignIn, parts);
      threadRoutes(behindSignIn, parts);
      acceptanceRoutes(behindSignIn, parts);
      progressRoutes(behindSignIn, parts);
      consolidatedRoutes(behindSignIn, parts);
      tallyRoutes(behindSignIn, parts);
      retentionRoutes(behindSignIn, parts);
      everythingRoutes(behindSignIn, parts);
      auditRoutes(behindSignIn, parts);
      peopleRoutes(behindSignIn, parts);
      codeRoutes(behindSignIn, parts);
    });
  });
  if (parts.handIn) handInRoutes(app, { ...parts, handIn: parts.handIn, isSecure: parts.isSecure ?? false });
  if (parts.pages) pageRoutes(app, parts.pages, { ...parts, hasHandIn: parts.handIn !== undefined });
  return app;
};
