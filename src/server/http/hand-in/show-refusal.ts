import { problemCodes, type ProblemCode } from '#wire/problems.ts';
import type { AnyReply } from '../problems.ts';
import { html } from '../html.ts';
import { show } from './page.ts';
import { refusedWords } from './refused-words.ts';
import { signInPage } from './sign-in-page.ts';

/** A refusal as a screen of its own; of a session that is over, the way in again. */
export const showRefusal = (reply: AnyReply, code: ProblemCode): AnyReply => {
  const words = refusedWords(code);
  if (code === 'session-expired') return show(reply, signInPage(words), undefined, problemCodes[code]);
  const back = { href: '/hand-in', words: 'All returns' };
  return show(
    reply,
    { title: words.title, isError: true, back, body: html`<p>${words.todo}</p>` },
    undefined,
    problemCodes[code],
  );
};
