import { ok } from '#core/result.ts';
import type { WireCheckpoint } from '#wire/audit.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

/** The checkpoint of the log of acts with a hash that was written down; `undefined` when there is none. */
export const findCheckpoint = async (
  { api }: Pick<Desk, 'api'>,
  hash: string,
): Promise<FlowResult<WireCheckpoint | undefined>> => {
  const found = await api.programme.checkpoint(hash);
  const isNone = !found.ok && found.failure.kind === 'problem' && found.failure.problem.code === 'not-found';
  return isNone ? ok(undefined) : fromApi(found);
};
