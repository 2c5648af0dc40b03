import formBody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { StoreUnavailable } from '../../store/transaction.ts';
import { checkRoutes } from './check-routes.ts';
import { doorRoutes } from './door-routes.ts';
import type { HandInGiven } from './hand-in-given.ts';
import { whereItHappened } from '../problems.ts';
import { handInHeaders } from './page.ts';
import { returnRoutes } from './return-routes.ts';
import { showRefusal } from './show-refusal.ts';
import { requireVisitor } from './visitor.ts';
import { isFromElsewhere } from './visitor-cookie.ts';

/**
 * `/hand-in`: a page for schools that cannot use the add-in. Plain HTML without a script; all that is done goes by the API,
 * as the person who is signed in. Forms and files are read here and nowhere else.
 */
export const handInRoutes = (app: App, given: HandInGiven): void => {
  app.register(async (page: App) => {
    page.register(formBody, { bodyLimit: 64 * 1024 });
    page.register(multipart);
    page.setErrorHandler(answerThrownOnPage);
    page.decorateRequest('isSecure', false);
    page.addHook('onRequest', async (request, reply) => {
      request.isSecure = given.isHttps || request.protocol === 'https';
      if (request.method === 'POST' && isFromElsewhere(request)) return showRefusal(reply, 'invalid-request');
      return undefined;
    });
    doorRoutes(page, given);
    page.register(async (behindDoor: App) => {
      requireVisitor(behindDoor, given);
      returnRoutes(behindDoor, given);
      checkRoutes(behindDoor, given);
    });
    page.get('/hand-in/*', (_request, reply) => showRefusal(reply, 'not-found'));
  });
};

const answerThrownOnPage = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  reply.headers(handInHeaders);
  if (error instanceof StoreUnavailable || error.statusCode === 503) return void showRefusal(reply, 'unavailable');
  if (error.statusCode === 413) return void showRefusal(reply, 'too-large');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return void showRefusal(reply, 'invalid-request');
  }
  request.log.error(whereItHappened(error), 'unexpected');
  showRefusal(reply, 'internal');
};
