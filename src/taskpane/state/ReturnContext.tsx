import { createContext, useContext } from 'react';
import type { CheckedReturn } from '#flows/check-return.ts';
import type { ReturnAtHand } from './use-return.ts';

/** A return whose sheet has been read. */
export type ReadReturn = ReturnAtHand & { readonly checked: CheckedReturn };

/** The return on which the screen works, for its parts; given once its sheet has been read. */
export const ReturnContext = createContext<ReadReturn | undefined>(undefined);

export const useReturnAtHand = (): ReadReturn => {
  const atHand = useContext(ReturnContext);
  if (!atHand) throw new Error('used outside a return');
  return atHand;
};
