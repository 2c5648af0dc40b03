import type { FromHost, FromPane } from '../protocol/port-messages.ts';
import type { ProfileId } from '../protocol/profiles.ts';
import type { EventMessage, HostResponse } from '../protocol/wire.ts';
import type { HostLine } from './client-session.ts';

/** The line to a host at the other end of a port, once the host has said which Excel it is. */
export function openLine(port: MessagePort): Promise<{ readonly line: HostLine; readonly profile: ProfileId }> {
  const open = new Map<number, (response: HostResponse) => void>();
  const listeners = new Set<(message: EventMessage) => void>();
  let lastId = 0;
  const line: HostLine = {
    send(request) {
      const id = (lastId += 1);
      port.postMessage({ id, request } satisfies FromPane);
      return new Promise((resolve) => void open.set(id, resolve));
    },
    onEvents(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<FromHost>) => {
      if (data.kind === 'hello') resolve({ line, profile: data.profile });
      else if (data.kind === 'events') for (const listener of listeners) listener(data.message);
      else {
        open.get(data.id)?.(data.response);
        open.delete(data.id);
      }
    };
  });
}
