import type { Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { messageOf } from '#flows/message-of.ts';

/**
 * What a rule says about a cell in the circumstances of a return: its own message, or ours for the rules that no
 * definition writes; '' for an unknown one.
 */
export const ruleWords = (
  instrument: Pick<Instrument, 'rules'>,
  rule: string,
  circumstances: Pick<Circumstances, 'yearGroups'>,
): string => messageOf(instrument, rule, circumstances) ?? '';
