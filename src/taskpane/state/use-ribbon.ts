import { useEffect, useRef } from 'react';
import { usePane } from './PaneContext.tsx';
import type { RibbonService, RibbonWish } from './ribbon.ts';

/** Fulfils wishes of the ribbon for as long as the calling part stands; which wishes never changes, how may. */
export const useRibbon = (service: RibbonService): void => {
  const { ribbon } = usePane();
  const current = useRef(service);
  current.current = service;
  useEffect(() => {
    const wishes = Object.keys(current.current) as RibbonWish[];
    const latest = wishes.map((wish) => [wish, async () => current.current[wish]?.()] as const);
    return ribbon.serve(Object.fromEntries(latest));
  }, [ribbon]);
};
