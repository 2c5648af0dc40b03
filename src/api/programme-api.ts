import type { OwnerId, RoundId } from '#core/ids.ts';
import type { Result } from '#core/result.ts';
import type { AuditAnswer, AuditVerification, WireCheckpoint } from '#wire/audit.ts';
import type { ExportTable } from '#wire/exports.ts';
import type { EverythingAnswer } from '#wire/everything.ts';
import type { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import type { InstrumentsAnswer } from '#wire/instruments.ts';
import type {
  AcceptancesAnswer,
  AcceptancesRequest,
  DifferencesAnswer,
  WireMove,
  WireRevisionHead,
} from '#wire/moves.ts';
import type { AddPersonRequest, MadeCode, MakeCodeRequest, WireMember } from '#wire/people.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import type {
  ImportAnswer,
  NewSchoolRequest,
  RegisterAnswer,
  RegisterQuery,
  SchoolAnswer,
  SchoolChangeRequest,
} from '#wire/register.ts';
import type { PurgeRequest, RetentionAnswer, WireCertificate } from '#wire/retention.ts';
import type { ApiFailure, AsAt } from './collection-api.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** What a figure is asked for by: a measure, a line and a column of its table, counted from 1. */
export interface FigurePlace {
  readonly measure: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The part of the endpoint with which the project team runs the programme. Every call may be repeated without harm:
 * `addPerson` and `makeCode` with the key of the first time, made by the caller and new for each thing to be made. The
 * same key with another request is refused as `key-reused`.
 */
export interface ProgrammeApi {
  /** Everybody with her codes, those who have ended too. */
  people(): Answer<readonly WireMember[]>;
  /** With the same key again: her, as she stands. */
  addPerson(request: AddPersonRequest, key: string): Answer<WireMember>;
  renamePerson(person: string, name: string): Answer<WireMember>;
  /** Says all the schools that a mentor looks after from now on. */
  lookAfter(person: string, schools: readonly string[]): Answer<WireMember>;
  /** Her codes and sessions let her in no more, at once. Refused as `last-way-in` where nobody else could sign in. */
  endPerson(person: string): Answer<WireMember>;
  /** Signs her out everywhere; her codes let her in again. */
  endSessions(person: string): Answer<WireMember>;
  /**
   * The code in plain, this once. With the same key again it is the same code with another text, and the text before lets
   * nobody in; refused as `key-reused` where that was used or revoked.
   */
  makeCode(person: string, request: MakeCodeRequest, key: string): Answer<MadeCode>;
  revokeCode(person: string, code: string): Answer<WireMember>;
  /** A page of the register, in the order of names. */
  schools(query: RegisterQuery): Answer<RegisterAnswer>;
  school(urn: string): Answer<SchoolAnswer>;
  /** All that is held about an owner, a school above all; written into its log of acts. */
  everything(owner: string): Answer<EverythingAnswer>;
  addSchool(request: NewSchoolRequest): Answer<SchoolAnswer>;
  changeSchool(urn: string, change: SchoolChangeRequest): Answer<SchoolAnswer>;
  /** What importing a CSV file would do. It may be 100 MB and is given ten minutes. */
  previewImport(file: Blob): Answer<ImportAnswer>;
  importFile(file: Blob): Answer<ImportAnswer>;
  /** The newest version of each instrument that a new round may ask. */
  instruments(): Answer<InstrumentsAnswer['instruments']>;
  /** Until when each round is kept, whether it is due to be purged, and how many revisions it took. */
  retention(): Answer<RetentionAnswer['rounds']>;
  /**
   * Purges what a round holds about pupils, for good; answers the certificate, purged again the same. Refused as
   * `round-open` while it takes returns, as `not-due` before its day without a reason.
   */
  purge(round: RoundId, request: PurgeRequest): Answer<WireCertificate>;
  /** The certificate of a purged round in plain words, lines ending as Windows ends them. */
  certificateText(round: RoundId): Answer<string>;
  /**
   * A table of a round as CSV, without the byte order mark that says to Excel how to read it; now, or as it was when a day
   * such as `2009-06-30` was over in London.
   */
  exportRound(
    round: RoundId,
    of: { readonly table: ExportTable; readonly 'as-at': string | undefined } & Partial<FigurePlace>,
  ): Answer<string>;
  /** What a round comes to: the table of each measure as it is read. */
  figures(round: RoundId, of?: AsAt): Answer<FiguresAnswer>;
  /**
   * A figure and a page of the returns behind it, by owner's id; `after` is `next` of the page before. Refused as `purged` where
   * nothing is known any more of what each return came to.
   */
  figure(
    round: RoundId,
    place: FigurePlace,
    page: AsAt & { readonly after?: string; readonly limit: number },
  ): Answer<FigureAnswer>;
  /**
   * A page of a round's chase list, or one owner's line of it, in the order of names; now, or as it was when a day such as
   * `2009-06-30` was over in London. `after` is `next` of the page before.
   */
  progress(
    round: RoundId,
    page: {
      readonly owner?: string;
      readonly after?: string;
      readonly limit: number;
      readonly 'as-at'?: string | undefined;
    },
  ): Answer<ProgressAnswer>;
  /** Accepts up to 1,000 returns, each at the revision that was seen; a refused one keeps no other from it. */
  acceptMany(round: RoundId, returns: AcceptancesRequest['returns']): Answer<AcceptancesAnswer>;
  /** The history of a return, the first move first. */
  moves(round: RoundId, owner: OwnerId): Answer<readonly WireMove[]>;
  revisions(round: RoundId, owner: OwnerId): Answer<readonly WireRevisionHead[]>;
  /** The cells in which two revisions differ. */
  differences(round: RoundId, owner: OwnerId, from: number, to: number): Answer<DifferencesAnswer>;
  /** A page of 500 of the log of an owner, or of `PROGRAMME`; one of nobody fails as `not-found`. */
  acts(log: string, after: number): Answer<AuditAnswer>;
  /** Goes through all logs, every hash worked out anew. It may take minutes and is given ten. */
  verifyAudit(): Answer<AuditVerification>;
  /** The checkpoint with this hash; where there is none it fails as `not-found`. */
  checkpoint(hash: string): Answer<WireCheckpoint>;
}
