import type { Fingerprint, OwnerId, QuestionId, RoundId } from '#core/ids.ts';
import type { Result } from '#core/result.ts';
import type { Problem } from '#wire/problems.ts';
import type { ChangeRoundRequest, OpenRoundRequest } from '#wire/rounds.ts';
import type { SubmitTallyRequest } from '#wire/tallies.ts';
import type { RemarkRequest } from '#wire/threads.ts';
import type {
  AskRequest,
  CircumstancesAnswer,
  ConsolidatedAnswer,
  ReturnAnswer,
  WirePerson,
  WireQuestion,
  WireReceipt,
  WireReturnLine,
  WireRevision,
  WireRound,
  SubmitRequest,
  TallyAnswer,
} from '#wire/shapes.ts';
import type { ProgrammeApi } from './programme-api.ts';

/**
 * The collection endpoint as flows see it. The adapter keeps the token; a call without one, or with one that has
 * run out, fails with the problem `session-expired`. Every call may be repeated without harm,
 * but for two of `programme`.
 */
export interface CollectionApi {
  signIn(code: string): Promise<Result<WirePerson, ApiFailure>>;
  /** The person still signed in, from this tab's memory; `undefined` when she must sign in. */
  person(): WirePerson | undefined;
  signOut(): void;
  rounds(): Promise<Result<readonly WireRound[], ApiFailure>>;
  /** A definition as the server has it, not checked yet. */
  instrument(reference: string): Promise<Result<unknown, ApiFailure>>;
  returns(): Promise<Result<readonly WireReturnLine[], ApiFailure>>;
  return(round: RoundId, owner: OwnerId): Promise<Result<ReturnAnswer, ApiFailure>>;
  /** What the rules of a return look at beyond it. */
  circumstances(round: RoundId, owner: OwnerId): Promise<Result<CircumstancesAnswer, ApiFailure>>;
  revision(round: RoundId, owner: OwnerId, number: number): Promise<Result<WireRevision, ApiFailure>>;
  /** Answers the receipt: the new one, or the same one again for a resend. */
  submit(round: RoundId, owner: OwnerId, request: SubmitRequest): Promise<Result<WireReceipt, ApiFailure>>;
  /** The same where a round takes tallies only. */
  submitTally(round: RoundId, owner: OwnerId, request: SubmitTallyRequest): Promise<Result<WireReceipt, ApiFailure>>;
  ask(round: RoundId, owner: OwnerId, request: AskRequest): Promise<Result<WireQuestion, ApiFailure>>;
  settle(round: RoundId, owner: OwnerId, question: QuestionId): Promise<Result<WireQuestion, ApiFailure>>;
  /** Says something to a question; the id stands for the remark, however often it is sent. */
  remark(
    round: RoundId,
    owner: OwnerId,
    question: QuestionId,
    request: RemarkRequest,
  ): Promise<Result<WireQuestion, ApiFailure>>;
  /** Says who is to answer; `null` is nobody in particular. */
  assign(
    round: RoundId,
    owner: OwnerId,
    question: QuestionId,
    name: string | null,
  ): Promise<Result<WireQuestion, ApiFailure>>;
  /** Says that the owner has begun; one that is begun already stays as it is. */
  start(round: RoundId, owner: OwnerId): Promise<Result<WireReturnLine, ApiFailure>>;
  withdraw(round: RoundId, owner: OwnerId, reason: string): Promise<Result<WireReturnLine, ApiFailure>>;
  reopen(round: RoundId, owner: OwnerId, reason: string): Promise<Result<WireReturnLine, ApiFailure>>;
  openRound(request: OpenRoundRequest): Promise<Result<WireRound, ApiFailure>>;
  changeRound(round: RoundId, request: ChangeRoundRequest): Promise<Result<WireRound, ApiFailure>>;
  accept(round: RoundId, owner: OwnerId, revision: number): Promise<Result<WireReturnLine, ApiFailure>>;
  /** What all accepted returns add up to. */
  tally(round: RoundId, of?: AsAt): Promise<Result<TallyAnswer, ApiFailure>>;
  /** Every accepted return; with `none` its answers stay away, and how many rows there are and what they come to is told. */
  consolidated(
    round: RoundId,
    of?: AsAt & { readonly answers?: 'none' },
  ): Promise<Result<ConsolidatedAnswer, ApiFailure>>;
  /** What the project team alone may ask: a refusal as `not-yours` for anybody else. */
  readonly programme: ProgrammeApi;
}

/**
 * Now, or as it was when a day such as `2009-06-30` was over in London. A day that is not over yet is told as far as it has
 * come; the answer's `at` says which it was.
 */
export interface AsAt {
  readonly 'as-at'?: string | undefined;
}

export type ApiFailure =
  /** No answer came: no network, server down, or it took longer than 20 seconds. What was sent may have arrived. */
  | { readonly kind: 'offline' }
  /** The server refused, in its own words. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** An answer that is not the endpoint's: a proxy's page, a wrong shape. What was sent may have arrived. */
  | { readonly kind: 'not-understood'; readonly status: number };

/**
 * What this browser remembers of submissions under way: never answers. A memory that fails (blocked storage) is an
 * empty one.
 */
export interface SubmissionMemory {
  remember(entry: SubmissionTrace): void;
  all(): readonly SubmissionTrace[];
  forget(key: string): void;
}

export interface SubmissionTrace {
  readonly key: string;
  readonly fingerprint: Fingerprint;
  readonly at: string;
}
