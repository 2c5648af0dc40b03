import { connectClient } from '#workbench/pane/client-session.ts';
import { supplyOffice } from '#workbench/pane/office-globals.ts';
import type { Model } from '#workbench/engine/model.ts';
import { createModel } from '#workbench/engine/univer-model.ts';
import { createHost } from '#workbench/protocol/create-host.ts';
import type { Host, HostConnection, HostOptions } from '#workbench/protocol/host.ts';
import { profiles, type ProfileId } from '#workbench/protocol/profiles.ts';
import type { Batch } from '#workbench/protocol/wire.ts';
import { loadClient, type ClientGlobals } from './load-client.ts';

export interface OpenExcelOptions {
  /** `web` when not given. */
  readonly profile?: ProfileId;
  /** `true` is `all`. */
  readonly dropEvents?: boolean | HostOptions['dropEvents'];
  readonly readOnly?: boolean;
  /** An open workbook to go on with; else a new one with one empty sheet, which `close` disposes of. */
  readonly model?: Model;
  /** Another pane in an Excel that is already open (its profile and workbook count); `close` leaves the host alone. */
  readonly host?: Host;
  readonly theme?: 'light' | 'dark';
  /** Called with what the pane associates with ribbon buttons. */
  readonly onAssociated?: (actionId: string, handler: (event: { completed(): void }) => void) => void;
  /**
   * Also makes this client the global `Excel`, `Office` and `OfficeExtension` until `close`, as in a real pane
   * (default `true`; the last opened wins).
   */
  readonly globals?: boolean;
}

/** An Excel without a screen: Microsoft's client in front, the stand-in host and a real workbook behind. */
export interface OpenExcel extends ClientGlobals {
  readonly host: Host;
  readonly model: Model;
  /** Every batch sent so far; empty it with `requests.length = 0`. */
  readonly requests: CountedRequest[];
  /** Makes this client the global one again, where a test has two open. */
  use(): void;
  /** Resolves when all batches are answered and their events are delivered. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface CountedRequest {
  readonly flags: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
  /** `SetProperty`, method and query actions, without instantiations and bookkeeping. */
  readonly actions: number;
  readonly milliseconds: number;
  /** The error's code, of the whole batch or of the action that failed. */
  readonly error?: string;
}

/** Opens a headless Excel. Every test that opens one closes it. */
export async function openExcel(options: OpenExcelOptions = {}): Promise<OpenExcel> {
  const dropEvents = options.dropEvents === true ? 'all' : options.dropEvents || 'none';
  const readOnly = options.readOnly ?? false;
  const profile = options.host?.profile ?? profiles[options.profile ?? 'web'];
  const client = loadClient(profile.clientFile);
  const model = options.host?.model ?? options.model ?? createModel();
  const host = options.host ?? createHost({ model, profile, dropEvents, readOnly });
  const connection = host.connect();
  const requests: CountedRequest[] = [];
  const { theme = 'light', onAssociated } = options;
  supplyOffice(client, { profile, theme, ...(onAssociated && { onAssociated }) });
  connectClient(client.OfficeExtension, {
    send: (request) => counted(connection, request, requests),
    onEvents: (listener) => connection.onEvents(listener),
  });
  const world = globalThis as Record<string, unknown>;
  const before = { Excel: world.Excel, Office: world.Office, OfficeExtension: world.OfficeExtension };
  const { Excel, Office, OfficeExtension } = client;
  const use = (): void => void Object.assign(world, { Excel, Office, OfficeExtension });
  if (options.globals !== false) use();
  return {
    ...client,
    host,
    model,
    requests,
    use,
    quiet: () => host.quiet(),
    async close() {
      await host.quiet();
      connection.close();
      if (!options.host) host.dispose();
      if (!options.host && !options.model) model.dispose();
      if (world.Excel === client.Excel) Object.assign(world, before);
    },
  };
}

async function counted(
  connection: HostConnection,
  request: Parameters<HostConnection['execute']>[0],
  requests: CountedRequest[],
): ReturnType<HostConnection['execute']> {
  const start = performance.now();
  const answer = await connection.execute(request);
  const batch = JSON.parse(request.body) as Batch;
  const body =
    answer.body === undefined ? undefined : (JSON.parse(answer.body) as { Error: { Code: string } | null });
  const error = answer.errorCode ?? body?.Error?.Code;
  const work = batch.Actions.filter((a) => [2, 3, 4].includes(a.ActionType) && !a.Name.startsWith('_'));
  requests.push({
    flags: request.flags,
    requestBytes: Buffer.byteLength(request.body),
    answerBytes: Buffer.byteLength(answer.body ?? ''),
    actions: work.length,
    milliseconds: performance.now() - start,
    ...(error !== undefined && { error }),
  });
  return answer;
}
