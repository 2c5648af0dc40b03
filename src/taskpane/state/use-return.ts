import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowKey } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { checkReturn, type CheckedReturn } from '#flows/check-return.ts';
import { compareWithServer, standingOf, type Standing } from '#flows/compare-with-server.ts';
import { deliverQuestions } from '#flows/deliver-questions.ts';
import type { FlowFailure, OpenReturn } from '#flows/desk.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import { cellInHand } from '#flows/go-to-cell.ts';
import { lookBeyond } from '#flows/look-beyond.ts';
import { learnBeyond } from '#flows/told-beyond.ts';
import { unconfirmedRows } from '#flows/unconfirmed-rows.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import { isSessionOver } from '../messages/failure-words.ts';
import { usePane } from './PaneContext.tsx';
import { singleFlight } from './single-flight.ts';
import { useHints } from './use-hints.ts';

type CellInHand = Extract<Awaited<ReturnType<typeof cellInHand>>, { ok: true }>['value'];

/** The return on which the person works: as the sheet stands, and as it stands against the server. */
export interface ReturnAtHand {
  readonly open: OpenReturn;
  /** The last reading of the sheet; `undefined` until the first. */
  readonly checked: CheckedReturn | undefined;
  /** Why the sheet cannot be read now. */
  readonly failure: FlowFailure | undefined;
  /** `undefined` until the server has answered. */
  readonly standing: Standing | undefined;
  readonly serverFailure: FlowFailure | undefined;
  readonly cell: CellInHand;
  readonly saved: 'saved' | 'unsaved' | 'unknown';
  /** Rows with answers copied from an earlier round that nobody has confirmed. */
  readonly unconfirmed: readonly RowKey[];
  /** Reads the sheet again, and first what its rules look at in other sheets. */
  recheck(): Promise<FlowResult<CheckedReturn>>;
  /** Asks the server again, brings new questions into the sheet and reads it again. */
  refresh(): Promise<FlowResult<Standing>>;
}

interface Reading {
  readonly checked?: CheckedReturn;
  readonly failure?: FlowFailure;
  readonly cell?: CellInHand;
  readonly saved?: 'saved' | 'unsaved' | 'unknown';
  readonly unconfirmed?: readonly RowKey[];
}

/** The server is asked again on focus only after this time, in milliseconds. */
const patience = 30_000;

/** Milliseconds. */
const askSavedEvery = 10_000;

/**
 * Keeps a return fresh: reads the sheet 300 ms after the last hint of a change and when the pane gets the focus, never
 * twice at the same time, and never takes the focus or a typed word away. Cells are written only by what a person
 * asked for: opening a return brings its questions, looking again in the background only looks.
 */
export const useReturn = (open: OpenReturn): ReturnAtHand => {
  const { desk, state, dispatch } = usePane();
  const [reading, setReading] = useState<Reading>({});
  const [answer, setAnswer] = useState<ReturnAnswer>();
  const [serverFailure, setServerFailure] = useState<FlowFailure>();
  const latest = useRef<CheckedReturn>();
  const askedAt = useRef(0);

  // The return with what its rules look at beyond it, as far as that is known by now.
  const looked = useMemo(() => ({ current: open }), [open]);

  const check = useMemo(
    () =>
      singleFlight(async (): Promise<FlowResult<CheckedReturn>> => {
        const result = await checkReturn(desk, looked.current);
        if (!result.ok) {
          setReading((before) =>
            before.checked && isPassing(result.failure) ? before : afterFailure(before, result.failure),
          );
          return result;
        }
        latest.current = result.value;
        const [cell, saved] = [await cellInHand(desk, open, result.value), await desk.workbook.saved()];
        const unconfirmed = await unconfirmedRows(desk, open, result.value.content);
        setReading({
          checked: result.value,
          cell: cell.ok ? cell.value : undefined,
          saved: saved.ok ? saved.value : 'unknown',
          unconfirmed: unconfirmed.ok ? unconfirmed.value : [],
        });
        return result;
      }),
    [desk, open, looked],
  );

  const look = useMemo(
    () =>
      singleFlight(async () => {
        const beyond = await lookBeyond(desk, looked.current);
        if (beyond.ok) looked.current = beyond.value;
      }),
    [desk, looked],
  );
  const recheck = useCallback(async () => {
    await look();
    return check();
  }, [look, check]);

  // Excel does not tell when a workbook is saved: while it is not, it is asked again now and then.
  useEffect(() => {
    if (reading.saved !== 'unsaved') return undefined;
    const ask = async (): Promise<void> => {
      if (document.hidden) return;
      const saved = await desk.workbook.saved();
      if (saved.ok) setReading((before) => ({ ...before, saved: saved.value }));
    };
    const timer = setInterval(() => void ask(), askSavedEvery);
    return () => clearInterval(timer);
  }, [desk, reading.saved]);

  const lookAtCell = useMemo(
    () =>
      singleFlight(async () => {
        const checked = latest.current;
        const cell = checked && (await cellInHand(desk, open, checked));
        if (cell?.ok) setReading((before) => ({ ...before, cell: cell.value }));
      }),
    [desk, open],
  );

  const askServer = useCallback(async (): Promise<FlowResult<Standing>> => {
    askedAt.current = Date.now();
    const checked = latest.current ? ok(latest.current) : await recheck();
    if (!checked.ok) return checked;
    const standing = await compareWithServer(desk, open, checked.value);
    if (standing.ok) setAnswer(standing.value.answer);
    setServerFailure(standing.ok ? undefined : standing.failure);
    if (!standing.ok && isSessionOver(standing.failure)) dispatch({ kind: 'session-ended' });
    return standing;
  }, [desk, open, recheck, dispatch]);

  const refresh = useCallback(async (): Promise<FlowResult<Standing>> => {
    const before = await recheck();
    if (!before.ok) return before;
    const standing = await askServer();
    if (!standing.ok) return standing;
    const delivered = await deliverQuestions(desk, open, before.value, standing.value.answer.questions);
    const learnt = await learnBeyond(desk, open);
    if ((delivered.ok && delivered.value > 0) || (learnt.ok && learnt.value)) await recheck();
    return standing;
  }, [desk, open, recheck, askServer]);

  useEffect(() => {
    void refresh();
  }, [refresh, state.submits, state.resends, state.person]);

  useHints(desk.workbook, {
    edited: () => void check(),
    activated: () => void recheck(),
    selected: () => void lookAtCell(),
    returned: () => {
      void recheck().then(() => (Date.now() - askedAt.current > patience ? askServer() : undefined));
    },
  });

  const { checked } = reading;
  const standing = useMemo(() => (answer && checked ? standingOf(answer, checked) : undefined), [answer, checked]);
  return {
    open,
    checked,
    failure: reading.failure,
    standing,
    serverFailure,
    cell: reading.cell,
    saved: reading.saved ?? 'unknown',
    unconfirmed: reading.unconfirmed ?? [],
    recheck,
    refresh,
  };
};

const afterFailure = (before: Reading, failure: FlowFailure): Reading => ({ ...before, failure });

/** A cell is being edited, or Excel is busy: what was read last still stands until the next look. */
const isPassing = (failure: FlowFailure): boolean =>
  failure.kind === 'workbook' && (failure.failure.kind === 'editing' || failure.failure.kind === 'busy');
