import type { ReactNode } from 'react';
import { Message } from '../../components/Message.tsx';
import { damageWords } from '../../messages/damage-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** What is wrong with the sheet itself, and how to mend it. */
export const DamageList = (): ReactNode => {
  const { open, checked } = useReturnAtHand();
  return checked.damage.map((damage) => {
    const { title, todo } = damageWords(damage, open.instrument);
    return (
      <Message key={JSON.stringify(damage)} intent="error" title={title}>
        {todo}
      </Message>
    );
  });
};
