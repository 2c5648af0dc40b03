import { useId, type ReactNode } from 'react';
import { Label } from '@fluentui/react-components';
import { Outcome } from '../../../components/Message.tsx';
import { More } from '../../../components/More.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { Waiting } from '../../../components/Waiting.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { useImport } from './use-import.ts';

/** Brings schools in from a file: first what it would change, row by row what is wrong, then the button that does it. */
export const ImportSchools = (props: { onImported: () => void }): ReactNode => {
  const chosen = useImport(props.onImported);
  const { file, look, take } = chosen;
  const chooser = useId();
  return (
    <>
      <ScreenHeading part>Import a list of schools</ScreenHeading>
      <Panel label="Import a list of schools">
        {file ? (
          <ImportPreview chosen={chosen} name={file.name} preview={file.preview} />
        ) : (
          <>
            <Plain>Nothing is changed before you have seen what would be, and have said yes.</Plain>
            <Label htmlFor={chooser}>A CSV file of schools</Label>
            <input
              id={chooser}
              type="file"
              accept=".csv,text/csv"
              disabled={look.busy}
              onChange={({ target }) => {
                const one = target.files?.[0];
                if (one) void look.run(one.name, one);
                target.value = '';
              }}
            />
            {look.busy ? <Waiting>Reading the file…</Waiting> : null}
            <More summary="Which files can be read">
              <Quiet>
                The government’s “Get Information about Schools”: the download of all establishments, and its file of
                links, each unpacked and as it came.
              </Quiet>
              <Quiet>
                A list of your own, saved as CSV: a column URN and, as you need them, Name, LAESTAB, Postcode, Local
                authority, Region, Phase, Status, Specialism, Enlisted (yes or no) and Mentor. A blank cell changes
                nothing.
              </Quiet>
              <Quiet>No school is ever deleted: one that a file does not name stays as it is.</Quiet>
            </More>
          </>
        )}
        <Outcome note={look.note} onDismiss={look.clear} />
        <Outcome note={take.note} onDismiss={take.clear} />
      </Panel>
    </>
  );
};
