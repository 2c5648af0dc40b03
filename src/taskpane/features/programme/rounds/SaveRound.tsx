import { useState, type ReactNode } from 'react';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { ExportTable } from '#wire/exports.ts';
import type { WireRound } from '#wire/shapes.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { AsAtField } from '../../../components/AsAtField.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { saveCsv } from '../../../components/save-file.ts';
import { asAtFault } from '../../../messages/as-at-words.ts';
import { exportChoices, savedNote } from '../../../messages/export-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** A table of a round as a file that any spreadsheet program opens, as it is now or was when a day was over. */
export const SaveRound = ({ round }: { round: WireRound }): ReactNode => {
  const { desk } = usePane();
  const choices = exportChoices(round);
  const [table, setTable] = useState<ExportTable>(choices[0]?.value ?? 'totals');
  const [day, setDay] = useState('');
  const save = useAction(async () => {
    if (asAtFault(day, desk.now()) !== undefined) return ok(undefined);
    const of = { table, 'as-at': day === '' ? undefined : day };
    const made = fromApi(await desk.api.programme.exportRound(roundId(round.id), of));
    if (!made.ok) return made;
    const name = [round.id, table, ...(day === '' ? [] : [day])].join('-') + '.csv';
    saveCsv(name, made.value);
    return ok(savedNote(name));
  });
  return (
    <>
      <ScreenHeading part>{`Save ${round.title} as a file`}</ScreenHeading>
      <Plain>
        A file (.csv) that Excel and every other spreadsheet program opens. Keep it as carefully as the returns
        themselves. That you took it out is written into the log.
      </Plain>
      <Panel label="Save as a file">
        <Field label="What">
          <RadioGroup value={table} onChange={(_event, { value }) => setTable(value as ExportTable)}>
            {choices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
        <AsAtField
          day={day}
          onDay={setDay}
          hint="Left blank, as it is now; else as it was when that day was over in London."
        />
        <Row>
          <ActionButton primary busy={save.busy} busyText="Gathering…" onClick={() => void save.run()}>
            Save it as a file
          </ActionButton>
        </Row>
        <Outcome note={save.note} onDismiss={save.clear} />
      </Panel>
    </>
  );
};
