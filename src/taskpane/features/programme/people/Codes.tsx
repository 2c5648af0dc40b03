import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { MadeCode, WireCode, WireMember } from '#wire/people.ts';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { codeState, codeWords } from '../../../messages/people-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { MakeCode } from './MakeCode.tsx';
import { NewCode } from './NewCode.tsx';

const useStyles = makeStyles({
  code: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  state: { fontWeight: tokens.fontWeightSemibold },
});

/** The access codes of somebody: making one, which is shown this once, and revoking one. */
export const Codes = (props: { member: WireMember; onChanged: (member: WireMember) => void }): ReactNode => {
  const { member, onChanged } = props;
  const [made, setMade] = useState<MadeCode>();
  const latestFirst = [...member.codes].sort((a, b) => ((a.made ?? '') < (b.made ?? '') ? 1 : -1));
  return (
    <Panel title="Access codes" accent={!member.codes.some(({ holds }) => holds)}>
      {made ? (
        <NewCode made={made} name={member.name} onDone={() => setMade(undefined)} />
      ) : (
        <>
          {latestFirst.length === 0 ? <Plain>{`${member.name} cannot sign in yet: make a code.`}</Plain> : null}
          <MakeCode
            member={member}
            onMade={(code) => {
              setMade(code);
              const others = member.codes.filter(({ id }) => id !== code.about.id);
              onChanged({ ...member, codes: [...others, code.about] });
            }}
          />
        </>
      )}
      {latestFirst.map((code) => (
        <CodeLine key={code.id} code={code} member={member} onChanged={onChanged} />
      ))}
    </Panel>
  );
};

const CodeLine = (props: {
  code: WireCode;
  member: WireMember;
  onChanged: (member: WireMember) => void;
}): ReactNode => {
  const styles = useStyles();
  const { code, member, onChanged } = props;
  const { desk } = usePane();
  const [asking, setAsking] = useState(false);
  const revoke = useAction(async () => {
    const done = fromApi(await desk.api.programme.revokeCode(member.id, code.id));
    if (!done.ok) return done;
    setAsking(false);
    onChanged(done.value);
    return ok({ intent: 'success' as const, title: 'The code is revoked.', todo: 'It lets nobody in any more.' });
  });
  return (
    <div className={styles.code}>
      <span className={styles.state}>{codeState(code, desk.now())}</span>
      <Quiet>{codeWords(code)}</Quiet>
      {!code.holds ? null : asking ? (
        <Confirm
          question="Revoke this code?"
          yes="Revoke"
          busyText="Revoking…"
          busy={revoke.busy}
          no="Keep it"
          onYes={() => void revoke.run()}
          onNo={() => setAsking(false)}
        >
          <Plain>
            It lets nobody in any more, and whoever signed in with it is signed out at once. It cannot be taken back.
          </Plain>
        </Confirm>
      ) : (
        <Row>
          <Button size="small" aria-label={`Revoke the code: ${codeWords(code)}`} onClick={() => setAsking(true)}>
            Revoke…
          </Button>
        </Row>
      )}
      <Outcome note={revoke.note} onDismiss={revoke.clear} />
    </div>
  );
};
