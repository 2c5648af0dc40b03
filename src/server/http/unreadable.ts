import type { Socket } from 'node:net';
import type { ProblemCode } from '#wire/problems.ts';
import { answerHeaders } from './answer-headers.ts';
import type { App } from './app.ts';
import { problem, refuse } from './problems.ts';

/**
 * Answers bytes that are no HTTP request, or none in time: no route and no hook has seen them, so the refusal is
 * written to the connection itself, with the headers of every answer and those given; the connection then ends. It has
 * no request's id, for there was no request.
 */
export const answerUnreadable =
  (more: Readonly<Record<string, string>>) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    // On a connection that was answered before, nobody could tell which of her requests this answer belongs to.
    if (!socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const { status, ...rest } = problem(words[error.code ?? ''] ?? 'invalid-request');
    const body = JSON.stringify({ ...rest, status });
    const headers = {
      ...answerHeaders,
      ...more,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`);
    // Whoever goes on sending is not listened to.
    socket.destroySoon();
  };

const words: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/**
 * What Node would answer without a word, answered with one: a request without a host. An expectation that nobody knows is
 * passed over, as HTTP allows.
 */
export const answerOddRequests = (app: App): void => {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.httpVersion !== '1.1' || request.headers.host !== undefined) return undefined;
    refuse(reply, 'invalid-request', { detail: 'headers/host' });
    return reply;
  });
};
