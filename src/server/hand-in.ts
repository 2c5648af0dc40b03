import type { Cell } from '#core/cell.ts';
import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import type { Severity } from '#core/instrument/instrument.ts';
import type { Result } from '#core/result.ts';
import type { SheetDamage } from '#core/rules/issue.ts';
import type { ProblemCode } from '#wire/problems.ts';
import type { WirePerson } from '#wire/shapes.ts';

/**
 * What the page for handing in files needs done with workbooks. The endpoint knows no sheets: whoever starts it hands this
 * in. Nothing in here trusts a file; what takes too long or too much is ended and told.
 */
export interface HandIn {
  /** The workbook of a return as an .xlsx file, with what the endpoint holds of it. */
  make(place: HandInPlace): Promise<Result<Uint8Array, NotRead>>;
  /** A file that was made with an older version of the instrument, with its answers on sheets of the present one. */
  upgrade(place: HandInPlace, file: Uint8Array): Promise<Result<Uint8Array, NotRead>>;
  /** Reads and checks what is handed in; nothing is submitted. */
  check(place: HandInPlace, handed: HandedIn): Promise<HandInOutcome>;
  /** Submits it when nothing stands in the way, else answers what does. The same key and content again is a resend. */
  submit(place: HandInPlace, handed: HandedIn, sending: Sending): Promise<HandInOutcome>;
}

/** Whose return of which round it is, who is signed in until when, and the endpoint as she may call it. */
export interface HandInPlace {
  readonly round: RoundId;
  readonly owner: OwnerId;
  readonly person: WirePerson;
  readonly expires: Instant;
  readonly fetch: typeof fetch;
}

export interface HandedIn {
  /** A workbook file as it came; absent when what the endpoint holds is handed in again, with answers to questions. */
  readonly file?: Uint8Array;
  /** Why warnings stand; one whose cell holds another value by now is left out. */
  readonly explanations: readonly Explained[];
  /** Answers to questions, by the row they were asked about; they go before what stands in the file. */
  readonly answers: readonly { readonly row: string; readonly text: string }[];
  /** Somebody submitted since the file was made: both are put together, and where both changed a cell this side's counts. */
  readonly together?: 'mine' | 'theirs';
}

export interface Explained {
  readonly row: string;
  readonly field: string;
  readonly rule: string;
  readonly value: Cell;
  readonly text: string;
}

export interface Sending {
  /** Of the submission: letters, digits and hyphens, at most 40. */
  readonly key: string;
  /** Answers copied from an earlier round still hold. */
  readonly confirmed: boolean;
  /** Why it comes after the round has closed; blank for no reason. */
  readonly late: string;
}

export type HandInOutcome =
  | { readonly kind: 'not-read'; readonly why: NotRead }
  /** It was read. After `submit`: something stands in the way, nothing was taken. */
  | { readonly kind: 'read'; readonly report: HandInReport }
  /** Submitted, or held by the endpoint already: as this revision. */
  | { readonly kind: 'receipt'; readonly revision: number }
  | Refused;

/** The endpoint refused, in answer to the request that its log knows by this id, where it told one. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: ProblemCode;
  readonly requestId?: string;
}

/** Why nothing could be done with a file. */
export type NotRead =
  /** It is no workbook that can be read; `unsafe` and `damaged` as the guard of files tells them. */
  | {
      readonly kind:
        'empty' | 'not-a-workbook' | 'old-format' | 'encrypted' | 'too-large' | 'unsafe' | 'damaged' | 'no-return';
    }
  /** Reading it was ended, or not begun because too many others are being read. */
  | { readonly kind: 'took-too-long' | 'took-too-much-memory' | 'ended-early' | 'busy' }
  | { readonly kind: 'code-unreadable'; readonly sheet: string; readonly found: string }
  | { readonly kind: 'header-missing'; readonly sheet: string }
  | { readonly kind: 'two-copies'; readonly sheets: readonly string[] }
  | { readonly kind: 'other-school'; readonly owner: string; readonly name: string | undefined }
  | { readonly kind: 'other-round'; readonly round: string; readonly title: string | undefined }
  /** Made with another version of the instrument than the round asks now. */
  | { readonly kind: 'older-version' }
  /** Not all of it could be moved to the present version: a part of the sheet cannot be read. */
  | { readonly kind: 'sheet-damaged' }
  /** What the endpoint said when it was asked for something. */
  | Refused;

/** A return as it stands in the file. Cells are told as people find them: `Garden!D12`; absent when the cell is gone. */
export interface HandInReport {
  readonly sheet: string;
  readonly rowsAnswered: number;
  readonly rows: number;
  readonly damage: readonly SheetDamage[];
  /** For rows of an open table that have no number: the next free one. */
  readonly nextNumber: number;
  readonly issues: readonly HandInIssue[];
  /** Rows with answers copied from an earlier round that nobody has confirmed. */
  readonly unconfirmed: readonly string[];
  /** The open questions, and what is written beside them. */
  readonly questions: readonly HandInQuestion[];
  /** Somebody submitted since the file was made, and it has not been put together with that yet. */
  readonly newer?: {
    readonly revision: number;
    readonly by: string;
    readonly at: Instant;
    /** Cells that both changed, each to something else. */
    readonly conflicts: readonly HandInDifference[];
    /** How many cells come from the newer revision by themselves. */
    readonly taken: number;
  };
  /** The endpoint holds exactly this already, as this revision, under this receipt. */
  readonly unchanged?: { readonly revision: number; readonly receipt: string };
}

export interface HandInIssue {
  readonly row: string;
  readonly field: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly value: Cell;
  readonly message: string;
  readonly cell: string | undefined;
  /** Why it stands, where somebody said so of the value that stands now. */
  readonly explanation: string | undefined;
}

export interface HandInQuestion {
  readonly id: string;
  readonly row: string;
  readonly field: string;
  readonly cell: string | undefined;
  /** Where its answer is written in the file; absent when the row is gone. */
  readonly answerCell: string | undefined;
  readonly answer: string;
}

export interface HandInDifference {
  readonly row: string;
  readonly field: string;
  readonly cell: string | undefined;
  readonly mine: Cell;
  readonly theirs: Cell;
}
