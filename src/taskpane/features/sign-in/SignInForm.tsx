import { useState, type ReactNode } from 'react';
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { fromApi } from '#flows/flow-result.ts';
import { ok } from '#core/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { useAction } from '../../state/use-action.ts';
import { samePerson } from '../../state/pane-state.ts';
import { usePane } from '../../state/PaneContext.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalM },
});

/** The access code and the button. A code with stray blanks is taken without them. */
export const SignInForm = (): ReactNode => {
  const styles = useStyles();
  const { desk, state, dispatch, drafts } = usePane();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const signIn = useAction(async () => {
    const result = fromApi(await desk.api.signIn(code.trim()));
    if (!result.ok) return result;
    if (!samePerson(state.person, result.value)) drafts.clearAll();
    dispatch({ kind: 'signed-in', person: result.value });
    dispatch({ kind: 'said', text: `Signed in as ${result.value.name}.` });
    return ok(undefined);
  });
  const submit = (): void => {
    setMissing(code.trim() === '');
    if (code.trim() !== '') void signIn.run();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label="Access code"
        hint="It is in the letter or e-mail from the project team."
        {...(missing
          ? { validationState: 'error' as const, validationMessage: 'Please type your access code first.' }
          : {})}
      >
        <Input
          value={code}
          onChange={(_event, { value }) => setCode(value)}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={64}
        />
      </Field>
      <ActionButton primary submit busy={signIn.busy} busyText="Signing in…">
        Sign in
      </ActionButton>
      <Outcome note={signIn.note} />
    </form>
  );
};
