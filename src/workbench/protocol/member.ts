import type { HostObjectOf, HostTypeName, MaybeObject } from './host-objects.ts';
import type { Work } from './work.ts';

/** One property or method of one type of Excel's API. */
export type Member<O> = Property<O> | Setting<O> | Way<O> | Deed<O>;

/** A scalar property; without `set` it is read-only. */
export interface Property<O> {
  get(object: O, work: Work): unknown;
  set?(object: O, value: unknown, work: Work): void;
}

/** A scalar property that can only be set, or that the client sets under another name than it reads. */
export interface Setting<O> {
  set(object: O, value: unknown, work: Work): void;
}

/** A property or method that leads to another object, or to none. */
export interface Way<O> {
  to(object: O, args: readonly unknown[], work: Work): MaybeObject;
}

/** A method that does something and answers a plain value or nothing. */
export interface Deed<O> {
  call(object: O, args: readonly unknown[], work: Work): unknown;
}

export interface HostType<O> {
  /** The id that the client remembers the object by. */
  id?(object: O, work: Work): string;
  /** Whether it is still there; otherwise `ItemNotFound`. */
  exists?(object: O, work: Work): boolean;
  /** A collection's items, in order. */
  items?(object: O, work: Work): readonly MaybeObject[];
  /** A collection's item by its key; `null` gives `ItemNotFound`. */
  item?(object: O, key: unknown, work: Work): MaybeObject;
  readonly members: Readonly<Record<string, Member<O>>>;
}

export type HostTypes = { readonly [T in HostTypeName]: HostType<HostObjectOf<T>> };
