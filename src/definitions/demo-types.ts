import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import type { OwnerKind } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';

/** An invented programme to try the product with. Owners, people and rounds are as the server sets up any programme. */
export interface DemoProgramme {
  readonly synthetic: true;
  /** Shown wherever the demo is shown. */
  readonly notice: string;
  readonly owners: readonly DemoOwner[];
  readonly people: readonly DemoPerson[];
  readonly rounds: readonly Round[];
}

export interface DemoOwner {
  readonly owner: OwnerId;
  readonly kind: OwnerKind;
  readonly name: string;
}

export interface DemoPerson {
  readonly id: string;
  readonly role: 'school' | 'mentor' | 'project-team';
  readonly name: string;
  readonly owner?: OwnerId;
  /** The schools a mentor looks after. */
  readonly schools?: readonly OwnerId[];
  /** Her access code: known to everybody, good for the demo only. */
  readonly code: string;
}

/** A return that stands on the server when the demo begins: one revision, submitted and perhaps accepted. */
export interface DemoReturn {
  readonly round: RoundId;
  readonly owner: OwnerId;
  /** Id of the person who submitted it. */
  readonly by: string;
  readonly at: Instant;
  /** Id of the person who accepted it, and when; absent when nobody has yet. */
  readonly accepted?: { readonly by: string; readonly at: Instant };
  readonly content: ReturnContent;
}

/** What an invented school answered, written down compactly; `demo-returns.ts` makes the rows of it. */
export interface DemoRecipe {
  readonly owner: OwnerId;
  readonly at: Instant;
  readonly acceptedAt?: Instant;
  /** A character a statement, in their order, groups parted by a space: `1`-`4`, `n` not applicable, `-` left blank. */
  readonly levels: string;
  /** How this school types levels: as the drop-down has them, or as bare numbers. */
  readonly types: 'labels' | 'numbers';
  readonly evidence: Readonly<Record<string, string>>;
  /** Next action, lead and target term. */
  readonly actions: Readonly<Record<string, readonly [action: string, lead: string, term: string]>>;
  /** Statements whose level the school is not sure of. */
  readonly unsure: readonly string[];
  /** Why a short piece of evidence is enough. */
  readonly explained?: Readonly<Record<string, string>>;
}
