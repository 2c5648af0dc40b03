import { apiNotFound, HostError, invalidArgument } from './errors.ts';
import type { HostObject, MaybeObject } from './host-objects.ts';
import { memberOf, requireThere, typeOf } from './object-paths.ts';
import { requirementSets } from './requirement-sets.ts';
import type { QueryInfo } from './wire.ts';
import type { Work } from './work.ts';

/** What a query wants of an object: scalars by name, and the same of the objects that it leads to. */
interface Wanted {
  all: boolean;
  readonly names: Set<string>;
  readonly parts: Map<string, Wanted>;
}

/** Answers a `load`: the wanted properties under the names of the wire; nothing for no object. */
export function answerQuery(object: MaybeObject, query: QueryInfo | undefined, work: Work): unknown {
  if (object === null) return null;
  requireThere(object, work);
  const wanted = nothing();
  for (const path of query?.Select ?? []) add(wanted, path);
  for (const path of query?.Expand ?? []) add(wanted, `${path}/*`);
  if (!query?.Select?.length && !query?.Expand?.length) wanted.all = true;
  return answer(object, wanted, work, query);
}

const nothing = (): Wanted => ({ all: false, names: new Set(), parts: new Map() });

/** `values`, `format/fill/color`, `items/name`, `*`; dots are slashes. */
function add(wanted: Wanted, path: string): void {
  const steps = path.split(/[/.]/).filter((step) => step !== '' && step.toLowerCase() !== 'items' && step !== '$all');
  let at = wanted;
  for (const step of steps.slice(0, -1)) {
    const part = at.parts.get(step) ?? nothing();
    at.parts.set(step, part);
    at = part;
  }
  const last = steps.at(-1);
  if (last === undefined || last === '*') at.all = true;
  else at.names.add(last);
}

function answer(object: HostObject, wanted: Wanted, work: Work, page: QueryInfo = {}): unknown {
  const { items } = typeOf(object);
  if (!items) return oneAnswer(object, wanted, work);
  const skip = page.Skip ?? 0;
  const all = items(object, work).slice(skip, page.Top === undefined ? undefined : skip + page.Top);
  return { _Items: all.map((item) => item && { ...idOf(item, work), ...oneAnswer(item, wanted, work) }) };
}

function oneAnswer(object: HostObject, wanted: Wanted, work: Work): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of wanted.all ? scalarsOf(object) : []) found[wireName(name)] = read(object, name, work);
  for (const name of wanted.names) {
    const member = supported(object, name, work);
    found[wireName(name)] =
      'to' in member
        ? partAnswer(member.to(object, [], work), { ...nothing(), all: true }, work)
        : read(object, name, work);
  }
  for (const [name, part] of wanted.parts) {
    const member = supported(object, name, work);
    if (!('to' in member)) throw invalidArgument();
    found[wireName(name)] = partAnswer(member.to(object, [], work), part, work);
  }
  return found;
}

const partAnswer = (object: MaybeObject, wanted: Wanted, work: Work): unknown =>
  object === null ? null : answer(object, wanted, work);

/** A name that Excel does not know either is our caller's mistake (rule 10); one that only we do not know is said so. */
function supported(object: HostObject, name: string, work: Work) {
  if (requirementSets[object.type]?.[name] === undefined) throw invalidArgument();
  return memberOf(object, name, work);
}

function read(object: HostObject, name: string, work: Work): unknown {
  const member = memberOf(object, name, work);
  if ('get' in member) return member.get(object, work);
  if ('set' in member) throw new HostError('ApiNotFound', `${object.type}.${name} can be set but not read here.`);
  throw apiNotFound(`load of ${object.type}.${name}`);
}

/** `load()` without names: every scalar that can be read. */
const scalarsOf = (object: HostObject): string[] =>
  Object.entries(typeOf(object).members).flatMap(([name, member]) => ('get' in member ? [name] : []));

/** What the client remembers an object by. */
export function idOf(object: HostObject, work: Work): { readonly Id?: string } {
  const id = typeOf(object).id?.(object, work);
  return id === undefined ? {} : { Id: id };
}

const wireName = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
