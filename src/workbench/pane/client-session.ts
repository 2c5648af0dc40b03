import type { EventMessage, HostRequest, HostResponse } from '../protocol/wire.ts';

/** The way from a task pane to the host: a port between two pages, or a call within one process. */
export interface HostLine {
  send(request: HostRequest): Promise<HostResponse>;
  onEvents(listener: (message: EventMessage) => void): () => void;
}

/** The parts of Microsoft's `OfficeExtension` that let somebody else answer its batches. */
export interface ClientLibrary {
  readonly SessionBase: { new (): object; _overrideSession?: object };
  readonly GenericEventRegistration: {
    getGenericEventRegistration(controlId: string): { _handleRichApiMessage(message: EventMessage): void };
  };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
}

interface ClientRequestMessage {
  readonly Body: object;
}

/**
 * Puts the host behind Microsoft's unmodified client: every batch of every context goes over `line`, and the host's
 * events reach the client's handlers.
 */
export function connectClient(library: ClientLibrary, line: HostLine): void {
  const registration = (controlId: string) => library.GenericEventRegistration.getGenericEventRegistration(controlId);
  const executor = {
    async executeAsync(_customData: unknown, flags: number, message: ClientRequestMessage) {
      const answer = await line.send({ flags, body: JSON.stringify(message.Body) });
      return {
        HttpStatusCode: answer.status,
        ErrorCode: answer.errorCode ?? null,
        ErrorMessage: answer.errorMessage ?? null,
        Headers: {},
        Body: answer.body === undefined ? null : (JSON.parse(answer.body) as unknown),
      };
    },
  };
  class HostSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<null> {
      return Promise.resolve(null);
    }
    _createRequestExecutorOrNull(): object {
      return executor;
    }
    getEventRegistration(controlId: string): object {
      return registration(controlId);
    }
  }
  library.SessionBase._overrideSession = new HostSession();
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  line.onEvents((message) => registration('')._handleRichApiMessage(message));
}
