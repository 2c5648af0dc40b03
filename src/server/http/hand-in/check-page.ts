import { count } from '#core/words/count-words.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { takingOf } from '#core/returns/taking.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import type { HandInIssue, HandInReport } from '../../hand-in.ts';
import { damageWords } from './damage-words.ts';
import type { Held } from './held.ts';
import { html, type Html } from '../html.ts';
import { cellsIn, issueParts, verdictOf, type IssueGroup } from './issue-groups.ts';
import { notReadWords } from './not-read-words.ts';
import { formSecretField, type Screen, type Visitor } from './page.ts';
import { refusedWords } from './refused-words.ts';
import { answerField, fileField, questionSaid } from './return-page.ts';
import { placeWords, valueWords } from './return-words.ts';
import type { Words } from './words.ts';

/** What the screen of a check is made of. */
export interface CheckParts {
  readonly held: Held;
  readonly answer: ReturnAnswer;
  readonly instrument: Pick<Instrument, 'fields' | 'once' | 'rows'>;
  readonly visitor: Visitor;
  readonly now: string;
}

/** What was handed in and how it was found: first the verdict, then what must be fixed, then what wants a reason. */
export const checkPage = (parts: CheckParts): Screen => {
  const { held, answer, visitor } = parts;
  const { round } = answer;
  const at = `/hand-in/${round.id}`;
  const { outcome } = held;
  const report = outcome.kind === 'read' ? outcome.report : undefined;
  const verdict = report && verdictOf(report);
  const words = verdict ?? saidOf(held);
  const isLate = takingOf(round, answer.line, parts.now) === 'late';
  const isGood = verdict?.isReady === true || report?.unchanged !== undefined;
  return {
    title: isGood ? 'Look it over' : 'Check your return',
    isError: !isGood,
    back: { href: at, words: round.title },
    body: html`
      <div class="note ${isGood ? 'good' : verdict?.mayTry ? 'heed' : 'bad'}" id="verdict" role="status">
        <p><strong>${words.title}</strong></p>
        <p>${words.todo}</p>
      </div>
      ${
        held.isTooLong
          ? html`<div class="note bad">
              <p><strong>A text below is longer than 2,000 characters.</strong></p>
              <p>Shorten it; nothing of it is lost meanwhile.</p>
            </div>`
          : ''
      }
      <p class="quiet">
        ${held.name === '' ? 'What the server holds of this return.' : `File: ${held.name}.`}
        ${report ? `Sheet “${report.sheet}”, ${report.rowsAnswered} of ${count(report.rows, 'row')} answered.` : ''}
      </p>
      ${outcome.kind === 'not-read' && outcome.why.kind === 'older-version' ? html`<p><a class="button" href="${at}/moved.xlsx" download>Download the workbook with your answers moved</a></p>` : ''}
      <form method="post" action="${at}/check" enctype="multipart/form-data">
        ${formSecretField(visitor)}
        <input type="hidden" name="held" value="${held.id}" />
        ${report ? found(parts, report) : ''} ${isLate && verdict?.mayTry ? lateField(held.late) : ''}
        ${buttons(held, verdict?.mayTry === true)}
        <h2>Choose a corrected file</h2>
        <p>What you wrote above is kept and goes with it.</p>
        ${fileField()}
        <button name="act" value="check">Check this file</button>
      </form>
      <form method="post" action="${at}/give-up">
        ${formSecretField(visitor)}
        <h2>Not this one after all?</h2>
        <button>Forget this file</button>
        <p class="quiet">
          It is kept here, sealed, until you submit it, replace it, forget it or sign out; your own file stays as it
          is.
        </p>
      </form>
    `,
  };
};

const saidOf = ({ outcome }: Held): Words => {
  if (outcome.kind === 'not-read') return notReadWords(outcome.why);
  return outcome.kind === 'refused' ? refusedWords(outcome.code, outcome.requestId) : refusedWords('internal');
};

const found = ({ held, answer, instrument }: CheckParts, report: HandInReport): Html => {
  const { errors, toExplain, explained, advice } = issueParts(report);
  const asked = answer.questions.filter(({ settledAt }) => settledAt === undefined);
  return html`
    ${report.newer ? together(report.newer, instrument, held) : ''}
    ${
      report.damage.length === 0
        ? ''
        : html`<h2>To mend in the sheet (${report.damage.length})</h2>
            <ul class="plain">
              ${report.damage.slice(0, mostShown).map((damage) => {
                const { title, todo } = damageWords(damage, instrument, report.nextNumber);
                return html`<li><strong>${title}</strong><br />${todo}</li>`;
              })}
            </ul>
            ${more(report.damage.length)}`
    }
    ${part('To fix', errors, instrument)} ${part('To fix or explain', toExplain, instrument, held)}
    ${
      report.questions.length === 0
        ? ''
        : html`<h2>Questions (${report.questions.length})</h2>
            ${[...new Set(report.questions.map(({ row }) => row))].map((row) => {
              const here = report.questions.filter((question) => question.row === row);
              const [first] = here;
              return html`${here.map(({ id, field, cell }) => {
                const question = asked.find((one) => one.id === id);
                const place = placeWords(instrument, row, field);
                return question ? questionSaid(question, cell === undefined ? place : `${cell} · ${place}`) : '';
              })}${
                first?.answerCell === undefined
                  ? html`<p>Its row is gone from the sheet.</p>`
                  : answerField(row, first.answerCell, first.answer)
              }`;
            })}`
    }
    ${part('Explained', explained, instrument, held)} ${part('Advice', advice, instrument)}
    ${
      report.unconfirmed.length === 0
        ? ''
        : html`<h2>Answers from last time</h2>
            <p>
              ${count(report.unconfirmed.length, 'row still holds', 'rows still hold')} answers copied from an earlier
              round:
              ${report.unconfirmed.slice(0, mostShown).join(', ')}${report.unconfirmed.length > mostShown ? ' …' : ''}.
            </p>
            <label class="beside"
              ><input type="checkbox" name="confirmed" value="yes" ${{ html: held.confirmed ? ' checked' : '' }} />
              They still hold.</label
            >`
    }
  `;
};

