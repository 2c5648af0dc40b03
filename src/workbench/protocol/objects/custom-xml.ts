import { invalidArgument, itemNotFound } from '../errors.ts';
import { requireText } from '../guards.ts';
import type { HostObjectOf } from '../host-objects.ts';
import type { Work } from '../work.ts';
import { readXmlRoot } from '../xml-shape.ts';

interface OnPart {
  readonly id: string;
}

const part = (id: string): HostObjectOf<'CustomXmlPart'> => ({ type: 'CustomXmlPart', id });

export const partsIn = (namespace: string | undefined, work: Work): readonly HostObjectOf<'CustomXmlPart'>[] =>
  work.kept.xmlParts
    .filter(({ xml }) => namespace === undefined || readXmlRoot(xml)?.namespace === namespace)
    .map(({ id }) => part(id));

/** Rule 55: text that is no XML is refused; each part has a new id. */
export function addPart(args: readonly unknown[], work: Work): HostObjectOf<'CustomXmlPart'> {
  const xml = requireXml(args[0]);
  work.changing();
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  work.kept.xmlParts.push({ id, xml });
  return part(id);
}

function requireXml(value: unknown): string {
  const xml = requireText(value);
  if (!readXmlRoot(xml)) throw invalidArgument();
  return xml;
}

/** The part, when there is exactly one. */
export function onlyPart(namespace: string, work: Work): HostObjectOf<'CustomXmlPart'> | null {
  const [first, ...more] = partsIn(namespace, work);
  return first && more.length === 0 ? first : null;
}

export const partById = (id: unknown, work: Work): HostObjectOf<'CustomXmlPart'> | null =>
  work.kept.xmlParts.some((one) => one.id === id) ? part(requireText(id)) : null;

export const isThere = ({ id }: OnPart, work: Work): boolean => work.kept.xmlParts.some((one) => one.id === id);

function found(work: Work, id: string) {
  const one = work.kept.xmlParts.find((kept) => kept.id === id);
  if (!one) throw itemNotFound();
  return one;
}

export const xmlOf = ({ id }: OnPart, _args: readonly unknown[], work: Work): string => found(work, id).xml;

export const namespaceOf = ({ id }: OnPart, work: Work): string => readXmlRoot(found(work, id).xml)?.namespace ?? '';

export function setXml({ id }: OnPart, args: readonly unknown[], work: Work): void {
  const xml = requireXml(args[0]);
  const one = found(work, id);
  work.changing();
  one.xml = xml;
}

export function removePart({ id }: OnPart, _args: readonly unknown[], work: Work): void {
  work.changing();
  work.kept.xmlParts = work.kept.xmlParts.filter((one) => one.id !== id);
}
