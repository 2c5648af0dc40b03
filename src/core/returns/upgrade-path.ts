import { instrumentRef, type Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from './content.ts';
import type { PlacedCell } from './moved-cell.ts';
import { upgradeContent, type LeftCell, type Upgrade } from './upgrade.ts';

/** The instrument of a reference such as `…@1`, where it is at hand. */
type Find = (reference: string) => Instrument | undefined;

/**
 * The versions that lead from one version of an instrument to another, both included, as each one's predecessor says;
 * `undefined` where none do. From a version to itself it is that one.
 */
export const upgradePath = (
  find: Find,
  { id, from, to }: { readonly id: string; readonly from: number; readonly to: number },
): readonly Instrument[] | undefined => {
  const here = find(instrumentRef({ id, version: to }));
  if (here === undefined || to < from) return undefined;
  if (to === from) return [here];
  const before = here.predecessor?.version;
  // A version that follows itself or a later one would lead round and round.
  if (before === undefined || before >= to) return undefined;
  const path = upgradePath(find, { id, from, to: before });
  return path && [...path, here];
};

/**
 * Answers given in the version `from` names, as a later version of that instrument asks them; `undefined` where no
 * versions at hand lead there.
 */
export const upgradeTo = (find: Find, to: Instrument, from: string, content: ReturnContent): Upgrade | undefined => {
  const given = find(from);
  if (given?.id !== to.id) return undefined;
  const path = upgradePath(find, { id: to.id, from: given.version, to: to.version });
  return path && upgradeAlong(path, content);
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
