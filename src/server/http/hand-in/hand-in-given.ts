import type { HandIn } from '../../hand-in.ts';
import type { Given } from '../app.ts';

/** What the page for handing in files is given. */
export interface HandInGiven extends Given {
  readonly handIn: HandIn;
  /** People reach this server by HTTPS, even where it does not see that itself. */
  readonly isHttps: boolean;
}
