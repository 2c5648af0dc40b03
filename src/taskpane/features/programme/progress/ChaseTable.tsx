import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import { chased, type Chase, type ChaseLine, type ChaseList } from '#flows/chase-list.ts';
import { ListRow } from '../../../components/ListRow.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count, figure } from '#core/words/count-words.ts';
import { chartBars, chaseWords } from '../../../messages/progress-words.ts';
import { stateWords } from '../../../messages/state-words.ts';
import { useDraft } from '../../../state/use-draft.ts';

/** The chase list, now or on a day in the past: found by name, by state or by whose turn it is, in the order of names or of waiting. */
export const ChaseTable = (props: {
  chase: ChaseList;
  past: boolean;
  onOpen: (line: ChaseLine) => void;
}): ReactNode => {
  const { chase, past } = props;
  const find = useDraft('chase find');
  const shown = useDraft('chase show', 'all');
  const order = useDraft('chase order', 'waiting');
  const bars = chartBars(chase.counts);
  // A state that nobody is in is offered no more, of another round or day than it was chosen for.
  const show = ['school', 'mentor', ...bars.map(({ state }) => state)].find((each) => each === shown.text) ?? 'all';
  // Typing goes before drawing a long list.
  const looked = useDeferredValue(find.text);
  const lines = useMemo(
    () =>
      chased(chase.lines, {
        find: looked,
        show: show as Chase['show'],
        order: order.text as Chase['order'],
      }),
    [chase.lines, looked, show, order.text],
  );
  const said = `${count(lines.length, 'return')}${lines.length === chase.counts.enlisted ? '' : ` of ${figure(chase.counts.enlisted)}`}${chase.complete ? '' : ', more are coming…'}`;
  return (
    <Panel title={`Whose turn it ${past ? 'was' : 'is'}`}>
      <Field label="Find a school">
        <Input
          type="search"
          value={find.text}
          placeholder="Part of its name, or its URN"
          onChange={(_event, { value }) => find.set(value)}
        />
      </Field>
      <Field label="Show">
        <Select value={show} onChange={(_event, { value }) => shown.set(value)}>
          <option value="all">Everybody</option>
          <option value="school">School’s turn</option>
          <option value="mentor">Mentor’s turn</option>
          {bars.map(({ state, label, number }) => (
            <option key={state} value={state}>{`${label} (${figure(number)})`}</option>
          ))}
        </Select>
      </Field>
      <Field label="In the order of">
        <Select value={order.text} onChange={(_event, { value }) => order.set(value)}>
          <option value="waiting">Waiting longest first</option>
          <option value="name">Name</option>
        </Select>
      </Field>
      <div aria-live="polite">
        <Quiet>{lines.length === 0 ? 'Nobody is to be found like this.' : said}</Quiet>
      </div>
      <WindowedList label="Returns" items={lines} keyOf={({ owner }) => owner}>
        {(line) => (
          <ListRow
            name={line.name}
            badge={<StateBadge state={line.state}>{stateWords(line, false, 'project-team')}</StateBadge>}
            detail={chaseWords(line, past)}
            onOpen={() => props.onOpen(line)}
          />
        )}
      </WindowedList>
    </Panel>
  );
};
