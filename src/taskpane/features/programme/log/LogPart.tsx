import { useCallback, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { fromApi } from '#flows/flow-result.ts';
import { wholeLog } from '#flows/whole-log.ts';
import type { WireAuditEntry } from '#wire/audit.ts';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { aboutWords, actWords } from '../../../messages/act-words.ts';
import { moment } from '#core/words/date-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { LogCheck } from './LogCheck.tsx';

const useStyles = makeStyles({
  act: { padding: `${tokens.spacingVerticalS} 0` },
  what: { fontWeight: tokens.fontWeightSemibold },
});

/** What the project team did about people, schools and rounds, the latest first. */
export const LogPart = (): ReactNode => {
  const { desk } = usePane();
  const loaded = useLoaded<readonly WireAuditEntry[]>(useCallback(() => wholeLog(desk, 'PROGRAMME'), [desk]));
  const people = useLoaded(useCallback(async () => fromApi(await desk.api.programme.people()), [desk]));
  const names = new Map(
    people.value?.flatMap(({ id, role, owner, name }) => [
      [id, name] as const,
      ...(role === 'mentor' && owner !== undefined ? [[owner, name] as const] : []),
    ]),
  );
  return (
    <>
      <LogCheck />
      <Panel title="Log of acts">
        <Quiet>
          Who did what about people, schools and rounds, and when. What happened to a return stands in its history,
          under Progress. Nothing here can be changed without its showing.
        </Quiet>
        <LoadedPart loaded={loaded} waiting="Looking up what was done…">
          {(entries) =>
            entries.length === 0 ? (
              <Plain>Nothing has been done yet.</Plain>
            ) : (
              <WindowedList label="Acts" items={entries} keyOf={({ number }) => String(number)}>
                {(entry) => <Act entry={entry} nameOf={(person) => names.get(person)} />}
              </WindowedList>
            )
          }
        </LoadedPart>
      </Panel>
    </>
  );
};

const Act = (props: { entry: WireAuditEntry; nameOf: (person: string) => string | undefined }): ReactNode => {
  const styles = useStyles();
  const { entry } = props;
  return (
    <div className={styles.act}>
      <div className={styles.what}>{actWords(entry)}</div>
      <div>{aboutWords(entry, props.nameOf)}</div>
      <Quiet>{`${entry.by ?? 'Purged'}, ${moment(entry.at)}`}</Quiet>
      {entry.reason === undefined ? null : <Plain>{`“${entry.reason}”`}</Plain>}
    </div>
  );
};
