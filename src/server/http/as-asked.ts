import type { Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { upgradeTo } from '#core/returns/upgrade-path.ts';
import type { Given } from './app.ts';

/**
 * What a revision answers, as a later version of its instrument asks it. What has no place there is left out; where no
 * versions lead from one to the other, everything stands as it was given.
 */
export const asAsked = (
  instruments: Given['instruments'],
  to: Instrument,
  { instrument, content }: { readonly instrument: string; readonly content: ReturnContent },
): ReturnContent => upgradeTo(instruments, to, instrument, content)?.content ?? content;
