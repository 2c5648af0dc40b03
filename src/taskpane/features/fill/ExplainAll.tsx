import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { sameValue } from '#core/returns/same-value.ts';
import type { IssueGroup } from '#core/rules/issue-groups.ts';
import { count } from '#core/words/count-words.ts';
import { explainWarnings } from '#flows/explain-warning.ts';
import { Outcome } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import type { Note } from '../../messages/words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';
import { ExplanationBox } from './ExplanationBox.tsx';
import { issueId } from './issue-order.ts';
import type { Explaining } from './use-explaining.ts';

const noneLeft: Note = {
  intent: 'warning',
  title: 'No cell is in question any more.',
  todo: 'Nothing was saved. Press Cancel when you need what you wrote no more.',
};

const allChanged: Note = {
  intent: 'warning',
  title: 'The cells have changed in the meantime.',
  todo: 'Nothing was saved. Look at them again. If your explanation still holds, save it once more.',
};

const savedFor = (saved: number, left: number): Note => ({
  intent: 'success',
  title: `Explanation saved for ${count(saved, 'cell')}.`,
  todo: [
    'It holds for each as long as the cell keeps its value.',
    ...(left === 0
      ? []
      : [`${count(left, 'cell')} changed in the meantime and ${left === 1 ? 'is' : 'are'} still to do.`]),
  ].join(' '),
});

/**
 * Explains what one rule warns of in many cells with one reason. It is written down for each, and holds for each by itself.
 * What she writes stays until it is saved or given up, though no cell be left; how it ended stands where she wrote.
 */
export const ExplainAll = (props: { group: IssueGroup; label: string; explaining: Explaining }): ReactNode => {
  const { group, label, explaining } = props;
  const { rule } = group;
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  const [asked, setAsked] = useState(false);
  const draft = useDraft(explaining.draftOf(rule));
  const many = group.cells.length;
  const save = useAction(async () => {
    const read = await recheck();
    if (!read.ok) return read;
    const shown = new Map(group.cells.map((issue) => [issueId(issue), issue.value]));
    const now = read.value.openWarnings.filter((issue) => issue.rule === rule);
    if (now.length === 0) return ok(noneLeft);
    const warnings = now.filter((issue) => {
      const value = shown.get(issueId(issue));
      return value !== undefined && sameValue(value, issue.value);
    });
    if (warnings.length === 0) return ok(allChanged);
    const saved = await explainWarnings(desk, open, read.value, warnings, draft.text);
    if (!saved.ok) return saved;
    await recheck();
    draft.clear();
    setAsked(false);
    return ok(savedFor(warnings.length, now.length - warnings.length));
  });
  if (asked || draft.touched) {
    return (
      <ExplanationBox
        question="Why are these right?"
        of={many === 0 ? 'no cell any more' : `${many === 1 ? '' : 'all '}${count(many, 'cell')}`}
        draft={draft}
        focus={asked}
        save={save}
        onCancel={() => {
          setAsked(false);
          save.clear();
          explaining.end(rule);
        }}
      />
    );
  }
  return (
    <>
      {many < 2 ? null : (
        <Row>
          <Button
            size="small"
            aria-label={`Explain all ${count(many, 'cell')}: ${label}`}
            onClick={() => {
              setAsked(true);
              save.clear();
              explaining.begin(rule);
            }}
          >
            {`Explain all ${count(many, 'cell')}…`}
          </Button>
        </Row>
      )}
      <Outcome
        note={save.note}
        onDismiss={() => {
          save.clear();
          explaining.end(rule);
        }}
      />
    </>
  );
};
