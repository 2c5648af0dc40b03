import type { ReactNode } from 'react';
import { Panel } from '../../components/Panel.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The first screen: what this is for, and the access code. */
export const SignInScreen = (): ReactNode => (
  <>
    <ScreenHeading>Sign in</ScreenHeading>
    <Plain>
      Fill in your school’s returns here in Excel. They are checked as you type and submitted with one button.
    </Plain>
    <Panel label="Sign in">
      <SignInForm />
    </Panel>
  </>
);
