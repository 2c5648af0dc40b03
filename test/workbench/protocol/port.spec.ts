import { createModel } from '#workbench/engine/univer-model.ts';
import { connectClient } from '#workbench/pane/client-session.ts';
import { supplyOffice } from '#workbench/pane/office-globals.ts';
import { openLine } from '#workbench/pane/port-line.ts';
import { createHost } from '#workbench/protocol/create-host.ts';
import { profiles } from '#workbench/protocol/profiles.ts';
import { serveHost } from '#workbench/protocol/serve-host.ts';
import { loadClient } from '../../kit/load-client.ts';

test('A pane in a page of its own works over a port: batches, errors, events, until the line is closed', async () => {
  const model = createModel();
  const host = createHost({ model, profile: profiles.web });
  const { port1, port2 } = new MessageChannel();
  const close = serveHost(port1, host);
  const client = loadClient(profiles.web.clientFile);
  const { line, profile } = await openLine(port2);
  supplyOffice(client, { profile: profiles[profile], theme: 'dark' });
  connectClient(client.OfficeExtension, line);
  try {
    const { Excel, Office } = client;
    expect(await Office.onReady()).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
    expect(Office.context.officeTheme).toMatchObject({ isDarkTheme: true });
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(async ({ address }) => void heard.push(address));
      const range = sheets.getActiveWorksheet().getRange('A1:A2');
      range.values = [[1], ['=A1+1']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[1], [2]]);
      range.values = [[1]];
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
    await host.quiet();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(['A1:A2']);
  } finally {
    close();
    port2.close();
    host.dispose();
    model.dispose();
  }
});
