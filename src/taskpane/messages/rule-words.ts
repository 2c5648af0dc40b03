import type { Instrument } from '#core/instrument/instrument.ts';
import { messageOf } from '#flows/message-of.ts';

/** What a rule says about a cell: its own message, or ours for the rules that no definition writes; '' for an unknown one. */
export const ruleWords = (instrument: Pick<Instrument, 'rules'>, rule: string): string =>
  messageOf(instrument, rule) ?? '';
