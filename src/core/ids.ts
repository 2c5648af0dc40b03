declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A school's URN (six digits, text), a mentor's id (`M-…`) or `PROGRAMME`. Letters, digits and hyphens, upper case. */
export type OwnerId = Brand<string, 'OwnerId'>;
/** A round's id, e.g. `SR-200809`. Letters, digits and hyphens, upper case, at most 20 characters. */
export type RoundId = Brand<string, 'RoundId'>;
/** SHA-256 of a return's content in lower-case hex, 64 characters. See `returns/fingerprint.ts`. */
export type Fingerprint = Brand<string, 'Fingerprint'>;
/** Made by the client before the first sending of a submission; the same key is never used for other content. */
export type SubmissionKey = Brand<string, 'SubmissionKey'>;
export type QuestionId = Brand<string, 'QuestionId'>;

/** A row's visible key: a statement's code (`A1`) or a given number. */
export type RowKey = string;
/** A field (column) of an instrument, e.g. `level`. */
export type FieldId = string;
/** An instant in UTC, ISO 8601 with a `Z`. */
export type Instant = string;

export const ownerId = (text: string): OwnerId => text as OwnerId;
export const roundId = (text: string): RoundId => text as RoundId;
export const fingerprint = (text: string): Fingerprint => text as Fingerprint;
export const submissionKey = (text: string): SubmissionKey => text as SubmissionKey;
export const questionId = (text: string): QuestionId => text as QuestionId;
