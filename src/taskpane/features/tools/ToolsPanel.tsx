import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { PasteTool } from './PasteTool.tsx';
import { PrintTool } from './PrintTool.tsx';

/** What else can be done with the sheet, each folded away until it is wanted. */
export const ToolsPanel = (): ReactNode => {
  const { instrument } = useReturnAtHand().open;
  return (
    <Panel title="More you can do">
      {instrument.rows.kind === 'open' ? <PasteTool /> : null}
      <PrintTool />
    </Panel>
  );
};
