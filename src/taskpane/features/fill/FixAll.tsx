import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { IssueGroup } from '#core/rules/issue-groups.ts';
import { ChangeList } from '../../components/ChangeList.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { shownChanges } from '../../state/wished-changes.ts';
import type { Fixes } from './use-fixes.ts';

/** Puts all cells of a group right that can be, after showing what would become of them. */
export const FixAll = (props: { group: IssueGroup; label: string; fixes: Fixes }): ReactNode => {
  const { group, label, fixes } = props;
  const [asking, setAsking] = useState(false);
  const possible = group.cells.flatMap((issue) => {
    const fix = fixes.fixOf(issue);
    return fix ? [{ row: issue.row, field: issue.field, before: issue.value, fix }] : [];
  });
  if (possible.length < 2) return null;
  const shown = shownChanges(possible);
  const changes = shown.flatMap(({ cells }) => cells);
  const name = `Change all ${changes.length}`;
  if (!asking) {
    return (
      <Row>
        <Button size="small" aria-label={`${name}: ${label}`} onClick={() => setAsking(true)}>
          {`${name}…`}
        </Button>
      </Row>
    );
  }
  return (
    <Confirm
      question={`Change these ${count(changes.length, 'cell')}?`}
      yes={name}
      busyText="Changing…"
      busy={fixes.change.busy}
      no="Not now"
      onYes={() => {
        void fixes.change.run(`changed ${count(changes.length, 'cell')}`, changes).then(() => setAsking(false));
      }}
      onNo={() => setAsking(false)}
    >
      <ChangeList changes={shown} />
    </Confirm>
  );
};
