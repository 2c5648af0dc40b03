import { takingOf } from '#core/returns/taking.ts';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { html, type Html } from '../html.ts';
import type { Screen } from './page.ts';
import { deadlineWords, nextWords, stateWords, turnWords } from './return-words.ts';

/** A return of somebody's own, with its round. */
export interface OwnReturn {
  readonly line: WireReturnLine;
  readonly round: WireRound;
}

/** The returns that somebody fills in herself: those that are taken now, and below them what was handed in before. */
export const returnsPage = (own: readonly OwnReturn[], role: WirePerson['role'], now: string): Screen => {
  const isTaken = ({ round, line }: OwnReturn) => takingOf(round, line, now) !== 'closed';
  const open = own.filter(isTaken);
  const past = own.filter((one) => !isTaken(one) && one.line.revision > 0);
  return {
    title: 'Your returns',
    body: html`
      ${
        own.length === 0
          ? html`<div class="note">
              <p>
                There is no return for you to fill in.
                ${
                  role === 'project-team'
                    ? 'The project team works in Excel, with the add-in.'
                    : 'If you expected one, ask the project team.'
                }
              </p>
            </div>`
          : open.length === 0
            ? html`<div class="note">
                <p>No round is open just now. Come back when the project team says that one has begun.</p>
              </div>`
            : ''
      }
      <ul class="plain">
        ${open.map((one) => item(one, role, now))}
      </ul>
      ${
        past.length === 0
          ? ''
          : html`<h2>Earlier rounds</h2>
              <ul class="plain">
                ${past.map((one) => item(one, role, now))}
              </ul>`
      }
    `,
  };
};

const item = ({ line, round }: OwnReturn, role: WirePerson['role'], now: string): Html => html`
  <li>
    <h2><a href="/hand-in/${round.id}">${round.title}</a></h2>
    <p>
      <strong>${stateWords(line, role)}</strong>. ${turnWords(line, role)}.
      <span class="quiet">${deadlineWords(round, now)}.</span>
    </p>
    <p>${nextWords(line, round, now, role)}</p>
  </li>
`;
