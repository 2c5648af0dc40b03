import { useCallback, type ReactNode } from 'react';
import { ownerId, roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
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

const load = async ({ api }: Desk, round: WireRound, line: ChaseLine): Promise<FlowResult<History>> => {
  const place = [roundId(round.id), ownerId(line.owner)] as const;
  const [moves, revisions] = await Promise.all([api.programme.moves(...place), api.programme.revisions(...place)]);
  const [theMoves, theRevisions] = [fromApi(moves), fromApi(revisions)];
  if (!theMoves.ok) return theMoves;
  return theRevisions.ok ? ok({ moves: theMoves.value, revisions: theRevisions.value }) : theRevisions;
};

/** Everything that happened to a return, and what changed between any two of its revisions. */
export const ReturnHistory = (props: { round: WireRound; line: ChaseLine }): ReactNode => {
  const { round, line } = props;
  const { desk } = usePane();
  const open = useOpen();
  const loaded = useLoaded(useCallback(() => load(desk, round, line), [desk, round, line]));
  return (
    <>
      <ScreenHeading part>{line.name}</ScreenHeading>
      <Row>
        <StateBadge state={line.state}>{stateWords(line, false, 'project-team')}</StateBadge>
        <Quiet>{chaseWords(line)}</Quiet>
      </Row>
      <Quiet>{round.title}</Quiet>
      {line.revision > 0 ? (
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
      {/^\d{6}$/.test(line.owner) ? <SchoolMentor urn={line.owner} /> : null}
    </>
  );
};
