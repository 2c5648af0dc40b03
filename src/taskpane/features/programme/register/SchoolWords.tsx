import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { SchoolAnswer, WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Row } from '../../../components/Row.tsx';
import { useChangeSchool } from './use-change-school.ts';

/** The specialism and the region of a school, which the programme may say itself. */
export const SchoolWords = (props: { school: WireSchool; onChanged: (answer: SchoolAnswer) => void }): ReactNode => {
  const { school } = props;
  const [specialism, setSpecialism] = useState(school.specialism ?? '');
  const [region, setRegion] = useState(school.region ?? '');
  const change = useChangeSchool(school.urn, props.onChanged);
  const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const save = (): void =>
    void change.run(
      { specialism: orNone(specialism), region: orNone(region) },
      { title: 'Specialism and region are saved.', todo: '' },
    );
  return (
    <Panel title="Specialism and region">
      <Field label="Specialism" hint="Such as engineering; blank for none.">
        <Input value={specialism} maxLength={120} onChange={(_event, { value }) => setSpecialism(value)} />
      </Field>
      <Field label="Region" hint="The government’s list brings its own back.">
        <Input value={region} maxLength={80} onChange={(_event, { value }) => setRegion(value)} />
      </Field>
      <Row>
        <ActionButton busy={change.busy} busyText="Saving…" onClick={save}>
          Save
        </ActionButton>
      </Row>
      <Outcome note={change.note} onDismiss={change.clear} />
    </Panel>
  );
};
