import { useCallback, type ReactNode } from 'react';
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { academicYearFrom, academicYearOf } from '#core/returns/academic-year.ts';
import { londonDayOf } from '#core/returns/london-day.ts';
import { roundCodeFor } from '#core/returns/round-code.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { roundToOpen, type RoundForm } from '#flows/round-form.ts';
import type { InstrumentsAnswer } from '#wire/instruments.ts';
import type { WireRound } from '#wire/shapes.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { detailChoices, detailWords, roundFaultWords, yearWords } from '../../../messages/round-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { faultOf, RoundFields } from './RoundFields.tsx';
import { roundSent, useRoundForm } from './use-round-form.ts';
import { capital } from '#core/words/count-words.ts';

/** Makes a round: what is asked, of which year, from when until when, and how much of it leaves the school. */
export const MakeRound = (props: RoundToMake): ReactNode => {
  const { desk } = usePane();
  const loaded = useLoaded(useCallback(async () => fromApi(await desk.api.programme.instruments()), [desk]));
  return (
    <LoadedPart loaded={loaded} waiting="Looking up what can be asked…">
      {(choices) => <RoundForNow choices={choices} {...props} />}
    </LoadedPart>
  );
};

interface RoundToMake {
  readonly rounds: readonly WireRound[];
  readonly onMade: () => Promise<void>;
}

/** The instruments that the server offers. */
type Choices = InstrumentsAnswer['instruments'];

const RoundForNow = (props: RoundToMake & { choices: Choices }): ReactNode => {
  const { rounds, choices } = props;
  const { desk } = usePane();
  const taken = rounds.map(({ id }) => id);
  const year = academicYearOf(desk.now());
  const named = (instrument: string, academicYear: string): Partial<RoundForm> => ({
    ...{ instrument, academicYear },
    id: instrument === '' ? '' : roundCodeFor(instrument, academicYear, taken),
    title: instrument === '' ? '' : `${titleOf(choices, instrument)} ${yearWords(academicYear)}`,
    ...(takesTallies(choices, instrument) ? {} : { detail: 'pupil' }),
  });
  const { atHand, place, refuse, accept } = useRoundForm({
    ...{ instrument: '', title: '', id: '', academicYear: year },
    ...{ opens: londonDayOf(desk.now()), closes: '', late: false, detail: 'pupil', yearGroups: '' },
    ...{ keepUntil: '', keepTallies: 'each' },
  });
  const { form, faults, set } = atHand;
  const make = useAction(async () => {
    const wanted = roundToOpen(form, taken);
    if (!wanted.ok) {
      refuse(wanted.failure);
      return ok(undefined);
    }
    accept();
    const made = fromApi(await desk.api.openRound(wanted.value));
    if (made.ok) await props.onMade();
    return roundSent(made);
  });
  const begin = Number(year.slice(0, 4));
  return (
    <>
      <ScreenHeading part>Make a round</ScreenHeading>
      <Panel label="Make a round">
        <form
          ref={place}
          noValidate
          style={{ display: 'contents' }}
          onSubmit={(event) => {
            event.preventDefault();
            void make.run();
          }}
        >
          <ChoiceField
            label="What is asked"
            fault={roundFaultWords(faults, 'instrument')}
            options={[
              { value: '', label: 'Choose an instrument' },
              ...choices.map(({ reference, title }) => ({ value: reference, label: title })),
            ]}
            chosen={form.instrument}
            onChoose={(value) => set(named(value, form.academicYear))}
          />
          <ChoiceField
            label="Academic year"
            options={[-2, -1, 0, 1, 2]
              .map((step) => academicYearFrom(begin + step))
              .map((one) => ({ value: one, label: yearWords(one) }))}
            chosen={form.academicYear}
            onChoose={(value) => set(named(form.instrument, value))}
          />
          <RoundFields {...atHand} />
          <Field label="What leaves the school" hint="This cannot be changed later.">
            <RadioGroup
              value={form.detail}
              onChange={(_event, { value }) => set({ detail: value as RoundForm['detail'] })}
            >
              <Radio value="pupil" label={{ children: capital(detailWords.pupil) }} />
              <Radio
                value="tally"
                disabled={!takesTallies(choices, form.instrument)}
                label={{ children: capital(detailWords.tally) }}
              />
            </RadioGroup>
          </Field>
          {detailChoices[takesTallies(choices, form.instrument) ? form.detail : 'rows only'].map((line) => (
            <Quiet key={line}>{line}</Quiet>
          ))}
          <Field
            label="Code of the round"
            hint="It stands in the code of every sheet, and cannot be changed later."
            {...faultOf(faults, 'id')}
          >
            <Input
              value={form.id}
              maxLength={20}
              onChange={(_event, { value }) => set({ id: value.toUpperCase() })}
            />
          </Field>
          <Row>
            <ActionButton primary submit busy={make.busy} busyText="Making the round…">
              Make the round
            </ActionButton>
          </Row>
        </form>
        <Outcome note={make.note} onDismiss={make.clear} />
      </Panel>
    </>
  );
};

const titleOf = (choices: Choices, reference: string): string =>
  choices.find((choice) => choice.reference === reference)?.title ?? reference;

const takesTallies = (choices: Choices, reference: string): boolean =>
  choices.find((choice) => choice.reference === reference)?.tallies ?? true;
