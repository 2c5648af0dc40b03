import { useState, type ReactNode } from 'react';
import { Badge, Button } from '@fluentui/react-components';
import type { WireRound } from '#wire/shapes.ts';
import { Facts } from '../../../components/Facts.tsx';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { More } from '../../../components/More.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { keptWords, type KeptRound } from '../../../messages/retention-words.ts';
import { roundFacts } from '../../../messages/round-words.ts';
import { deadlineWords } from '../../../messages/state-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { CertificateOfRound } from './CertificateOfRound.tsx';
import { ChangeRound } from './ChangeRound.tsx';
import { CloseRound } from './CloseRound.tsx';
import { MakeRound } from './MakeRound.tsx';
import { PurgeRound } from './PurgeRound.tsx';
import { SaveRound } from './SaveRound.tsx';
import { useKeptRounds } from './use-kept-rounds.ts';

type RoundAct = 'change' | 'save' | 'certificate';

/** The rounds there are, and making, changing, closing, saving and purging them. */
export const RoundsPart = (): ReactNode => {
  const [opened, setOpened] = useState<'new' | { readonly act: RoundAct; readonly round: WireRound }>();
  const loaded = useKeptRounds();
  const done = async (): Promise<void> => {
    setOpened(undefined);
    await loaded.reload();
  };
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the rounds…">
      {(rounds) => (
        <ListAndDetail
          back="The rounds"
          onBack={() => setOpened(undefined)}
          detail={
            opened === undefined ? undefined : opened === 'new' ? (
              <MakeRound rounds={rounds.map(({ round }) => round)} onMade={done} />
            ) : opened.act === 'change' ? (
              <ChangeRound round={opened.round} onChanged={done} />
            ) : opened.act === 'save' ? (
              <SaveRound round={opened.round} />
            ) : (
              <CertificateOfRound round={opened.round} />
            )
          }
          list={
            <>
              {rounds.length === 0 ? (
                <Plain>
                  There is no round yet. A round asks everybody for one return, from a day on, until a day or without
                  end.
                </Plain>
              ) : null}
              <Row>
                <Button appearance={rounds.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpened('new')}>
                  Make a round…
                </Button>
              </Row>
              {rounds.map((kept) => (
                <RoundCard
                  key={kept.round.id}
                  kept={kept}
                  onOpen={(act) => setOpened({ act, round: kept.round })}
                  onChanged={loaded.reload}
                />
              ))}
            </>
          }
        />
      )}
    </LoadedPart>
  );
};

const RoundCard = (props: {
  kept: KeptRound;
  onOpen: (act: RoundAct) => void;
  onChanged: () => Promise<void>;
}): ReactNode => {
  const { kept, onOpen, onChanged } = props;
  const { round, due, revisions } = kept;
  const { desk } = usePane();
  const title = desk.instruments.find(round.instrument)?.title ?? round.instrument;
  const purged = round.purged !== undefined;
  const keeping = keptWords(kept);
  const save = (
    <Button aria-label={`Save as a file: ${round.title}`} onClick={() => onOpen('save')}>
      Save as a file…
    </Button>
  );
  const showCertificate = async (): Promise<void> => {
    onOpen('certificate');
    await onChanged();
  };
  return (
    <Panel title={round.title} accent={round.open || due}>
      <Row>
        <Badge appearance="tint" color={round.open ? 'brand' : 'subtle'}>
          {purged ? 'Purged' : round.open ? 'Open' : 'Not open'}
        </Badge>
        {due ? (
          <Badge appearance="tint" color="warning">
            Due to be purged
          </Badge>
        ) : null}
        {purged ? null : <Quiet>{deadlineWords(round, desk.now())}</Quiet>}
      </Row>
      {keeping === undefined ? null : <Plain>{keeping}</Plain>}
      <More summary="What it asks">
        <Facts facts={roundFacts(round, title)} />
      </More>
      {purged ? (
        <Row>
          <Button aria-label={`Certificate: ${round.title}`} onClick={() => onOpen('certificate')}>
            Certificate…
          </Button>
          {save}
        </Row>
      ) : (
        <Row>
          <Button aria-label={`Change: ${round.title}`} onClick={() => onOpen('change')}>
            Change…
          </Button>
          {save}
          {round.open ? <CloseRound round={round} onClosed={onChanged} /> : null}
          {!round.open && (due || revisions > 0) ? <PurgeRound kept={kept} onPurged={showCertificate} /> : null}
        </Row>
      )}
    </Panel>
  );
};
