import { Fragment, type ReactNode } from 'react';
import { Link } from '@fluentui/react-components';
import type { WireQuestion } from '#wire/shapes.ts';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { moment } from '#core/words/date-words.ts';
import { placeWords } from '../../messages/place-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** Where a question is, what it asks, who asked and when, and what was said to it since. */
export const QuestionHead = (props: { question: WireQuestion; onGo: () => void }): ReactNode => {
  const { open } = useReturnAtHand();
  const { question } = props;
  return (
    <>
      <Link as="button" onClick={props.onGo} style={{ alignSelf: 'flex-start', fontWeight: 600 }}>
        {placeWords(open.instrument, question.row, question.field)}
      </Link>
      <Plain>{question.text}</Plain>
      <Quiet>{`${question.by}, ${moment(question.at)}`}</Quiet>
      {question.remarks.map(({ id, from, text, by, at }) => (
        <Fragment key={id}>
          <Plain>{from === 'owner' ? `Answer: ${text}` : text}</Plain>
          <Quiet>{`${by}, ${moment(at)}`}</Quiet>
        </Fragment>
      ))}
      {question.settledAt === undefined || question.settledBy === undefined ? null : (
        <Quiet>{`Settled by ${question.settledBy}, ${moment(question.settledAt)}`}</Quiet>
      )}
    </>
  );
};
