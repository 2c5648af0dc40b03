import type { ReactNode } from 'react';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { formOfRound, roundToChange } from '#flows/round-form.ts';
import type { WireRound } from '#wire/shapes.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { roundFaultWords } from '../../../messages/round-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { RoundFields } from './RoundFields.tsx';
import { roundSent, useRoundForm } from './use-round-form.ts';

/** Changes a round: what is left as it is stays so to the minute. */
export const ChangeRound = (props: { round: WireRound; onChanged: () => Promise<void> }): ReactNode => {
  const { round } = props;
  const { desk } = usePane();
  const { atHand, place, refuse, accept } = useRoundForm(formOfRound(round));
  const { form, faults, set } = atHand;
  const present = desk.instruments.find(round.instrument);
  const newest = present && desk.instruments.newest(present.id);
  const raised = newest && newest.version > present.version ? newest : undefined;
  const change = useAction(async () => {
    const wanted = roundToChange(round, form);
    if (!wanted.ok) {
      refuse(wanted.failure);
      return ok(undefined);
    }
    accept();
    if (Object.keys(wanted.value).length === 0) return ok(nothingChanged);
    const changed = fromApi(await desk.api.changeRound(roundId(round.id), wanted.value));
    if (changed.ok) await props.onChanged();
    return roundSent(changed);
  });
  return (
    <>
      <ScreenHeading part>{`Change ${round.title}`}</ScreenHeading>
      <Panel label={`Change ${round.title}`}>
        <form
          ref={place}
          noValidate
          style={{ display: 'contents' }}
          onSubmit={(event) => {
            event.preventDefault();
            void change.run();
          }}
        >
          <RoundFields {...atHand} />
          {present && raised ? (
            <ChoiceField
              label="Version of what is asked"
              hint="Answers move along to the later version. There is no way back."
              fault={roundFaultWords(faults, 'instrument')}
              options={[present, raised].map((one) => ({
                ...{ value: instrumentRef(one), label: `${one.title}, version ${one.version}` },
              }))}
              chosen={form.instrument}
              onChoose={(value) => set({ instrument: value })}
            />
          ) : null}
          <Quiet>The academic year, the code and what leaves the school stay as the round was made.</Quiet>
          <Row>
            <ActionButton primary submit busy={change.busy} busyText="Saving…">
              Save
            </ActionButton>
          </Row>
        </form>
        <Outcome note={change.note} onDismiss={change.clear} />
      </Panel>
    </>
  );
};

const nothingChanged = {
  intent: 'info' as const,
  title: 'Nothing was changed.',
  todo: 'Go back, or change something.',
};
