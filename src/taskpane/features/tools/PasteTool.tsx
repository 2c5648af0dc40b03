import { useId, type ReactNode } from 'react';
import { Field, Label, Select } from '@fluentui/react-components';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { PasteConfirm } from './PasteConfirm.tsx';
import { usePaste, type Paste } from './use-paste.ts';

/**
 * Rows out of a CSV file or another sheet: each column is recognised by its heading, the person confirms or changes
 * what belongs where, and only then is anything written, below what is there.
 */
export const PasteTool = (): ReactNode => {
  const { noun } = useReturnAtHand().open.instrument.rows;
  const paste = usePaste();
  const { table, offer, openFile, listSheets, openSheet, write } = paste;
  return (
    <More summary={`Paste ${noun.many} from a form or another sheet`} open={table !== undefined}>
      {table && offer ? <PasteConfirm paste={paste} from={table.from} offer={offer} /> : <Source paste={paste} />}
      {[openFile, listSheets, openSheet, write].map((action, at) => (
        <Outcome key={at} note={action.note} onDismiss={action.clear} />
      ))}
    </More>
  );
};

/** Where the table comes from. */
const Source = (props: { paste: Paste }): ReactNode => {
  const { sheets, openFile, listSheets, openSheet } = props.paste;
  const chooser = useId();
  return (
    <>
      <Quiet>
        Columns are recognised by their headings. Columns that do not belong here, such as names, are never read.
      </Quiet>
      <Label htmlFor={chooser}>A CSV file, such as an online form’s export</Label>
      <input
        id={chooser}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void openFile.run(file);
          target.value = '';
        }}
      />
      <Row>
        <ActionButton small busy={listSheets.busy} busyText="Looking…" onClick={() => void listSheets.run()}>
          From another sheet of this workbook
        </ActionButton>
      </Row>
      {sheets.length > 0 ? (
        <Field label="Which sheet?">
          <Select value="" onChange={(_, { value }) => (value === '' ? undefined : void openSheet.run(value))}>
            <option value="">Choose a sheet</option>
            {sheets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
};
