import { intersection, maxColumns, maxRows } from './address.ts';
import type { Attachments } from './attachments.ts';
import { runBatch } from './batch.ts';
import { borderBook } from './border-book.ts';
import { accessDenied } from './errors.ts';
import { entriesFor, offersList, type HostEvent } from './events.ts';
import { highlightBook } from './highlight-book.ts';
import type { HostConnection, HostOptions } from './host.ts';
import type { References } from './object-paths.ts';
import type { Batch, EventMessage, HostRequest, HostResponse } from './wire.ts';
import type { Work } from './work.ts';
import { writeBook } from './write-book.ts';

/** What all panes of one host share. */
export interface SharedHost extends Required<HostOptions> {
  readonly kept: Attachments;
  readonly highlightNames: Map<string, string>;
  tell(event: HostEvent): void;
  isEditing(): boolean;
  editEnds(): Promise<void>;
  left(pane: Pane & HostConnection): void;
}

/** The host's side of one pane. */
export interface Pane {
  tell(event: HostEvent): void;
  quiet(): Promise<void>;
}

const delayForCellEdit = 64;
/** A handler that writes what it hears of goes round for ever: Excel would hang, this stops it (rule 52). */
const maxRounds = 50;

/** One pane's connection: its references and handlers, its batches one after another, its events in order. */
export function connection(shared: SharedHost): Pane & HostConnection {
  const { model, profile } = shared;
  const references: References = new Map();
  const runtime = { enableEvents: true };
  const listeners = new Set<(message: EventMessage) => void>();
  const listening = new Set<string>();
  const rounds = { heard: [] as HostEvent[], count: 0 };
  let turn = 0;
  let lastBatch = 0;
  let closed = false;
  let batches: Promise<unknown> = Promise.resolve();
  let deliveries: Promise<unknown> = Promise.resolve();
  let undelivered: HostEvent[] = [];

  const pane: Pane & HostConnection = {
    execute(request) {
      const answer = batches.then(() => carryOut(request));
      // A pane that sends on after our own mistake is answered again.
      batches = answer.catch(() => undefined);
      return answer;
    },
    onEvents(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(event) {
      if (!runtime.enableEvents || isDropped(event)) return;
      undelivered.push(event);
      if (undelivered.length === 1) deliveries = deliveries.then(deliver, deliver);
    },
    async quiet() {
      // An event may lead to another batch, and a batch to events.
      for (let before: unknown[] = []; before[0] !== batches || before[1] !== deliveries;) {
        before = [batches, deliveries];
        await Promise.all(before);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    close() {
      closed = true;
      listeners.clear();
      listening.clear();
      references.clear();
      shared.left(pane);
    },
  };

  function isDropped(event: HostEvent): boolean {
    if (shared.dropEvents === 'all') return true;
    if (shared.dropEvents !== 'drop-down-picks' || !event.typed || !event.area) return false;
    return event.area.rows === 1 && event.area.columns === 1 && offersList(model, event.sheet, event.area);
  }

  /**
   * After the batch that caused them is answered, never within it (rule 48). All that wait go together: drawing a
   * return makes hundreds of them, and what the person does next must not stand in line behind a pause for each.
   */
  async function deliver(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const events = undelivered;
    undelivered = [];
    if (events.some(({ kind }) => kind === 'changed')) await model.settled();
    for (const event of events) {
      if (closed) return;
      if (!model.sheets.list().some(({ id }) => id === event.sheet)) continue;
      const entries = entriesFor(event, model, pane, (type, target) => listening.has(`${type} ${target}`));
      if (entries.length === 0) continue;
      if (event.kind === 'changed' && event.by === pane) rounds.heard.push(event);
      for (const listener of listeners) listener({ entries });
    }
  }

  async function carryOut(request: HostRequest): Promise<HostResponse> {
    if (closed) return refused('InvalidOrTimedOutSession', 'The session has expired.');
    if (isTooLarge(request.body)) return tooLarge('Request');
    while (shared.isEditing()) {
      if ((request.flags & delayForCellEdit) === 0) {
        return refused(
          'InvalidOperationInCellEditMode',
          'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
        );
      }
      await shared.editEnds();
    }
    const events: HostEvent[] = [];
    let suspended = false;
    const batchNumber = (lastBatch += 1);
    const work: Work = {
      ...{ model, profile, runtime, kept: shared.kept },
      highlights: highlightBook(model, shared.highlightNames),
      borders: borderBook(model),
      writes: writeBook(model),
      year: new Date().getFullYear(),
      get turn() {
        return turn;
      },
      changing() {
        if (shared.readOnly) throw accessDenied('The workbook is read-only.');
        shared.kept.dirty = true;
      },
      happened: (event) => void events.push({ ...event, by: pane }),
      suspendCalculation: () => void (suspended = true),
      listen(type, target, on) {
        if (on) listening.add(`${type} ${target}`);
        else listening.delete(`${type} ${target}`);
      },
    };
    const answer = await runBatch(JSON.parse(request.body) as Batch, {
      work,
      references,
      calculated: () => (suspended ? Promise.resolve() : model.settled()),
      nextTurn: () => void (turn += 1),
      referenceTo: (path) => `${batchNumber}:${path}`,
    });
    countRounds(events);
    for (const event of events) shared.tell(event);
    const body = JSON.stringify(answer);
    return isTooLarge(body) ? tooLarge('Response') : { status: 200, body };
  }

  function countRounds(events: readonly HostEvent[]): void {
    if (events.length === 0) return;
    const heard = rounds.heard.splice(0);
    rounds.count = events.some((event) => heard.some((before) => touches(event, before))) ? rounds.count + 1 : 0;
    if (rounds.count <= maxRounds) return;
    rounds.count = 0;
    throw new Error(`an event handler has written what it hears of ${maxRounds} times in a row`);
  }

  function isTooLarge(body: string): boolean {
    const limit = profile.payloadLimit;
    if (limit === undefined || body.length * 3 <= limit) return false;
    return body.length > limit || new TextEncoder().encode(body).length > limit;
  }

  return pane;
}

const refused = (errorCode: string, errorMessage: string): HostResponse => ({ status: 400, errorCode, errorMessage });

const tooLarge = (which: 'Request' | 'Response'): HostResponse => ({
  status: 413,
  errorCode: `${which}PayloadSizeLimitExceeded`,
  errorMessage: `The ${which.toLowerCase()} payload size has exceeded the limit.`,
});

function touches(event: HostEvent, heard: HostEvent): boolean {
  if (event.kind !== 'changed' || event.sheet !== heard.sheet) return false;
  const whole = { row: 0, column: 0, rows: maxRows, columns: maxColumns };
  return intersection(event.area ?? whole, heard.area ?? whole) !== undefined;
}
