import type { ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { documentsOf, printDocument, type PrintedDocument } from '#flows/print-document.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';

const titles: Readonly<Record<PrintedDocument, string>> = {
  questionnaire: 'Paper questionnaire',
  'form-text': 'Text for an online form',
  'note-for-families': 'Note for pupils and parents',
};

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The documents that go with an open table, as Word files; nothing where there are none. */
export const PrintTool = (): ReactNode => {
  const { instrument } = useReturnAtHand().open;
  const documents = documentsOf(instrument);
  const print = useAction(async (document: PrintedDocument) => {
    const { name, bytes } = await printDocument(instrument, document);
    saveFile(name, wordFile, bytes);
    return ok({
      intent: 'success' as const,
      title: `Saved: ${name}.`,
      todo: 'You find it with your downloads. Open it in Word to print or change it.',
    });
  });
  if (documents.length === 0) return null;
  return (
    <More summary="Paper and online forms">
      <Quiet>
        Made from this return’s own questions. What is filled in there can be pasted or typed here afterwards.
      </Quiet>
      <Row>
        {documents.map((document) => (
          <ActionButton
            key={document}
            small
            busy={print.busy}
            busyText="Writing…"
            onClick={() => void print.run(document)}
          >
            {titles[document]}
          </ActionButton>
        ))}
      </Row>
      <Outcome note={print.note} onDismiss={print.clear} />
    </More>
  );
};
