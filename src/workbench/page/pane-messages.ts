import type { ProfileId } from '../protocol/profiles.ts';

/**
 * What the page says to the pane's frame, by `window.postMessage` within one origin. `workbench-port` comes once, after
 * the frame has loaded, with one MessagePort on which the pane's Excel client reaches the host; `workbench-ribbon` comes
 * each time somebody presses a button of the ribbon.
 */
export type PageMessage =
  | { readonly kind: 'workbench-port'; readonly profile: ProfileId; readonly theme: 'light' | 'dark' }
  | { readonly kind: 'workbench-ribbon'; readonly action: RibbonAction };

/** The names that the pane associates with its commands; the manifest's buttons carry the same. */
export type RibbonAction = 'open' | 'check' | 'nextIssue' | 'submit';
