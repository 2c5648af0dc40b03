import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { PasteOffer } from '#core/paste/paste-offer.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message } from '../../components/Message.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { ColumnList } from './ColumnList.tsx';
import type { Paste } from './use-paste.ts';

/** What a table would do, to be looked at before it is written. */
export const PasteConfirm = (props: { paste: Paste; from: string; offer: PasteOffer }): ReactNode => {
  const { paste, from, offer } = props;
  const { instrument } = useReturnAtHand().open;
  const { one, many } = instrument.rows.noun;
  const rows = (number: number): string => count(number, one, many);
  return (
    <>
      <Plain>{`${from}: ${rows(offer.rows.length)}. Please look whether each column is in the right place.`}</Plain>
      <ColumnList instrument={instrument} offer={offer} onChange={paste.map} />
      {offer.already > 0 ? (
        <Message
          intent="warning"
          title={`${rows(offer.already)} with the same answers ${offer.already === 1 ? 'is' : 'are'} in the sheet already.`}
        >
          If this is the same table again, do not paste it a second time.
        </Message>
      ) : null}
      <Row>
        {offer.rows.length > 0 ? (
          <ActionButton
            primary
            busy={paste.write.busy}
            busyText="Pasting…"
            onClick={() => void paste.write.run()}
          >{`Paste ${rows(offer.rows.length)}`}</ActionButton>
        ) : null}
        <Button onClick={paste.cancel}>Cancel</Button>
      </Row>
    </>
  );
};
