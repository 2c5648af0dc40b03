import type { WireRevision, WireRound } from '#wire/shapes.ts';
import { moment } from '#core/words/date-words.ts';
import { html } from '../html.ts';
import type { Screen } from './page.ts';

/** The proof that a revision arrived, to be printed or saved. */
export const receiptPage = ({ receipt, lateReason }: WireRevision, round: WireRound): Screen => ({
  title: 'Receipt',
  back: { href: `/hand-in/${round.id}`, words: round.title },
  body: html`
    <div class="note good" role="status">
      <p><strong>Your return has arrived: revision ${receipt.revision}.</strong></p>
    </div>
    <dl>
      <dt>Receipt</dt>
      <dd class="cell">${receipt.number}</dd>
      <dt>Return</dt>
      <dd>${round.title}</dd>
      <dt>School</dt>
      <dd>${receipt.ownerName} (${receipt.owner})</dd>
      <dt>Arrived</dt>
      <dd>${moment(receipt.at)}</dd>
      <dt>Submitted by</dt>
      <dd>${receipt.by}</dd>
      <dt>It held</dt>
      <dd>
        ${receipt.counts.rowsAnswered} of ${receipt.counts.rows} rows answered, ${receipt.counts.cells} cells filled,
        ${receipt.counts.explained} explained
      </dd>
      ${
        lateReason === undefined
          ? ''
          : html`<dt>Late because</dt>
              <dd>${lateReason}</dd>`
      }
      <dt>Fingerprint</dt>
      <dd class="cell">${receipt.fingerprint}</dd>
    </dl>
    <p class="no-print">
      Print this page or note the receipt’s number. If you change something later, download your workbook afresh: it
      then holds what the server holds.
    </p>
  `,
});
