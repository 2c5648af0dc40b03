import compress from '@fastify/compress';
import type { App } from './app.ts';

/**
 * Presses the answers of the routes registered after it, for callers who take that. A route that answers a secret says
 * `compress: false`: the length of a pressed answer can tell what is in it. What comes in is never unpressed: a small
 * body could be a huge one.
 */
export const pressAnswers = (app: App): void => {
  app.register(compress, { encodings: ['gzip'], globalDecompression: false, threshold: 1024 });
};
