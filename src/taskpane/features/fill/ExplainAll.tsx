import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { sameValue } from '#core/returns/same-value.ts';
import type { IssueGroup } from '#core/rules/issue-groups.ts';
import { count } from '#core/words/count-words.ts';
import { explainWarnings } from '#flows/explain-warning.ts';
import { Row } from '../../components/Row.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';
import { ExplanationBox } from './ExplanationBox.tsx';
import { issueId } from './issue-order.ts';

/** Explains what one rule warns of in many cells with one reason. It is written down for each, and holds for each by itself. */
export const ExplainAll = (props: { group: IssueGroup; label: string }): ReactNode => {
  const { group, label } = props;
  const { desk } = usePane();
  const { open, checked, recheck } = useReturnAtHand();
  const [asked, setAsked] = useState(false);
  const draft = useDraft(`explain ${open.owner} ${open.round.id} all ${group.rule}`);
  const shown = new Map(group.cells.map((issue) => [issueId(issue), issue.value]));
  const stillShown = (warnings: typeof checked.openWarnings) =>
    warnings.filter((issue) => {
      const value = shown.get(issueId(issue));
      return value !== undefined && sameValue(value, issue.value);
    });
  const cells = count(stillShown(checked.openWarnings).length, 'cell');
  const save = useAction(async () => {
    const read = await recheck();
    if (!read.ok) return read;
    const warnings = stillShown(read.value.openWarnings);
    const saved = await explainWarnings(desk, open, read.value, warnings, draft.text);
    if (!saved.ok) return saved;
    await recheck();
    draft.clear();
    setAsked(false);
    return ok({
      intent: 'success' as const,
      title: `Explanation saved for ${count(warnings.length, 'cell')}.`,
      todo: 'It holds for each as long as the cell keeps its value.',
    });
  });
  if (stillShown(checked.openWarnings).length < 2) return null;
  if (!asked && !draft.touched) {
    return (
      <Row>
        <Button size="small" aria-label={`Explain all ${cells}: ${label}`} onClick={() => setAsked(true)}>
          {`Explain all ${cells}…`}
        </Button>
      </Row>
    );
  }
  return (
    <ExplanationBox
      question="Why are these right?"
      of={`all ${cells}`}
      draft={draft}
      focus={asked}
      save={save}
      onCancel={() => setAsked(false)}
    />
  );
};
