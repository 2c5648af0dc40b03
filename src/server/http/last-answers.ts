import type { App } from './app.ts';

/**
 * While the server stops, every answer says that it is the connection's last. Otherwise a caller who keeps hers open, as
 * browsers and proxies do, would be waited for until patience ends, although she has what she asked for.
 */
export const giveLastAnswers = (app: App): void => {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
};
