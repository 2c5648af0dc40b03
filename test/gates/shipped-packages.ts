/** One entry of package-lock.json's `packages`. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** package-lock.json's `packages`, by path (`node_modules/a/node_modules/b`). */
export type Locked = Readonly<Record<string, LockedPackage>>;

/** `@a/b` of `node_modules/x/node_modules/@a/b`. */
export const packageName = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Where Node finds a package that the one at `from` asks for: in its own folder, or the nearest one above. */
function resolve(locked: Locked, from: string, name: string): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (locked[path]) return path;
    if (place === '' || !place.includes('node_modules/')) return undefined;
    if (!place.includes('/node_modules/')) {
      return locked[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
    }
  }
}

/**
 * Paths of all packages that the named ones need, themselves included: what reaches the people who use the product
 * when these are bundled or installed.
 */
export function closure(locked: Locked, names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (path: string | undefined) => {
    if (path === undefined || seen.has(path)) return;
    seen.add(path);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = locked[path] ?? {};
    const peers = Object.keys(peerDependencies ?? {}).filter((peer) => !peerDependenciesMeta?.[peer]?.optional);
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      visit(resolve(locked, path, name));
    }
  };
  for (const name of names) visit(resolve(locked, '', name));
  return [...seen].sort();
}
