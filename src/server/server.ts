import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { LogController, type FastifyServerOptions } from 'fastify';
import { spokenTls, type Certificate } from './certificate.ts';
import { answerHeaders, transportHeaders } from './http/answer-headers.ts';
import { acceptanceRoutes } from './http/acceptance.ts';
import type { App, Given } from './http/app.ts';
import { tagAnswers } from './http/changed-since.ts';
import { circumstancesRoutes } from './http/circumstances.ts';
import { closeQueries } from './http/closed-query.ts';
import { auditRoutes } from './http/audit.ts';
import { auditVerificationRoutes } from './http/audit-verification.ts';
import { consolidatedRoutes } from './http/consolidated.ts';
import { everythingRoutes } from './http/everything.ts';
import { exportRoutes } from './http/export.ts';
import { figureRoutes } from './http/figures.ts';
import { healthRoutes, type Readiness } from './http/health.ts';
import { handInRoutes } from './http/hand-in/hand-in-routes.ts';
import { giveLastAnswers } from './http/last-answers.ts';
import { moveRoutes } from './http/moves.ts';
import { instrumentRoutes } from './http/instruments.ts';
import { describeApi, openApiRoute } from './http/open-api.ts';
import { pageRoutes, type Pages } from './http/pages.ts';
import { codeRoutes } from './http/codes.ts';
import { peopleRoutes } from './http/people.ts';
import { timeouts, usualPatience, type Patience } from './http/patience.ts';
import { pressAnswers } from './http/press-answers.ts';
import { answerThrown, refuse } from './http/problems.ts';
import { progressRoutes } from './http/progress.ts';
import { questionRoutes } from './http/questions.ts';
import { registerImportRoutes } from './http/register-imports.ts';
import { registerRoutes } from './http/register.ts';
import { countRequests, limitRequests } from './http/request-limit.ts';
import { newRequestId, tellRequestIds } from './http/request-id.ts';
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
import { answerOddRequests, answerUnreadable } from './http/unreadable.ts';
import type { RequestLimits } from './settings.ts';

/** Everything the endpoint is made of, handed in. */
export interface ServerParts extends Given {
  /** Version of the program, for the OpenAPI document. */
  readonly version: string;
  /** What browsers get besides the API; nothing when absent. */
  readonly pages?: Pages;
  /** For `/hand-in`, where schools without the add-in hand in files; there is no such page when absent. */
  readonly handIn?: HandIn;
  /** Origins of add-ins that may call the API from elsewhere; the pane this server serves itself needs none. */
  readonly addInOrigins?: readonly string[];
  readonly backOff?: BackOffSettings;
  /** Absent: requests are not counted, as for commands on this machine. */
  readonly limits?: RequestLimits;
  readonly patience?: Patience;
  /** Absent: it wants work as long as it runs. */
  readonly readiness?: Readiness;
  /** Addresses of reverse proxies whose word about the caller's address is taken. */
  readonly trustProxy?: string;
  /** Certificate and key in PEM: the endpoint then speaks HTTPS itself instead of behind a proxy. */
  readonly certificate?: Certificate;
  /**
   * Whether people reach it by HTTPS, by its own certificate or a proxy's, even where it does not see that itself: then
   * browsers are told to come by nothing else.
   */
  readonly isHttps?: boolean;
  readonly logger?: Exclude<FastifyServerOptions['logger'], undefined>;
}

/** Builds the endpoint; the caller lets it listen or injects requests. Closing it leaves the store open. */
export const buildServer = (parts: ServerParts): App => {
  const { patience = usualPatience } = parts;
  const { overHttp, ...waiting } = timeouts(patience);
  const transport = transportHeaders(parts.isHttps ?? false);
  const app = fastify({
    ...(parts.certificate ? { https: { ...parts.certificate, ...spokenTls, ...overHttp } } : { http: overHttp }),
    ...waiting,
    logger: parts.logger ?? false,
    // Fastify's own lines carry addresses and whole paths; ours, below, carry neither.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    requestIdHeader: false,
    bodyLimit: 64 * 1024,
    trustProxy: parts.trustProxy ?? false,
    // What these answer passes by the hook below.
    frameworkErrors: (error, request, reply) => answerThrown(error, request, reply.headers(transport)),
    clientErrorHandler: answerUnreadable(transport),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // The types of an HTTPS server differ, what is used here does not.
  } as FastifyServerOptions).withTypeProvider<TypeBoxTypeProvider>() as App;

  // Answers are built member by member in code; checking and re-ordering them again by schema would only cost time.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(answerThrown);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not-found'));
  app.decorateRequest('session', undefined);
  tellRequestIds(app);
  answerOddRequests(app);
  giveLastAnswers(app);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(transport);
  });

  describeApi(app, parts.version);
  const isTooMany = countRequests(app, parts.limits);
  app.register(async (api: App) => {
    api.register(cors, {
      origin: [...(parts.addInOrigins ?? [])],
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
      exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
      maxAge: 600,
      // Whatever asks for options is told them: a refusal of this package would be no problem document.
      strictPreflight: false,
    });
    api.addHook('onSend', async (_request, reply) => {
      // A page among them has a policy of its own.
      const own = reply.getHeader('content-security-policy');
      reply.headers({ ...answerHeaders, ...(own === undefined ? {} : { 'content-security-policy': own }) });
    });
    tagAnswers(api);
    pressAnswers(api);
    closeQueries(api);
    api.register(async (open: App) => {
      limitRequests(open, isTooMany);
      healthRoutes(open, parts);
      openApiRoute(open);
      signInRoutes(open, parts, parts.backOff ?? usualBackOff);
    });
    api.register(async (behindSignIn: App) => {
      requireSignIn(behindSignIn, parts, isTooMany);
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
      exportRoutes(behindSignIn, parts);
      figureRoutes(behindSignIn, parts);
      auditRoutes(behindSignIn, parts);
      auditVerificationRoutes(behindSignIn, parts, patience.silence);
      peopleRoutes(behindSignIn, parts);
      codeRoutes(behindSignIn, parts);
    });
  });
  const { pages, handIn } = parts;
  app.register(async (open: App) => {
    limitRequests(open, isTooMany);
    // Not pressed: its pages hold the secret of their forms beside what somebody typed.
    if (handIn) handInRoutes(open, { ...parts, handIn, isHttps: parts.isHttps ?? false });
    if (!pages) return;
    open.register(async (pressed: App) => {
      pressAnswers(pressed);
      pageRoutes(pressed, pages, { ...parts, hasHandIn: handIn !== undefined });
    });
  });
  return app;
};
