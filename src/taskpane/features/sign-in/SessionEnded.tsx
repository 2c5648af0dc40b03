import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { SignInForm } from './SignInForm.tsx';

/** Asks for the access code again, above the screen on which the person stays. */
export const SessionEnded = (): ReactNode => (
  <Panel title="Please sign in again" accent>
    <Quiet>
      You were signed out because some time has passed. Everything below stays as it is; you can go on filling in, and
      sign in when you want to send.
    </Quiet>
    <SignInForm />
  </Panel>
);
