import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import { problemCodes } from '#wire/problems.ts';
import type { ReturnAnswer, WireRevision } from '#wire/shapes.ts';
import type { App } from '../app.ts';
import { instrumentOf, RevisionNumber, RoundPlace } from '../places.ts';
import { heldIn } from './held.ts';
import { html } from '../html.ts';
import type { HandInGiven } from './hand-in-given.ts';
import { showRefusal } from './show-refusal.ts';
import { notReadWords } from './not-read-words.ts';
import { handInHeaders, show } from './page.ts';
import { textOf } from './read-form.ts';
import { receiptPage } from './receipt-page.ts';
import { refusedWords } from './refused-words.ts';
import { returnPage } from './return-page.ts';
import { formOfRound, placeOf, visitorOf, workPlace } from './visitor.ts';
import { withdrawPage } from './withdraw-page.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One return of her own: how it stands, its workbook, its receipts, and taking it back. */
export const returnRoutes = (app: App, { store, world, instruments, handIn }: HandInGiven): void => {
  const held = heldIn(store, world);

  app.get('/hand-in/:round', { schema: { params: RoundPlace } }, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    const instrument = instrumentOf({ ...answer.value.round, id: place.round }, instruments);
    const kept = await held.get(place);
    const isHeld = kept !== undefined && 'outcome' in kept;
    const { role } = visitor.person;
    const parts = { answer: answer.value, instrument, role, visitor, now: world.now(), isHeld };
    return show(reply, returnPage(parts), visitor);
  });

  // Made for her, it is begun: what only looks must not do that.
  app.post('/hand-in/:round/workbook.xlsx', formOfRound, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const made = await handIn.make(workPlace(visitor, place));
    if (!made.ok) {
      if (made.failure.kind === 'refused') return showRefusal(reply, made.failure);
      const { title } = notReadWords(made.failure);
      const body = html`<p>Your workbook cannot be made just now. Try again in a minute.</p>`;
      return show(reply, { title, isError: true, back: backTo(place.round), body }, visitor, 503);
    }
    return sendWorkbook(reply, made.value, `${place.owner}-${place.round}`);
  });

  app.get(
    '/hand-in/:round/receipt/:number',
    { schema: { params: Type.Object({ ...RoundPlace.properties, number: RevisionNumber }) } },
    async (request, reply) => {
      const visitor = visitorOf(app, request);
      const place = placeOf(visitor, request.params.round);
      if (!place) return showRefusal(reply, 'not-found');
      const [answer, revision] = [
        await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner)),
        await visitor.call<WireRevision>('GET', paths.revision(place.round, place.owner, request.params.number)),
      ];
      if (!answer.ok) return showRefusal(reply, answer.failure);
      if (!revision.ok) return showRefusal(reply, revision.failure);
      return show(reply, receiptPage(revision.value, answer.value.round), visitor);
    },
  );

  app.get('/hand-in/:round/withdraw', { schema: { params: RoundPlace } }, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    return show(reply, withdrawPage(answer.value.round, visitor), visitor);
  });

  app.post('/hand-in/:round/withdraw', formOfRound, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const { reason } = request.body as { reason?: unknown };
    const done = await visitor.call('POST', paths.withdrawal(place.round, place.owner), {
      reason: textOf(reason).trim(),
    });
    if (done.ok) return reply.headers(handInHeaders).redirect(`/hand-in/${place.round}`, 303);
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    const { code, requestId } = done.failure;
    const words = code === 'invalid-request' ? noReason : refusedWords(code, requestId);
    return show(reply, withdrawPage(answer.value.round, visitor, words), visitor, problemCodes[code]);
  });
};

const noReason = {
  title: 'Say why you take it back.',
  todo: 'A sentence is enough, of at most 2,000 characters. Nothing was changed yet.',
};

const backTo = (round: string) => ({ href: `/hand-in/${round}`, words: 'Back to the return' });

/** Sends a workbook as a download under a name of our making. */
export const sendWorkbook = (reply: Parameters<typeof show>[0], bytes: Uint8Array, name: string) =>
  reply
    .headers({
      ...handInHeaders,
      'content-type': spreadsheet,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
    })
    .send(Buffer.from(bytes));
