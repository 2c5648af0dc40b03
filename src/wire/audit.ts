import { Type, type Static } from 'typebox';
import { closed, Instant } from './shapes.ts';

/** One act of a log; who and why are absent once they are purged. */
export const WireAuditEntry = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Instant,
    act: Type.String(),
    /** Ids of what it was done to. */
    about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    by: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    hash: Type.String(),
  },
  closed,
);
export type WireAuditEntry = Static<typeof WireAuditEntry>;

/** A page of a log; `next` is `after` of the next page, absent on the last. */
export const AuditAnswer = Type.Object(
  { entries: Type.Array(WireAuditEntry), next: Type.Optional(Type.Integer()) },
  closed,
);
export type AuditAnswer = Static<typeof AuditAnswer>;
