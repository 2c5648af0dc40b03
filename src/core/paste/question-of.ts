import type { Field } from '../instrument/instrument.ts';

/**
 * What a form asks for a field: its question, else its label, after the heading of its part. No two fields of an
 * instrument ask the same, so that a form's export, headed by the questions, is recognised.
 */
export const questionOf = ({ label, part, question = label }: Field): string => {
  if (part === undefined) return question;
  return /[.:?!…]$/.test(part) ? `${part} ${question}` : `${part}: ${question}`;
};
