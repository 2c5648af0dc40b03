import { invalidArgument, itemNotFound } from '../errors.ts';
import { requireText } from '../guards.ts';
import type { HostObjectOf } from '../host-objects.ts';
import type { Property } from '../member.ts';
import type { Work } from '../work.ts';

interface OnProperty {
  readonly key: string;
}

/** Off the web Excel cuts keys and values at this length without a word (rule 55). */
const maxLength = 255;

const property = (key: string): HostObjectOf<'CustomProperty'> => ({ type: 'CustomProperty', key });

export const allProperties = (work: Work): readonly HostObjectOf<'CustomProperty'>[] =>
  work.kept.properties.map(({ key }) => property(key));

export function propertyByKey(key: unknown, work: Work): HostObjectOf<'CustomProperty'> | null {
  const found = find(work, requireText(key));
  return found ? property(found.key) : null;
}

/** Keys are the same without regard to case; adding one that is there replaces its value. */
const find = (work: Work, key: string) =>
  work.kept.properties.find((one) => one.key.toLowerCase() === key.toLowerCase());

export function addProperty(args: readonly unknown[], work: Work): HostObjectOf<'CustomProperty'> {
  const key = cut(work, requireText(args[0]));
  if (key === '') throw invalidArgument();
  const kept = requireValue(work, args[1]);
  work.changing();
  const standing = find(work, key);
  if (standing) standing.value = kept;
  else work.kept.properties.push({ key, value: kept });
  return property(standing?.key ?? key);
}

function requireValue(work: Work, value: unknown): string | number | boolean {
  if (typeof value === 'string') return cut(work, value);
  if (typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument();
  return value;
}

function cut(work: Work, text: string): string {
  if (work.profile.platform !== 'OfficeOnline') return text.slice(0, maxLength);
  if (text.length > maxLength) throw invalidArgument();
  return text;
}

export const isThere = ({ key }: OnProperty, work: Work): boolean => find(work, key) !== undefined;

export const value: Property<OnProperty> = {
  get({ key }, work) {
    const found = find(work, key);
    if (!found) throw itemNotFound();
    return found.value;
  },
  set({ key }, wanted, work) {
    const found = find(work, key);
    if (!found) throw itemNotFound();
    const kept = requireValue(work, wanted);
    work.changing();
    found.value = kept;
  },
};

export function removeProperty({ key }: OnProperty, _args: readonly unknown[], work: Work): void {
  work.changing();
  work.kept.properties = work.kept.properties.filter((one) => one.key !== key);
}
