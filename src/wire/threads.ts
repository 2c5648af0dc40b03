import { Type, type Static } from 'typebox';
import { closed, Id, Reason, Words } from './shapes.ts';

/** Something to say to a question. The id is made by the client: saying it twice with one id is saying it once. */
export const RemarkRequest = Type.Object({ id: Id(40), text: Reason }, closed);
export type RemarkRequest = Static<typeof RemarkRequest>;

/** Who is to answer, by name; `null` is nobody in particular. */
export const AssigneeRequest = Type.Object({ name: Type.Union([Words(100), Type.Null()]) }, closed);
export type AssigneeRequest = Static<typeof AssigneeRequest>;
