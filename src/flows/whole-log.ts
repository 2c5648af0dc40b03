import { ok } from '#core/result.ts';
import type { WireAuditEntry } from '#wire/audit.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

/** The log of acts of an owner, or of the programme, the latest act first; one in which nothing stands yet is empty. */
export const wholeLog = async (
  { api }: Pick<Desk, 'api'>,
  log: string,
): Promise<FlowResult<readonly WireAuditEntry[]>> => {
  const entries: WireAuditEntry[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page = await api.programme.acts(log, after);
    if (!page.ok) return fromApi(page);
    entries.push(...page.value.entries);
    after = page.value.next;
  }
  return ok(entries.reverse());
};
