import type { ReactNode } from 'react';
import { Message } from '../../components/Message.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** "Save the workbook", for as long as Excel says that it is not saved. Says nothing where Excel cannot tell. */
export const SaveReminder = (): ReactNode => {
  const { saved, checked } = useReturnAtHand();
  const somethingToKeep = checked.record.some(({ what }) => what === 'Receipt' || what === 'Waiting');
  return saved === 'unsaved' && somethingToKeep ? (
    <Message intent="info" title="Save the workbook.">
      It holds your answers and the receipt.
    </Message>
  ) : null;
};
