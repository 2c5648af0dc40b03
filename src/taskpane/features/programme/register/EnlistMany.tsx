import { useState, type ReactNode } from 'react';
import { enlistList } from '#flows/enlist-list.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { WritingBox } from '../../../components/WritingBox.tsx';
import { list } from '#core/words/count-words.ts';
import { useDraft } from '../../../state/use-draft.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { useImport } from './use-import.ts';

/** Takes several schools into the programme by their URNs, as a column of a sheet is pasted. */
export const EnlistMany = (props: { onImported: () => void }): ReactNode => {
  const urns = useDraft('enlist urns');
  const [fault, setFault] = useState<string>();
  const chosen = useImport(() => {
    urns.clear();
    props.onImported();
  });
  const { file, look, take } = chosen;
  const show = (): void => {
    const listed = enlistList(urns.text);
    if (!listed.ok) {
      const { wrong } = listed.failure;
      setFault(
        wrong.length === 0
          ? 'Please write or paste the URNs first.'
          : `A URN is six digits: look at ${list(wrong.slice(0, 5).map((one) => `“${one}”`))}.`,
      );
      return;
    }
    setFault(undefined);
    void look.run('The URNs', listed.value);
  };
  return (
    <>
      <ScreenHeading part>Enlist several schools</ScreenHeading>
      <Panel label="Enlist several schools">
        {file ? (
          <ImportPreview chosen={chosen} name={file.name} preview={file.preview} />
        ) : (
          <>
            <WritingBox
              label="Their URNs"
              hint="One a line, or parted by commas or blanks: a column of a sheet can be pasted."
              draft={urns}
              most={100_000}
              missing={fault}
            />
            <Row>
              <ActionButton primary busy={look.busy} busyText="Looking…" onClick={show}>
                Look at what changes
              </ActionButton>
            </Row>
          </>
        )}
        <Outcome note={look.note} onDismiss={look.clear} />
        <Outcome note={take.note} onDismiss={take.clear} />
      </Panel>
    </>
  );
};
