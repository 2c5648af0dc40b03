import { useEffect, useRef, type ReactNode } from 'react';
import { Field, Textarea } from '@fluentui/react-components';
import type { Draft } from '../state/use-draft.ts';

/** A box to write a few sentences in. What is typed is kept in the draft at every key. */
export const WritingBox = (props: {
  label: string;
  hint?: string;
  draft: Draft;
  /** The person has just asked for this box: it takes the focus when it appears. */
  focus?: boolean;
  /** Shown when the person pressed the button without writing anything, or anything that can be taken. */
  missing?: string | undefined;
  /** How many characters it takes; 2,000 when not given. */
  most?: number;
}): ReactNode => {
  const box = useRef<HTMLTextAreaElement>(null);
  const { focus } = props;
  useEffect(() => {
    if (focus === true) box.current?.focus();
  }, [focus]);
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.missing === undefined
        ? {}
        : { validationMessage: props.missing, validationState: 'error' as const })}
    >
      <Textarea
        textarea={{ ref: box }}
        value={props.draft.text}
        onChange={(_event, { value }) => props.draft.set(value)}
        resize="vertical"
        rows={3}
        maxLength={props.most ?? 2000}
      />
    </Field>
  );
};
