import type { KeptEntry } from '#core/audit/audit-faults.ts';
import type { OwnerId } from '#core/ids.ts';
import type { WireAuditEntry } from '#wire/audit.ts';
import { programmeLog } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { wireEntry } from './audit.ts';

/** Entries of the programme's log that are looked at in one go. */
const pageOfLog = 500;

/** Of whom entries of the programme's log are wanted, and up to which entry. */
export interface ActsWanted {
  readonly owner: OwnerId;
  /** Ids of its people. */
  readonly people: ReadonlySet<string>;
  readonly until: number;
}

/**
 * What stands in the programme's log about an owner or its people, in its order. The log may be long: it is read page by
 * page, each when its turn has come.
 */
export async function* programmeActs(store: Store, wanted: ActsWanted): AsyncGenerator<WireAuditEntry> {
  for (let after = 0; after < wanted.until;) {
    const from = after;
    const page = await store.read(({ audit }) => audit.entries(programmeLog, from, pageOfLog));
    for (const one of page) {
      if (one.entry.number <= wanted.until && isAbout(one, wanted)) yield ownPart(wireEntry(one), wanted.owner);
    }
    after = page.at(-1)?.entry.number ?? wanted.until;
  }
}

const isAbout = ({ entry: { about } }: KeptEntry, { owner, people }: ActsWanted): boolean =>
  about['school'] === owner ||
  about['mentor'] === owner ||
  people.has(String(about['person'])) ||
  listed(about).includes(owner);

/** A mentor's schools are told to each of them without the others; the hash is that of the whole entry. */
const ownPart = (entry: WireAuditEntry, owner: OwnerId): WireAuditEntry =>
  listed(entry.about).includes(owner) ? { ...entry, about: { ...entry.about, schools: owner } } : entry;

const listed = (about: Readonly<Record<string, string | number>>): readonly string[] =>
  String(about['schools'] ?? '').split(',');
