import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Message } from './Message.tsx';

/** Catches our own mistakes: says so calmly and lets the person start the pane's screen again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Message
        intent="error"
        title="Something went wrong in this pane."
        actions={
          <Button size="small" onClick={() => this.setState({ failed: false })}>
            Start again
          </Button>
        }
      >
        The mistake is ours. What you typed in the sheet is still there. Start again; if it happens again, save the
        workbook and tell the project team.
      </Message>
    );
  }
}
