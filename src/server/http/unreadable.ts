import type { Socket } from 'node:net';
import type { ProblemCode } from '#wire/problems.ts';
import type { App } from './app.ts';
import { problem, refuse } from './problems.ts';

/**
 * Answers bytes that are no HTTP request, or none in time: no route and no hook has seen them, so the refusal is
 * written to the connection itself, which then ends. It has no request's id, for there was no request.
 */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  // On a connection that was answered before, nobody could tell which of her requests this answer belongs to.
  if (!socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { status, ...rest } = problem(words[error.code ?? ''] ?? 'invalid-request');
  const body = JSON.stringify({ ...rest, status });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n` +
      'Content-Type: application/problem+json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
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
