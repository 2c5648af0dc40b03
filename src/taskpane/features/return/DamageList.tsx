import type { ReactNode } from 'react';
import type { SheetDamage } from '#core/rules/issue.ts';
import { Message } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { count } from '#core/words/count-words.ts';
import { damageWords } from '../../messages/damage-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { NumberRows } from './NumberRows.tsx';

/** As many as are worth reading one by one. */
const shown = 3;

/** What is wrong with the sheet itself, and how to mend it. */
export const DamageList = (): ReactNode => {
  const { open, checked } = useReturnAtHand();
  const isOpenTable = open.instrument.rows.kind === 'open';
  const unnumbered = checked.damage.filter((damage) => isOpenTable && isMendedByNumbering(damage));
  const others = checked.damage.filter((damage) => !unnumbered.includes(damage));
  return (
    <>
      {isOpenTable ? <NumberRows rows={unnumbered.length} /> : null}
      {others.slice(0, shown).map((damage) => (
        <Damage key={JSON.stringify(damage)} damage={damage} />
      ))}
      {others.length > shown ? (
        <More summary={`${count(others.length - shown, 'more thing', 'more things')} to mend in the sheet`}>
          {others.slice(shown).map((damage) => (
            <Damage key={JSON.stringify(damage)} damage={damage} />
          ))}
        </More>
      ) : null}
    </>
  );
};

const isMendedByNumbering = ({ kind }: SheetDamage): boolean => kind === 'row-without-number' || kind === 'row-twice';

const Damage = (props: { damage: SheetDamage }): ReactNode => {
  const { open } = useReturnAtHand();
  const { title, todo } = damageWords(props.damage, open.instrument);
  return (
    <Message intent="error" title={title}>
      {todo}
    </Message>
  );
};
