import { paths } from '#wire/paths.ts';
import { problemCodes } from '#wire/problems.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import type { HandInOutcome } from '../../hand-in.ts';
import type { App } from '../app.ts';
import { newId } from '../new-id.ts';
import { instrumentOf, RoundPlace } from '../places.ts';
import { checkPage } from './check-page.ts';
import { heldIn, submissionKey, type Held } from './held.ts';
import { html } from '../html.ts';
import type { HandInGiven } from './hand-in-given.ts';
import { showRefusal } from './show-refusal.ts';
import { notReadWords } from './not-read-words.ts';
import { handInHeaders, show } from './page.ts';
import { readForm } from './read-form.ts';
import { sendWorkbook } from './return-routes.ts';
import { formOfRound, placeOf, visitorOf, workPlace } from './visitor.ts';
import { withForm } from './with-form.ts';

/** Handing in: a file comes in and is checked, what was found is shown, and it is submitted when she says so. */
export const checkRoutes = (app: App, { store, world, instruments, handIn }: HandInGiven): void => {
  const kept = heldIn(store, world);

  app.get('/hand-in/:round/check', { schema: { params: RoundPlace } }, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    const at = `/hand-in/${place.round}`;
    const held = await kept.get(place);
    if (held && 'revision' in held) {
      return reply.headers(handInHeaders).redirect(`${at}/receipt/${held.revision}`, 303);
    }
    if (!held) return reply.headers(handInHeaders).redirect(at, 303);
    const instrument = instrumentOf({ ...answer.value.round, id: place.round }, instruments);
    const parts = { held, answer: answer.value, instrument, visitor, now: world.now() };
    return show(reply, checkPage(parts), visitor);
  });

  app.post('/hand-in/:round/check', { schema: { params: RoundPlace } }, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    // Before anything of the file is read.
    if (answer.value.round.detail === 'tally') return showRefusal(reply, 'tally-only');
    const form = await readForm(request, visitor.token);
    if (!form.ok) return showRefusal(reply, form.failure);
    const at = `/hand-in/${place.round}`;
    const before = await kept.get(place);
    const about = form.value.fields.get('held');
    // The same press twice: it was submitted by the first.
    if (before && 'revision' in before && before.id === about && !form.value.file) {
      return reply.headers(handInHeaders).redirect(`${at}/receipt/${before.revision}`, 303);
    }
    const held = before && 'outcome' in before ? before : undefined;
    if (!form.value.file && about !== undefined && about !== held?.id) {
      return show(reply, replacedPage(place.round), visitor, problemCodes.conflict);
    }
    const next = withForm(held, form.value, newId(world));
    if (!next) return show(reply, noFilePage(place.round), visitor, problemCodes['invalid-request']);
    const work = workPlace(visitor, place);
    const isConfirmed = form.value.fields.get('act') === 'hand-in' && !form.value.file && !next.isTooLong;
    const outcome = isConfirmed
      ? await handIn.submit(work, next, { key: submissionKey(next), confirmed: next.confirmed, late: next.late })
      : await handIn.check(work, next);
    if (outcome.kind === 'not-read' && suspicious.includes(outcome.why.kind)) {
      request.log.warn({ notRead: outcome.why.kind }, 'a file that was handed in was not read');
    }
    const isSubmitted = outcome.kind === 'receipt';
    await kept.keep(
      place,
      isSubmitted ? { id: next.id, revision: outcome.revision } : { ...forgettingStrange(next, outcome), outcome },
      visitor.expires,
    );
    const to = isSubmitted ? `${at}/receipt/${outcome.revision}` : `${at}/check`;
    return reply.headers(handInHeaders).redirect(to, 303);
  });

  app.get('/hand-in/:round/moved.xlsx', { schema: { params: RoundPlace } }, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    const held = place && (await kept.get(place));
    if (!place || !held || !('outcome' in held) || !held.file) return showRefusal(reply, 'not-found');
    const moved = await handIn.upgrade(workPlace(visitor, place), held.file);
    if (moved.ok) return sendWorkbook(reply, moved.value, `${place.owner}-${place.round}-moved`);
    const { title, todo } = notReadWords(moved.failure);
    const back = { href: `/hand-in/${place.round}/check`, words: 'Back' };
    return show(reply, { title, isError: true, back, body: html`<p>${todo}</p>` }, visitor, 409);
  });

  app.post('/hand-in/:round/give-up', formOfRound, async (request, reply) => {
    const visitor = visitorOf(app, request);
    const place = placeOf(visitor, request.params.round);
    if (!place) return showRefusal(reply, 'not-found');
    const answer = await visitor.call<ReturnAnswer>('GET', paths.return(place.round, place.owner));
    if (!answer.ok) return showRefusal(reply, answer.failure);
    await kept.drop(place);
    return reply.headers(handInHeaders).redirect(`/hand-in/${place.round}`, 303);
  });
};

/** A file that could not be read when it came is not kept: there is nothing to do with it. */
const forgettingStrange = (held: Held, outcome: HandInOutcome): Held => {
  const isStrange = outcome.kind === 'not-read' && !worthKeeping.includes(outcome.why.kind);
  if (!isStrange || held.outcome.kind === 'read') return held;
  const { file: _gone, ...rest } = held;
  return rest;
};

/** What whoever looks after the server wants to know of; the others are mistakes that people make. */
const suspicious: readonly string[] = ['unsafe', 'took-too-long', 'took-too-much-memory', 'ended-early', 'busy'];

const worthKeeping: readonly string[] = ['busy', 'older-version', 'refused'];

const replacedPage = (round: string) => ({
  title: 'Another file has been handed in meanwhile.',
  isError: true,
  back: { href: `/hand-in/${round}`, words: 'Back to the return' },
  body: html`<p>
    Perhaps in another window. Nothing was sent.
    <a href="/hand-in/${round}/check">Look at the file that is here now</a>, or choose yours again.
  </p>`,
});

const noFilePage = (round: string) => ({
  title: 'Choose a file first.',
  isError: true,
  back: { href: `/hand-in/${round}`, words: 'Back to the return' },
  body: html`<p>Choose the workbook that you downloaded and filled in; its name ends in .xlsx.</p>`,
});
