import type { ProfileId } from '../protocol/profiles.ts';

/**
 * What the page says to the pane's frame, by `window.postMessage` within one origin. `workbench-port` comes once, after
 * the frame has loaded, with one MessagePort on which the pane's Excel client reaches the host; `workbench-ribbon` comes
 * each time somebody presses a button of the ribbon. `workbench-file` asks for the workbook's returns as an Excel file,
 * or hands one over whose returns are to be drawn, and comes with a MessagePort for the one `FileAnswer`.
 */
export type PageMessage =
  | { readonly kind: 'workbench-port'; readonly profile: ProfileId; readonly theme: 'light' | 'dark' }
  | { readonly kind: 'workbench-ribbon'; readonly action: RibbonAction }
  | { readonly kind: 'workbench-file'; readonly open?: Uint8Array };

/** What came of it: the bytes of the file, or how many returns were drawn; `no-return` where there is none. */
export type FileAnswer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'drawn'; readonly returns: number }
  | { readonly kind: 'no-return' }
  | { readonly kind: 'failed'; readonly why: 'unreadable' | 'workbook' };

/** The names that the pane associates with its commands; the manifest's buttons carry the same. */
export type RibbonAction = 'open' | 'check' | 'nextIssue' | 'submit';
