import type { Host } from './host.ts';
import type { FromHost, FromPane } from './port-messages.ts';

/**
 * Serves one task pane over a port: the pane's page sends batches and gets answers and events. Answers a function that
 * ends the connection, as when the pane is closed or loaded anew.
 */
export function serveHost(port: MessagePort, host: Host): () => void {
  const connection = host.connect();
  const post = (message: FromHost): void => port.postMessage(message);
  const stop = connection.onEvents((message) => post({ kind: 'events', message }));
  port.onmessage = ({ data }: MessageEvent<FromPane>) => {
    connection.execute(data.request).then(
      (response) => post({ kind: 'answer', id: data.id, response }),
      (error: unknown) => {
        // Our own mistake: the pane gets an error that Excel gives too, the page's console the truth.
        post({ kind: 'answer', id: data.id, response: mistake(error) });
        reportError(error);
      },
    );
  };
  post({ kind: 'hello', profile: host.profile.id });
  return () => {
    stop();
    connection.close();
    port.close();
  };
}

const mistake = (error: unknown) => ({
  status: 500,
  errorCode: 'GeneralException',
  errorMessage: error instanceof Error ? error.message : String(error),
});
