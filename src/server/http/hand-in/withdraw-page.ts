import type { WireRound } from '#wire/shapes.ts';
import { html } from '../html.ts';
import { formSecretField, type Screen, type Visitor } from './page.ts';
import type { Words } from './words.ts';

/** Asks why a return is taken back; `words` when something has to be said first. */
export const withdrawPage = (round: WireRound, visitor: Visitor, words?: Words): Screen => ({
  title: 'Take this return back?',
  isError: words !== undefined,
  back: { href: `/hand-in/${round.id}`, words: round.title },
  body: html`
    ${
      words
        ? html`<div class="note bad" role="alert">
            <p><strong>${words.title}</strong></p>
            <p>${words.todo}</p>
          </div>`
        : ''
    }
    <p>Nothing of it counts any more until you hand it in again and it is accepted. Your file stays as it is.</p>
    <form method="post" action="/hand-in/${round.id}/withdraw">
      ${formSecretField(visitor)}
      <label for="reason">Why do you take it back?</label>
      <textarea id="reason" name="reason" rows="3" maxlength="2000" required></textarea>
      <button class="main">Withdraw</button>
    </form>
  `,
});
