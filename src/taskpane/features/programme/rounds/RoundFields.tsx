import type { ReactNode } from 'react';
import { Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { yearsNotOffered, type RoundFaults, type RoundForm } from '#flows/round-form.ts';
import { keepTalliesChoices } from '../../../messages/retention-words.ts';
import { notOfferedWords, roundFaultWords } from '../../../messages/round-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';

/** A form being filled in, and what was wrong with it when it was last sent. */
export interface FormAtHand {
  readonly form: RoundForm;
  readonly faults: RoundFaults;
  set(part: Partial<RoundForm>): void;
}

/** The message of a part of the form, for its `Field`. */
export const faultOf = (faults: RoundFaults, part: keyof RoundForm) => {
  const words = roundFaultWords(faults, part);
  return words === undefined ? {} : { validationMessage: words, validationState: 'error' as const };
};

/** What can be said of a round when it is made and later: its title, its days, whom it is about. */
export const RoundFields = ({ form, faults, set }: FormAtHand): ReactNode => (
  <>
    <Field label="Title" hint="As everybody reads it." {...faultOf(faults, 'title')}>
      <Input value={form.title} maxLength={200} onChange={(_event, { value }) => set({ title: value })} />
    </Field>
    <Field label="First day" {...faultOf(faults, 'opens')}>
      <Input type="date" value={form.opens} onChange={(_event, { value }) => set({ opens: value })} />
    </Field>
    <Field
      label="Last day"
      hint="Left blank, it is open without end. It closes when this day is over in London."
      {...faultOf(faults, 'closes')}
    >
      <Input type="date" value={form.closes} onChange={(_event, { value }) => set({ closes: value })} />
    </Field>
    <Checkbox
      label="Late returns are taken, each with a reason"
      checked={form.late}
      onChange={(_event, { checked }) => set({ late: checked === true })}
    />
    <YearGroups {...{ form, faults, set }} />
    <Field
      label="Keep what came in until"
      hint="Left blank, that is not decided yet. Nothing goes by itself."
      {...faultOf(faults, 'keepUntil')}
    >
      <Input type="date" value={form.keepUntil} onChange={(_event, { value }) => set({ keepUntil: value })} />
    </Field>
    {form.keepUntil !== '' || form.keepTallies === 'sum' ? (
      <Field label="What stays when it is purged">
        <RadioGroup
          value={form.keepTallies}
          onChange={(_event, { value }) => set({ keepTallies: value as RoundForm['keepTallies'] })}
        >
          <Radio value="each" label={keepTalliesChoices.each} />
          <Radio value="sum" label={keepTalliesChoices.sum} />
        </RadioGroup>
      </Field>
    ) : null}
  </>
);

/** Years that the instrument does not offer are pointed out and kept from nobody; of one that is not at hand none are known. */
const YearGroups = ({ form, faults, set }: FormAtHand): ReactNode => {
  const { desk } = usePane();
  const notOffered = yearsNotOffered(form, desk.instruments.find(form.instrument));
  return (
    <Field
      label="Year groups it is about"
      hint="Such as 7, 9; blank when it does not matter."
      {...(notOffered ? { validationMessage: notOfferedWords(notOffered), validationState: 'warning' as const } : {})}
      {...faultOf(faults, 'yearGroups')}
    >
      <Input value={form.yearGroups} maxLength={60} onChange={(_event, { value }) => set({ yearGroups: value })} />
    </Field>
  );
};
