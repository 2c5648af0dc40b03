import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { AddRowsTool } from './AddRowsTool.tsx';
import { PasteTool } from './PasteTool.tsx';
import { PrintTool } from './PrintTool.tsx';
import { RepairTool } from './RepairTool.tsx';
import { TidyTool } from './TidyTool.tsx';

/** What else can be done with the sheet, each folded away until it is wanted. */
export const ToolsPanel = (): ReactNode => {
  const { instrument } = useReturnAtHand().open;
  return (
    <Panel title="More you can do">
      {instrument.rows.kind === 'open' ? <PasteTool /> : null}
      {instrument.rows.kind === 'open' ? <AddRowsTool /> : null}
      <TidyTool />
      <RepairTool />
      <PrintTool />
    </Panel>
  );
};
