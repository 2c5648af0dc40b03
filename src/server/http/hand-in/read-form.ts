import type { FastifyRequest } from 'fastify';
import { failed, ok, type Result } from '#core/result.ts';
import type { ProblemCode } from '#wire/problems.ts';
import { isFormSecret } from './visitor-cookie.ts';

/** The largest file that is taken: ten times a year's workbook of a large school. */
export const largestFile = 10 * 1024 * 1024;

/** A form of the page as it was sent. */
export interface SentForm {
  /** Line ends as they are kept: a browser sends two signs for each. */
  readonly fields: ReadonlyMap<string, string>;
  /** The file that was chosen, with the name that the browser gave it; absent when none was. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

const limits = { fileSize: largestFile, files: 1, fields: 600, fieldSize: 12_000, parts: 601 } as const;

/**
 * Reads a form that may carry a file, no further than it may be long. Its secret comes first: nothing of a form that does
 * not have it is read.
 */
export const readForm = async (request: FastifyRequest, token: string): Promise<Result<SentForm, ProblemCode>> => {
  if (!request.isMultipart()) return failed('invalid-request');
  const fields = new Map<string, string>();
  let file: SentForm['file'];
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (!isFormSecret(token, fields.get('secret'))) return failed('session-expired');
      const bytes = await part.toBuffer();
      if (part.filename) file = { name: part.filename.slice(-100), bytes };
    } else {
      if (part.valueTruncated) return failed('too-large');
      fields.set(part.fieldname, textOf(part.value));
    }
  }
  return isFormSecret(token, fields.get('secret')) ? ok({ fields, file }) : failed('session-expired');
};

/** A text as it is kept. A NUL, which no keyboard types, is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\0', '') : '';
