import { problemCodes, type Problem, type ProblemCode } from '#wire/problems.ts';
import type { AnyReply } from '../problems.ts';
import { html } from '../html.ts';
import { show } from './page.ts';
import { refusedWords } from './refused-words.ts';
import { signInPage } from './sign-in-page.ts';

/**
 * A refusal, of the page itself by its word or of what it asked the API, as a screen of its own; of a session that is
 * over, the way in again.
 */
export const showRefusal = (
  reply: AnyReply,
  refused: ProblemCode | Pick<Problem, 'code' | 'requestId'>,
): AnyReply => {
  const { code, requestId = reply.request.id } =
    typeof refused === 'string' ? { code: refused, requestId: undefined } : refused;
  const words = refusedWords(code, requestId);
  if (code === 'session-expired') return show(reply, signInPage(words), undefined, problemCodes[code]);
  const back = { href: '/hand-in', words: 'All returns' };
  return show(
    reply,
    { title: words.title, isError: true, back, body: html`<p>${words.todo}</p>` },
    undefined,
    problemCodes[code],
  );
};
