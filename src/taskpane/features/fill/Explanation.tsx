import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import type { Issue } from '#core/rules/issue.ts';
import { sameValue } from '#core/returns/same-value.ts';
import { explainWarning } from '#flows/explain-warning.ts';
import { Outcome } from '../../components/Message.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { placeWords } from '../../messages/place-words.ts';
import type { Note } from '../../messages/words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';
import { ExplanationBox } from './ExplanationBox.tsx';
import { issueId, sameIssue } from './issue-order.ts';

const changed: Note = {
  intent: 'warning',
  title: 'The cell has changed in the meantime.',
  todo: 'Look at it again. If the warning is still there, save your explanation once more.',
};

/** Explains a warning in place, or changes what explains it. */
export const Explanation = (props: { issue: Issue }): ReactNode => {
  const { issue } = props;
  const { desk } = usePane();
  const { open, checked, recheck } = useReturnAtHand();
  const standing = checked.content.explanations.find(
    ({ row, field, rule, value }) =>
      row === issue.row && field === issue.field && rule === issue.rule && sameValue(value, issue.value),
  );
  const draft = useDraft(`explain ${open.owner} ${open.round.id} ${issueId(issue)}`, standing?.text ?? '');
  const [asked, setAsked] = useState(false);
  const place = placeWords(open.instrument, issue.row, issue.field);
  const writing = asked || draft.touched;
  const save = useAction(async () => {
    const read = await recheck();
    if (!read.ok) return read;
    const now = read.value.issues.find((candidate) => sameIssue(candidate, issue));
    if (!now || !sameValue(now.value, issue.value)) return ok(changed);
    const saved = await explainWarning(desk, open, read.value, now, draft.text);
    if (!saved.ok) return saved;
    await recheck();
    draft.clear();
    setAsked(false);
    return ok({
      intent: 'success' as const,
      title: 'Explanation saved.',
      todo: 'It holds as long as the cell keeps this value.',
    });
  });
  if (!writing) {
    return (
      <>
        {standing ? <Plain>{`Explained: ${standing.text}`}</Plain> : null}
        <Row>
          <Button
            size="small"
            aria-label={`${standing ? 'Change explanation' : 'Explain'}: ${place}`}
            onClick={() => setAsked(true)}
          >
            {standing ? 'Change explanation' : 'Explain'}
          </Button>
        </Row>
        <Outcome note={save.note} onDismiss={save.clear} />
      </>
    );
  }
  return (
    <ExplanationBox
      question="Why is this right?"
      of={place}
      draft={draft}
      focus={asked}
      save={save}
      onCancel={() => setAsked(false)}
    />
  );
};
