import type { ReactNode } from 'react';
import { FluentProvider } from '@fluentui/react-components';
import { Message } from './components/Message.tsx';
import { workbookWords } from './messages/workbook-words.ts';
import { useTheme } from './theme/use-theme.ts';

/** What stands here when the pane cannot work where it was opened. */
export const NoExcel = (props: { tooOld: boolean }): ReactNode => {
  const old = workbookWords({ kind: 'unsupported', what: 'a newer Excel' });
  return (
    <FluentProvider theme={useTheme()}>
      <main style={{ padding: '16px', minHeight: '100vh', boxSizing: 'border-box' }}>
        <h1 style={{ marginTop: 0 }}>STEM Timeline Returns</h1>
        <Message intent="warning" title={props.tooOld ? old.title : 'This page belongs inside Excel.'}>
          {props.tooOld ? old.todo : 'Open a workbook in Excel and choose STEM Returns on the ribbon.'}
        </Message>
      </main>
    </FluentProvider>
  );
};
