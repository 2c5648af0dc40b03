import { apiNotFound, HostError, invalidArgument, itemNotFound } from './errors.ts';
import type { HostObject, MaybeObject } from './host-objects.ts';
import type { HostType, Member } from './member.ts';
import { members } from './members.ts';
import { isNewer } from './profiles.ts';
import { requirementSets } from './requirement-sets.ts';
import { pathTypes, type ArgumentInfo, type Batch, type ObjectPath } from './wire.ts';
import type { Work } from './work.ts';

/** The objects that panes keep references to from one batch to the next. */
export type References = Map<string, HostObject>;

/** Finds what the object paths of one batch stand for; each path is walked once, when it is first needed. */
export interface Paths {
  resolve(id: number): MaybeObject;
  argumentsOf(info: ArgumentInfo | undefined): readonly unknown[];
}

export function pathsOf(batch: Batch, references: References, work: Work): Paths {
  const known = new Map<number, MaybeObject>();
  const paths: Paths = {
    resolve(id) {
      const found = known.get(id);
      if (found !== undefined) return found;
      const path = batch.ObjectPaths[id];
      if (!path) throw new HostError('InvalidObjectPath', `There is no object path ${id}.`);
      const object = walk(path, paths, references, work);
      known.set(id, object);
      return object;
    },
    argumentsOf(info) {
      const ids = info?.ReferencedObjectPathIds ?? [];
      return (info?.Arguments ?? []).map((argument, index) => {
        const id = ids[index];
        return typeof id === 'number' && id !== 0 ? paths.resolve(id) : withObjects(argument, paths);
      });
    },
  };
  return paths;
}

function walk(path: ObjectPath, paths: Paths, references: References, work: Work): MaybeObject {
  if (path.ObjectPathType === pathTypes.global) return { type: 'Workbook' };
  if (path.ObjectPathType === pathTypes.nullObject) return null;
  if (path.ObjectPathType === pathTypes.reference) {
    const object = references.get(path.Name);
    if (!object) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    return object;
  }
  if (path.ObjectPathType === pathTypes.newObject) throw apiNotFound(path.Name);
  const parent = paths.resolve(path.ParentObjectPathId ?? 0);
  if (parent === null) return null;
  requireThere(parent, work);
  const args = paths.argumentsOf(path.ArgumentInfo);
  if (path.ObjectPathType === pathTypes.indexer) {
    const { item } = typeOf(parent);
    if (!item) throw apiNotFound(`${parent.type}.getItem`);
    const found = item(parent, args[0], work);
    if (!found) throw itemNotFound();
    return found;
  }
  if (path.ObjectPathType !== pathTypes.method && path.ObjectPathType !== pathTypes.property) {
    throw new HostError('InvalidObjectPath', `Object path type ${path.ObjectPathType} is not known.`);
  }
  // Ways from a range are geometry; others may look at what is being written.
  if (parent.type !== 'Range') work.writes.flush();
  const member = memberOf(parent, memberName(path.Name), work);
  if (!('to' in member)) throw apiNotFound(`${parent.type}.${memberName(path.Name)}`);
  return member.to(parent, args, work);
}

/** The entry of an object's type in the table. */
export const typeOf = (object: HostObject): HostType<HostObject> => members[object.type] as HostType<HostObject>;

/** The wire says `GetRange` where the API says `getRange`. */
export const memberName = (wireName: string): string => wireName.slice(0, 1).toLowerCase() + wireName.slice(1);

/** A member of an object: supported here, and in a requirement set of this Excel (rule 8). */
export function memberOf(object: HostObject, name: string, work: Work): Member<HostObject> {
  const member = Object.hasOwn(typeOf(object).members, name) ? typeOf(object).members[name] : undefined;
  if (!member || !isInProfile(object.type, name, work)) throw apiNotFound(`${object.type}.${name}`);
  return member;
}

function isInProfile(type: string, name: string, work: Work): boolean {
  const since = requirementSets[type]?.[name];
  return since === undefined ? name.startsWith('_') : !isNewer(since, work.profile.sets.ExcelApi ?? '0');
}

/** Another person or an earlier batch may have taken it away (rule 60). */
export function requireThere(object: HostObject, work: Work): void {
  if ('sheet' in object && !work.model.sheets.list().some(({ id }) => id === object.sheet)) throw itemNotFound();
  if (typeOf(object).exists?.(object, work) === false) throw itemNotFound();
}

/** Objects within a plain argument stand there as `{ _ObjectPathId }`. */
function withObjects(argument: unknown, paths: Paths): unknown {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return argument;
  const fields = argument as Readonly<Record<string, unknown>>;
  if (typeof fields._ObjectPathId === 'number') {
    const object = paths.resolve(fields._ObjectPathId);
    if (object === null) throw invalidArgument();
    return object;
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, withObjects(value, paths)]));
}
