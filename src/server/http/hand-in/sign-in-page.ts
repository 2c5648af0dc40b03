import { html } from '../html.ts';
import type { Screen } from './page.ts';
import type { Words } from './words.ts';

/** Where everybody comes in; `words` when something has to be said first. */
export const signInPage = (words?: Words): Screen => ({
  title: words ? words.title : 'Hand in your return',
  isError: words !== undefined,
  body: html`
    ${words ? html`<div class="note bad" id="said"><p>${words.todo}</p></div>` : ''}
    <p>
      For schools that cannot use the add-in in Excel: download your workbook here, fill it in with any spreadsheet
      program, and hand it in.
    </p>
    <form method="post" action="/hand-in/sign-in">
      <label for="code">Your access code</label>
      <p class="quiet" id="code-help">
        The project team gave it to you. It looks like K7QF-2M9X-…; capitals and hyphens do not matter.
      </p>
      <input
        type="text"
        id="code"
        name="code"
        required
        maxlength="64"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="${words ? 'said ' : ''}code-help"
      />
      <br /><button class="main">Sign in</button>
    </form>
    <p class="quiet">
      This page keeps one cookie while you are signed in, and nothing else. Sign out when you share the computer.
    </p>
  `,
});