/** Cells that are listed one by one; more would bury what comes after. */
const mostShown = 40;

const more = (number: number): Html | undefined =>
  number > mostShown ? html`<p class="quiet">and ${number - mostShown} more.</p>` : undefined;

/** Issues of one kind; `held` where each may be explained. */
const part = (
  title: string,
  groups: readonly IssueGroup[],
  instrument: CheckParts['instrument'],
  held?: Held,
): Html | undefined =>
  groups.length === 0
    ? undefined
    : html`<h2>${title} (${cellsIn(groups)})</h2>
        <ul class="plain">
          ${groups.slice(0, mostGroups).map((group) => {
            const text = held && writtenFor(group, held);
            return html`<li>
              <p id="issue-${group.number}">
                ${group.message}${group.cells.length === 1 ? '' : html` <span class="quiet">${count(group.cells.length, 'cell')}</span>`}
              </p>
              <p>
                ${group.cells.slice(0, mostShown).map((issue, at) => html`${at === 0 ? '' : html`<br />`}${cellSaid(issue, instrument)}`)}
              </p>
              ${more(group.cells.length)}
              ${
                held
                  ? html`<label for="explain-${group.number}"
                        >Why ${group.cells.length === 1 ? 'is this' : 'are these'} right?</label
                      >
                      <textarea
                        id="explain-${group.number}"
                        name="explain.${group.number}"
                        aria-describedby="issue-${group.number}"
                        rows="2"
                        maxlength="2000"
                      >
${text}</textarea>`
                  : ''
              }
            </li>`;
          })}
        </ul>
        ${groups.length > mostGroups ? html`<p class="quiet">and ${groups.length - mostGroups} more, shown when some of these are put right.</p>` : ''}`;

/** Text boxes on one screen: no browser sends more than a form may hold. */
const mostGroups = 200;

const cellSaid = ({ cell, row, field, value }: HandInIssue, instrument: CheckParts['instrument']): Html =>
  html`<span class="cell">${cell ?? 'gone'}</span> ${placeWords(instrument, row, field)}: ${valueWords(value)}`;

/** What she wrote for a group and has not been taken yet, else what stands in the file. */
const writtenFor = ({ cells }: IssueGroup, { explanations }: Held): string => {
  const [first] = cells;
  const written = explanations.find(
    ({ row, field, rule }) => row === first?.row && field === first.field && rule === first.rule,
  );
  return written?.text ?? first?.explanation ?? '';
};

const together = (
  newer: NonNullable<HandInReport['newer']>,
  instrument: CheckParts['instrument'],
  held: Held,
): Html => html`
  <h2>Both of you changed it</h2>
  ${newer.taken === 0 ? '' : html`<p>${count(newer.taken, 'cell that only they changed is', 'cells that only they changed are')} taken from revision ${newer.revision}. What only you changed stays.</p>`}
  ${
    newer.conflicts.length === 0
      ? html`<p>No cell was changed by both.</p>`
      : html`<ul class="plain">
            ${newer.conflicts
              .slice(0, mostShown)
              .map(
                ({ cell, row, field, mine, theirs }) =>
                  html`<li>
                    <span class="cell">${cell ?? 'gone'}</span> ${placeWords(instrument, row, field)}<br />Yours:
                    ${valueWords(mine)}<br />Theirs: ${valueWords(theirs)}
                  </li>`,
              )}
          </ul>
          ${more(newer.conflicts.length)}`
  }
  ${
    newer.conflicts.length === 0
      ? html`<input type="hidden" name="together" value="mine" />`
      : html`<fieldset>
          <legend>Where both changed a cell, which answer counts?</legend>
          ${(['mine', 'theirs'] as const).map(
            (side) =>
              html`<label class="beside"
                ><input
                  type="radio"
                  name="together"
                  value="${side}"
                  ${{ html: (held.together ?? 'mine') === side ? ' checked' : '' }}
                />
                ${side === 'mine' ? 'The one in my file' : `The one of revision ${newer.revision}`}</label
              >`,
          )}
        </fieldset>`
  }
`;

const lateField = (late: string): Html => html`
  <label for="late">Why is it late?</label>
  <textarea id="late" name="late" rows="2" maxlength="2000">${late}</textarea>
`;

const buttons = ({ outcome }: Held, mayTry: boolean): Html => html`
  <p>
    ${mayTry ? html`<button class="main" name="act" value="hand-in">Hand in</button>` : ''}
    ${outcome.kind === 'read' && outcome.report.newer ? html`<button class="main" name="act" value="check">Put both together</button>` : html`<button name="act" value="check">Check again</button>`}
  </p>
`;
