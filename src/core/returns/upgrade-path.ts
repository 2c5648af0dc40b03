import type { Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from './content.ts';
import type { PlacedCell } from './moved-cell.ts';
import { upgradeContent, type LeftCell, type Upgrade } from './upgrade.ts';

/**
 * The versions that lead from one version of an instrument to another, both included, as each one's predecessor says;
 * `undefined` where none do. From a version to itself it is that one.
 */
export const upgradePath = (
  instruments: readonly Instrument[],
  { id, from, to }: { readonly id: string; readonly from: number; readonly to: number },
): readonly Instrument[] | undefined => {
  const here = instruments.find((instrument) => instrument.id === id && instrument.version === to);
  if (here === undefined || to < from) return undefined;
  if (to === from) return [here];
  const before = here.predecessor?.version;
  // A version that follows itself or a later one would lead round and round.
  if (before === undefined || before >= to) return undefined;
  const path = upgradePath(instruments, { id, from, to: before });
  return path && [...path, here];
};

/** Moves answers along a path of versions. What was left anywhere on it is listed as it stood in the first. */
export const upgradeAlong = (path: readonly Instrument[], content: ReturnContent): Upgrade => {
  let now: Upgrade = { content, moved: 0, left: [] };
  let origins: ReadonlyMap<string, PlacedCell> | undefined;
  path.slice(1).forEach((to, at) => {
    const step = upgradeContent(path[at] ?? to, to, now.content);
    const before = origins;
    const origin = (cell: PlacedCell): PlacedCell => before?.get(placeKey(cell)) ?? cell;
    origins = new Map(step.went.map((move) => [placeKey(move.to), origin(move.from)]));
    const left = step.left.map((cell): LeftCell => ({ ...origin(cell), why: cell.why }));
    now = { content: step.content, moved: step.moved, left: [...now.left, ...left] };
  });
  return now;
};

const placeKey = ({ row, field }: PlacedCell): string => JSON.stringify([row, field]);
