import type { Area } from '#core/cell.ts';
import type { Model } from '../engine/model.ts';
import { apiNotFound } from './errors.ts';

export interface BorderEdge {
  readonly style?: string;
  readonly colour?: string;
}

/**
 * Lines set edge by edge during a batch. The engine draws one line around every cell of an area, so that is what all
 * edges together must come to; anything else is refused as not supported, rather than drawn differently.
 */
export interface BorderBook {
  edge(sheet: string, area: Area, edge: string): BorderEdge;
  set(sheet: string, area: Area, edge: string, part: BorderEdge): void;
  /** Draws what was set; throws `ApiNotFound` for lines on some edges only. */
  commit(): void;
}

const black = '#000000';

export function borderBook(model: Model): BorderBook {
  const drafts = new Map<string, { sheet: string; area: Area; edges: Map<string, BorderEdge> }>();
  const draftOf = (sheet: string, area: Area) => {
    const key = `${sheet}!${area.row},${area.column},${area.rows},${area.columns}`;
    const draft = drafts.get(key) ?? { sheet, area, edges: new Map<string, BorderEdge>() };
    drafts.set(key, draft);
    return draft;
  };
  return {
    edge: (sheet, area, edge) => draftOf(sheet, area).edges.get(edge) ?? {},
    set(sheet, area, edge, part) {
      const { edges } = draftOf(sheet, area);
      edges.set(edge, { ...edges.get(edge), ...part });
    },
    commit() {
      const waiting = [...drafts.values()];
      drafts.clear();
      for (const { sheet, area, edges } of waiting) {
        if (edges.size === 0) continue;
        const lines = edgesOf(area).map((edge) => edges.get(edge));
        const colours = new Set(
          lines.map((line) => (line?.style === 'Continuous' ? (line.colour ?? black) : undefined)),
        );
        const [colour] = colours;
        if (colours.size !== 1 || colour === undefined)
          throw apiNotFound('RangeBorder with different or missing edges');
        model.looks.setLook(sheet, area, { border: { colour } });
      }
    },
  };
}

/** The edges that an area has: lines between cells exist only where there is more than one. */
function edgesOf(area: Area): readonly string[] {
  const inside = [...(area.rows > 1 ? ['InsideHorizontal'] : []), ...(area.columns > 1 ? ['InsideVertical'] : [])];
  return ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', ...inside];
}
