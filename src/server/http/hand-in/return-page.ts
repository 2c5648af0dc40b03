import type { Instrument } from '#core/instrument/instrument.ts';
import { nextState } from '#core/returns/states.ts';
import { takingOf } from '#core/returns/taking.ts';
import type { ReturnAnswer, WirePerson, WireQuestion } from '#wire/shapes.ts';
import { moment } from '#core/words/date-words.ts';
import { yearGroupWords } from '#core/words/year-group-words.ts';
import { html, type Html } from '../html.ts';
import { formSecretField, type Screen, type Visitor } from './page.ts';
import { refusedWords } from './refused-words.ts';
import { deadlineWords, nextWords, placeWords, readerWords, stateWords, turnWords } from './return-words.ts';
import type { Words } from './words.ts';

/** What the screen of one return is made of. */
export interface ReturnParts {
  readonly answer: ReturnAnswer;
  readonly instrument: Pick<Instrument, 'fields' | 'once' | 'rows'>;
  readonly role: WirePerson['role'];
  readonly visitor: Visitor;
  readonly now: string;
  /** Something is handed in and not submitted yet. */
  readonly isHeld: boolean;
  /** What went wrong, when this is shown in place of what was asked for. */
  readonly words?: Words;
}

/** One return: how it stands, its workbook to download, the file to hand in, questions, and what else may be done. */
export const returnPage = ({ answer, instrument, role, visitor, now, isHeld, words }: ReturnParts): Screen => {
  const { line, round, because, latest, questions } = answer;
  const taking = takingOf(round, line, now);
  const open = questions.filter(({ settledAt }) => settledAt === undefined);
  const mayWithdraw = nextState(line.state, 'withdraw', 'owner') !== undefined;
  const at = `/hand-in/${round.id}`;
  return {
    title: round.title,
    isError: words !== undefined,
    back: { href: '/hand-in', words: 'All returns' },
    body: html`
      ${
        words
          ? html`<div class="note bad" role="alert">
              <p><strong>${words.title}</strong></p>
              <p>${words.todo}</p>
            </div>`
          : ''
      }
      <p>
        <strong>${stateWords(line, role)}</strong>. ${turnWords(line, role)}.
        <span class="quiet">${deadlineWords(round, now)}. ${yearGroupWords(round.yearGroups)}</span>
      </p>
      <p>${nextWords(line, round, now, role)}</p>
      ${
        because
          ? html`<div class="note heed">
              <p>
                <strong
                  >${line.state === 'withdrawn' ? 'Withdrawn' : 'Reopened'} by ${because.by},
                  ${moment(because.at)}.</strong
                >
              </p>
              <p>${because.reason}</p>
            </div>`
          : ''
      }
      ${
        isHeld
          ? html`<div class="note heed">
              <p><strong>You handed in a file and have not sent it yet.</strong></p>
              <p><a href="${at}/check">Go on with it</a>. It is kept until you sign out.</p>
            </div>`
          : ''
      }
      ${latest ? html`<p><a href="${at}/receipt/${latest.number}">Receipt of revision ${latest.number}</a></p>` : ''}
      ${round.detail === 'tally' ? tallyOnly : workbookParts(at, taking !== 'closed', visitor)}
      ${open.length === 0 ? '' : questionsForm(open, instrument, role, visitor, at, taking !== 'closed')}
      ${
        mayWithdraw
          ? html`<h2>Take it back</h2>
              <p><a href="${at}/withdraw">Withdraw this return</a>, if it was submitted by mistake.</p>`
          : ''
      }
    `,
  };
};

/** Of pupils' rows nothing may come here, not even to be looked at. */
const tallyOnly = html`<div class="note">
  <p><strong>${refusedWords('tally-only').title}</strong></p>
  <p>${refusedWords('tally-only').todo}</p>
</div>`;

const workbookParts = (at: string, isTaken: boolean, visitor: Visitor): Html => html`
  <h2>Your workbook</h2>
  <p>
    It holds your answers so far. Fill it in with Excel, LibreOffice or another spreadsheet program, and save it as
    .xlsx. Leave the code at the top of its sheet as it is.
  </p>
  <form method="post" action="${at}/workbook.xlsx">
    ${formSecretField(visitor)}<button>Download your workbook</button>
  </form>
  ${
    isTaken
      ? html`<h2>Hand in the filled workbook</h2>
          <form method="post" action="${at}/check" enctype="multipart/form-data">
            ${formSecretField(visitor)} ${fileField()}
            <button class="main">Check this file</button>
            <p class="quiet">Nothing is sent yet: you see first what there is to put right.</p>
          </form>`
      : ''
  }
`;

/** Where a file is chosen. */
export const fileField = (): Html => html`
  <label for="file">Your filled workbook (.xlsx, at most 10 MB)</label>
  <input
    type="file"
    id="file"
    name="file"
    accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  /><br />
`;

/** Questions by row: in the sheet each row has one place for an answer. */
const questionsForm = (
  open: readonly WireQuestion[],
  instrument: ReturnParts['instrument'],
  role: WirePerson['role'],
  visitor: Visitor,
  at: string,
  isTaken: boolean,
): Html => {
  const rows = [...new Set(open.map(({ row }) => row))];
  return html`<h2>${readerWords(role)} asks</h2>
    <p>Answer here, or in the column “Your answer” of a freshly downloaded workbook.</p>
    <form method="post" action="${at}/check" enctype="multipart/form-data">
      ${formSecretField(visitor)}
      ${rows.map((row) => {
        const asked = open.filter((question) => question.row === row);
        return html`${asked.map((question) => questionSaid(question, placeWords(instrument, question.row, question.field)))}
        ${isTaken ? answerField(row, asked.map(({ field }) => placeWords(instrument, row, field)).join(', '), '') : ''}`;
      })}
      ${
        isTaken
          ? html`<button>Go on with these answers</button>
              <p class="quiet">Nothing is sent yet.</p>`
          : ''
      }
    </form>`;
};

/** A question with all that was said to it. */
export const questionSaid = (question: WireQuestion, place: string): Html => html`
  <h3>${place}</h3>
  <p>
    ${question.text}<br /><span class="quiet"
      >${question.by},
      ${moment(question.at)}${question.assignee === undefined ? '' : `. To be answered by ${question.assignee}`}</span
    >
  </p>
  ${question.remarks.map(
    ({ from, text, by, at }) =>
      html`<p>
        ${from === 'owner' ? `Answer: ${text}` : text}<br /><span class="quiet">${by}, ${moment(at)}</span>
      </p>`,
  )}
`;

/** Where the answer to the questions on a row is written. */
export const answerField = (row: string, about: string, text: string): Html => html`
  <label for="answer-${row}">Your answer (${about})</label>
  <textarea id="answer-${row}" name="answer.${row}" rows="3" maxlength="2000">${text}</textarea>
`;
