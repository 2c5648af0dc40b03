import { ICommandService, LifecycleService, LifecycleStages } from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { ModelSnapshot } from '../engine/model.ts';
import { createModel, openModel, type UniverModel } from '../engine/univer-model.ts';
import { followHeights } from './auto-height.ts';
import { chartLayer } from './chart-layer.ts';
import { guardLockedCells, type Permission } from './locked-cells.ts';
import { screenUniver } from './screen-univer.ts';

/** A workbook on the screen. */
export interface Grid {
  readonly model: UniverModel;
  /** Puts the keyboard into the grid. */
  focus(): void;
  /** Told when the person starts and ends typing in a cell. */
  onEditing(listener: (editing: boolean) => void): () => void;
  /** Told after anything in the workbook has changed, whoever changed it. */
  onChange(listener: () => void): () => void;
  /** For changes that the engine does not know of, such as a new chart. */
  redraw(): void;
  dispose(): void;
}

export interface GridOptions {
  /** Nothing for a new workbook. */
  readonly snapshot: ModelSnapshot | undefined;
  readonly permission: (model: UniverModel) => Permission;
  /** The person tried to change a locked cell. */
  readonly refused: () => void;
}

/** Shows a workbook in a place of the page, which must have a size; resolves when it stands there. */
export async function showGrid(place: HTMLElement, { snapshot, permission, refused }: GridOptions): Promise<Grid> {
  const univer = screenUniver(place);
  const options = { univer, onScreen: true };
  const model = snapshot ? openModel(snapshot, options) : createModel(options);
  const { injector } = model.book;
  const unguard = guardLockedCells(model, permission(model), refused);
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const charts = chartLayer(model, place);
  const heights = followHeights(model);
  const changed = new Set<() => void>();
  const looking: readonly string[] = ['sheet.operation.', 'doc.', 'ui.', 'formula.', 'univer.'];
  const watching = injector.get(ICommandService).onCommandExecuted((command) => {
    const unit = (command.params as { unitId?: string } | undefined)?.unitId;
    if (unit !== model.book.workbook.getUnitId()) return;
    const activated = command.id === 'sheet.operation.set-worksheet-active';
    if (!activated && looking.some((kind) => command.id.startsWith(kind))) return;
    for (const listener of changed) listener();
  });
  return {
    model,
    focus: () => injector.get(ILayoutService).focus(),
    onEditing(listener) {
      const editing = injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => listener(visible));
      return () => editing.unsubscribe();
    },
    onChange(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    redraw: charts.redraw,
    dispose() {
      unguard();
      watching.dispose();
      charts.dispose();
      heights();
      model.dispose();
    },
  };
}
