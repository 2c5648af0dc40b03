import { parseArgs } from 'node:util';
import type { KeptEntry } from '#core/audit/audit-faults.ts';
import { isWhole } from '#core/audit/audit-verdict.ts';
import { hashInNote } from '#core/audit/checkpoint.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { noHash } from '#core/words/log-words.ts';
import type { Store } from '#server/store/store.ts';
import { verifyAudit } from '#server/store/verify-audit.ts';
import { auditUsage, checkpointLine, entryLine, verdictLines } from './audit-words.ts';
import { withData } from './with-data.ts';

/** What is printed, and the exit code. */
interface Told {
  readonly printed: string;
  readonly code: number;
}

/**
 * `stem-returns audit verify [--written HASH]|list LOG|checkpoint`: the log of acts in the server's data. `verify` ends with 1
 * when the log does not hold together, or has no checkpoint with the hash that was written down. The failure is a line for the person.
 */
export const audit = async (args: readonly string[]): Promise<Result<number, string>> => {
  const act = readArgs(args);
  if (!act.ok) return act;
  return await withData(async (store) => {
    const { printed, code } = await act.value(store);
    console.log(printed);
    return ok(code);
  });
};

const readArgs = (args: readonly string[]): Result<(store: Store) => Promise<Told>, string> => {
  const parsed = parse(args);
  if (!parsed) return failed(auditUsage);
  const [verb, log, ...more] = parsed.positionals;
  const { json = false, written } = parsed.values;
  if (more.length > 0 || (verb === 'list') !== (log !== undefined)) return failed(auditUsage);
  if (written !== undefined && verb !== 'verify') return failed(auditUsage);
  const hash = written === undefined ? undefined : hashInNote(written);
  if (written !== undefined && hash === undefined) return failed(noHash);
  switch (verb) {
    case 'verify':
      return ok((store) => verify(store, json, hash));
    case 'list':
      return ok((store) => list(store, (log ?? '').toUpperCase(), json));
    case 'checkpoint':
      return ok((store) => checkpoint(store, json));
    default:
      return failed(auditUsage);
  }
};

const options = { json: { type: 'boolean' }, written: { type: 'string' } } as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return undefined;
  }
};

const verify = async (store: Store, json: boolean, written: string | undefined): Promise<Told> => {
  const verdict = await verifyAudit(store);
  const found =
    written === undefined
      ? undefined
      : ((await store.read(({ checkpoints }) => checkpoints.byHash(written))) ?? 'missing');
  return {
    printed: json
      ? JSON.stringify({ ...verdict, ...(found === undefined ? {} : { written: found }) }, null, 2)
      : verdictLines(verdict, found).join('\n'),
    code: isWhole(verdict) && found !== 'missing' ? 0 : 1,
  };
};

const list = async (store: Store, log: string, json: boolean): Promise<Told> => {
  const entries = await store.read((records) => records.audit.entries(log));
  if (entries.length === 0) return { printed: `Nothing is written down under "${log}".`, code: 0 };
  const plain = ({ entry, kept }: KeptEntry) => ({ ...entry, ...(kept ? kept.detail : {}) });
  return { printed: json ? JSON.stringify(entries.map(plain), null, 2) : entries.map(entryLine).join('\n'), code: 0 };
};

const checkpoint = async (store: Store, json: boolean): Promise<Told> => {
  const now = new Date().toISOString();
  const made = await store.write(({ checkpoints }) => checkpoints.make(now));
  return { printed: json ? JSON.stringify(made, null, 2) : checkpointLine(made), code: 0 };
};
