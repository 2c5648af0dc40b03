import type { Host, HostConnection } from '../protocol/host.ts';
import type { ProfileId } from '../protocol/profiles.ts';
import { serveHost } from '../protocol/serve-host.ts';
import type { HostRequest, HostResponse } from '../protocol/wire.ts';
import type { FileAnswer, PageMessage, RibbonAction } from './pane-messages.ts';

export interface PaneLink {
  press(action: RibbonAction): void;
  /** Asks the pane for the workbook's returns as a file, or to draw those of a file. */
  exchange(open?: Uint8Array): Promise<FileAnswer>;
  dispose(): void;
}

interface PaneOptions {
  readonly profile: ProfileId;
  /** The pane has had something done: charts and the like may have changed. */
  readonly onRequest: () => void;
}

/** Joins the pane in the frame with the host, each time the frame loads. What is pressed before waits until then. */
export function connectPane(frame: HTMLIFrameElement, host: Host, { profile, onRequest }: PaneOptions): PaneLink {
  const watched = Object.assign(Object.create(host) as Host, {
    connect(): HostConnection {
      const connection = host.connect();
      return Object.assign(Object.create(connection) as HostConnection, {
        async execute(request: HostRequest): Promise<HostResponse> {
          const response = await connection.execute(request);
          onRequest();
          return response;
        },
      });
    },
  });
  let close: (() => void) | undefined;
  let loaded = false;
  const loads: (() => void)[] = [];
  const pressed: RibbonAction[] = [];
  const say = (message: PageMessage, ports: Transferable[] = []): void =>
    frame.contentWindow?.postMessage(message, location.origin, ports);

  const join = (): void => {
    close?.();
    const { port1, port2 } = new MessageChannel();
    close = serveHost(port1, watched);
    loaded = true;
    // As in Excel, which goes by the system unless told otherwise; the grid itself has one look only.
    const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    say({ kind: 'workbench-port', profile, theme }, [port2]);
    for (const load of loads.splice(0)) load();
    for (const action of pressed.splice(0)) say({ kind: 'workbench-ribbon', action });
  };
  frame.addEventListener('load', join);
  frame.src = '/workbench-pane.html';
  return {
    press: (action) => {
      if (loaded) say({ kind: 'workbench-ribbon', action });
      else pressed.push(action);
    },
    async exchange(open) {
      if (!loaded) await new Promise<void>((resolve) => void loads.push(resolve));
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<FileAnswer>((resolve) => {
        port1.onmessage = ({ data }: MessageEvent<FileAnswer>) => resolve(data);
      });
      say({ kind: 'workbench-file', ...(open ? { open } : {}) }, [port2]);
      return answer.finally(() => port1.close());
    },
    dispose() {
      frame.removeEventListener('load', join);
      close?.();
    },
  };
}
