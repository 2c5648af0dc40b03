import { useCallback, type ReactNode } from 'react';
import { ownerId, roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { endOfLondonDay } from '#core/returns/london-day.ts';
import { fromApi, type FlowResult } from '#flows/flow-result.ts';
import type { ChaseLine } from '#flows/chase-list.ts';
import type { WireMove, WireRevisionHead } from '#wire/moves.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { Desk } from '#flows/desk.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { asItStood } from '../../../messages/as-at-words.ts';
import { chaseWords } from '../../../messages/progress-words.ts';
import { stateWords } from '../../../messages/state-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { useOpen } from '../../home/use-open.ts';
import { SchoolMentor } from '../register/SchoolMentor.tsx';
import { Moves } from './Moves.tsx';
import { Revisions } from './Revisions.tsx';

interface History {
  readonly moves: readonly WireMove[];
  readonly revisions: readonly WireRevisionHead[];
}

/** What happened, or had happened when a day in the past was over. */
const load = async (
  { api }: Desk,
  round: WireRound,
  line: ChaseLine,
  asAt: string | undefined,
): Promise<FlowResult<History>> => {
  const place = [roundId(round.id), ownerId(line.owner)] as const;
  const [moves, revisions] = await Promise.all([api.programme.moves(...place), api.programme.revisions(...place)]);
  const [theMoves, theRevisions] = [fromApi(moves), fromApi(revisions)];
  if (!theMoves.ok) return theMoves;
  if (!theRevisions.ok) return theRevisions;
  const end = asAt === undefined ? undefined : endOfLondonDay(asAt);
  const then = (at: string): boolean => end === undefined || at < end;
  return ok({
    moves: theMoves.value.filter(({ at }) => then(at)),
    revisions: theRevisions.value.filter(({ receipt }) => then(receipt.at)),
  });
};

/**
 * Everything that happened to a return, and what changed between any two of its revisions. As at a day in the past it ends with
 * that day, and nothing can be done.
 */
export const ReturnHistory = (props: { round: WireRound; line: ChaseLine; asAt?: string | undefined }): ReactNode => {
  const { round, line, asAt } = props;
  const { desk } = usePane();
  const open = useOpen();
  const loaded = useLoaded(useCallback(() => load(desk, round, line, asAt), [desk, round, line, asAt]));
  return (
    <>
      <ScreenHeading part>{line.name}</ScreenHeading>
      <Row>
        <StateBadge state={line.state}>{stateWords(line, false, 'project-team')}</StateBadge>
        <Quiet>{chaseWords(line, asAt !== undefined)}</Quiet>
      </Row>
      {asAt === undefined ? null : <Plain>{`${asItStood(asAt)}.`}</Plain>}
      <Quiet>{round.title}</Quiet>
      {line.revision > 0 && asAt === undefined ? (
        <Row>
          <ActionButton
            busy={open.busy}
            busyText="Opening…"
            onClick={() => void open.run({ owner: line.owner, ownerName: line.name }, round)}
          >
            Open in this workbook
          </ActionButton>
        </Row>
      ) : null}
      <Outcome note={open.note} onDismiss={open.clear} />
      <LoadedPart loaded={loaded} waiting="Looking up what happened…">
        {({ moves, revisions }) => (
          <>
            <Panel title="What happened">
              {moves.length === 0 ? <Plain>Nothing yet: it has not been begun.</Plain> : <Moves moves={moves} />}
            </Panel>
            {revisions.length === 0 ? null : <Revisions round={round} line={line} revisions={revisions} />}
          </>
        )}
      </LoadedPart>
      {/^\d{6}$/.test(line.owner) && asAt === undefined ? <SchoolMentor urn={line.owner} /> : null}
    </>
  );
};
