import { connectClient, type ClientLibrary } from './client-session.ts';
import { supplyOffice, type OfficeObjects, type OfficeWorld } from './office-globals.ts';
import { openLine } from './port-line.ts';
import { profiles } from '../protocol/profiles.ts';

/** What Microsoft's client file has put on the pane's window. */
type ClientWindow = OfficeObjects & { readonly OfficeExtension: ClientLibrary };

/**
 * Makes the pane's page an Excel pane: call it after the client file has been loaded and before the pane's own script
 * runs. Waits for the host's greeting on `port`, supplies `Office` and connects the client.
 */
export async function startPane(port: MessagePort, world: Omit<OfficeWorld, 'profile'>): Promise<void> {
  const { line, profile } = await openLine(port);
  const client = window as unknown as ClientWindow;
  supplyOffice(client, { ...world, profile: profiles[profile] });
  connectClient(client.OfficeExtension, line);
}
