import { createHash } from 'node:crypto';
import type { AnyReply } from '../problems.ts';
import { html, type Html } from '../html.ts';

/** One screen of the page for handing in files. */
export interface Screen {
  /** Also the heading, where the body has none of its own. */
  readonly title: string;
  /** Something must be put right first: said at the beginning of the title, where screen readers begin. */
  readonly isError?: boolean;
  /** Where "Back" leads. */
  readonly back?: { readonly href: string; readonly words: string };
  readonly body: Html;
}

/** Who is signed in, for the head of every screen. */
export interface Visitor {
  readonly name: string;
  /** The secret that her forms carry. */
  readonly formSecret: string;
}

const style = `
:root { color-scheme: light dark; --ink: #0b0c0c; --paper: #ffffff; --line: #505a5f; --link: #1d5fa8; --bad: #b3261e; --good: #0b6b3a; --heed: #8a5a00; --soft: #f3f2f1; font-family: "Segoe UI", system-ui, sans-serif; line-height: 1.5; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --paper: #121212; --line: #b1b4b6; --link: #8ab8f0; --bad: #ff8a80; --good: #7bd8a4; --heed: #ffc966; --soft: #26292b; } }
html { background: var(--paper); color: var(--ink); }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem 3rem; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; border-block-end: 0.15rem solid var(--line); padding-block: 0.75rem; }
header p, header form { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.25; margin-block: 1.25rem 0.75rem; }
h2 { font-size: 1.2rem; margin-block: 2rem 0.5rem; }
h3 { font-size: 1rem; margin-block: 1.25rem 0.25rem; }
.back { margin-block: 0.75rem; }
a { color: var(--link); }
:focus-visible { outline: 0.2rem solid var(--heed); outline-offset: 0.15rem; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: static; }
.note { border-inline-start: 0.5rem solid var(--line); background: var(--soft); padding: 0.6rem 1rem; margin-block: 1rem; }
.note p { margin-block: 0.25rem; }
.note.bad { border-color: var(--bad); }
.note.good { border-color: var(--good); }
.note.heed { border-color: var(--heed); }
ul.plain { list-style: none; padding: 0; }
ul.plain > li { border-block-start: 1px solid var(--line); padding-block: 0.75rem; }
.cell { font-family: "Cascadia Mono", "Consolas", monospace; font-weight: 600; }
.quiet { font-size: 0.9rem; }
label, legend { font-weight: 600; display: block; margin-block: 0.75rem 0.25rem; }
label.beside { font-weight: 400; display: flex; gap: 0.5rem; align-items: baseline; }
input[type=text], textarea { font: inherit; width: 100%; box-sizing: border-box; padding: 0.4rem; border: 0.12rem solid var(--line); border-radius: 0; }
input[type=text] { max-width: 28rem; }
input[type=file] { font: inherit; max-width: 100%; }
fieldset { border: 0; margin: 0; padding: 0; }
button, a.button { font: inherit; font-weight: 600; display: inline-block; padding: 0.5rem 1rem; margin-block: 0.75rem 0; border: 0.12rem solid var(--line); background: var(--soft); color: inherit; text-decoration: none; cursor: pointer; }
button.main, a.main { background: #0b6b3a; border-color: #0b6b3a; color: #fff; }
header button { margin: 0; padding: 0.2rem 0.6rem; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; }
@media (max-width: 26rem) { dl { grid-template-columns: 1fr; } dd { margin-block-end: 0.5rem; } }
@media (forced-colors: active) { .note { border-inline-start-color: CanvasText; } button.main, a.main { border-width: 0.2rem; } }
@media print { header, .skip, .back, form, .no-print { display: none; } body { max-width: none; } }
`;

/** As it is hashed, to the letter. */
const styleElement: Html = { html: `<style>${style}</style>` };

const hash = createHash('sha256').update(style).digest('base64');

/** No script at all, no address but our own, nobody frames it. */
export const handInPolicy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** What every answer of the page carries. */
export const handInHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': handInPolicy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Sends a screen. */
export const show = (reply: AnyReply, screen: Screen, visitor?: Visitor, status = 200): AnyReply =>
  reply
    .code(status)
    .headers({ ...handInHeaders, 'content-type': 'text/html; charset=utf-8' })
    .send(`<!doctype html>${whole(screen, visitor).html}`);

/** A form of hers, with what shows that it is. */
export const formSecretField = ({ formSecret }: Visitor): Html =>
  html`<input type="hidden" name="secret" value="${formSecret}" />`;

const whole = ({ title, isError, back, body }: Screen, visitor: Visitor | undefined): Html => html`
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${isError ? 'Error: ' : ''}${title} – STEM Timeline Returns</title>
      <link rel="icon" href="/assets/icon-32.png" type="image/png" />
      ${styleElement}
    </head>
    <body>
      <a class="skip" href="#main">Skip to the main part</a>
      <header>
        <p>
          <strong>STEM Timeline Returns</strong
          >${visitor ? html`<br /><span class="quiet">${visitor.name}</span>` : ''}
        </p>
        ${
          visitor
            ? html`<form method="post" action="/hand-in/sign-out">
                ${formSecretField(visitor)}<button>Sign out</button>
              </form>`
            : ''
        }
      </header>
      ${back ? html`<nav class="back" aria-label="Back"><a href="${back.href}">${back.words}</a></nav>` : ''}
      <main id="main" tabindex="-1">
        <h1>${title}</h1>
        ${body}
      </main>
    </body>
  </html>
`;
