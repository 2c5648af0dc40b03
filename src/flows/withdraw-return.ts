import type { WireReturnLine } from '#wire/shapes.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

/** Takes back what was submitted: nothing of it counts any more. What stands in the workbook stays as it is. */
export const withdrawReturn = async (
  desk: Desk,
  { round, owner }: OpenReturn,
  reason: string,
): Promise<FlowResult<WireReturnLine>> => fromApi(await desk.api.withdraw(round.id, owner, reason.trim()));
