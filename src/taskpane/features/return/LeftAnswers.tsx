import type { ReactNode } from 'react';
import type { LeftBehind } from '#flows/in-version.ts';
import { Message } from '../../components/Message.tsx';
import { placeWords, valueWords } from '../../messages/place-words.ts';

/** Lists answers that have no place in a newer version, each with where it stood; `title` says where they still are. */
export const LeftAnswers = (props: {
  title: string;
  left: LeftBehind;
  replies?: readonly { readonly row: string; readonly text: string }[];
  onDismiss: () => void;
}): ReactNode => (
  <Message intent="warning" title={props.title} onDismiss={props.onDismiss}>
    <ul>
      {props.left.cells.map(({ row, field, value }) => (
        <li key={`${row} ${field}`}>
          {placeWords(props.left.from, row, field)}: {valueWords(value)}
        </li>
      ))}
      {(props.replies ?? []).map(({ row, text }) => (
        <li key={`reply ${row}`}>
          Your answer to the question on {row}: {text}
        </li>
      ))}
    </ul>
  </Message>
);
