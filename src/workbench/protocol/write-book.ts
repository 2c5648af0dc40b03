import type { Area } from '#core/cell.ts';
import type { Model, ModelWrite } from '../engine/model.ts';

/**
 * Content on its way to the engine. The client sends a large table in many parts, and every write costs the engine
 * something whatever its size: parts that lie under one another go in together.
 */
export interface WriteBook {
  write(sheet: string, area: Area, content: readonly (readonly ModelWrite[])[]): void;
  /** Hands over what waits; before anything else looks at the workbook. */
  flush(): void;
}

export function writeBook(model: Model): WriteBook {
  let waiting: { sheet: string; area: Area; content: (readonly ModelWrite[])[] } | undefined;
  const flush = (): void => {
    const ready = waiting;
    waiting = undefined;
    if (ready) model.cells.write(ready.sheet, ready.area, ready.content);
  };
  return {
    flush,
    write(sheet, area, content) {
      if (waiting?.sheet === sheet && isBelow(area, waiting.area)) {
        waiting.area = { ...waiting.area, rows: waiting.area.rows + area.rows };
        waiting.content.push(...content);
        return;
      }
      flush();
      waiting = { sheet, area, content: [...content] };
    },
  };
}

const isBelow = (lower: Area, upper: Area): boolean =>
  lower.column === upper.column && lower.columns === upper.columns && lower.row === upper.row + upper.rows;
