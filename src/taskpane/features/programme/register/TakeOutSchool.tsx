import type { ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** All that is held about a school as one file, for the school that asks what is held. */
export const TakeOutSchool = ({ school }: { school: WireSchool }): ReactNode => {
  const { desk } = usePane();
  const save = useAction(async () => {
    const held = fromApi(await desk.api.programme.everything(school.urn));
    if (!held.ok) return held;
    const name = `everything-${school.urn}.json`;
    saveFile(name, 'application/json', new TextEncoder().encode(JSON.stringify(held.value, null, 2)));
    return ok({
      intent: 'success' as const,
      title: `Saved: ${name}.`,
      todo: 'You find it with your downloads. Give it to the school alone, then delete it.',
    });
  });
  return (
    <Panel title="All that is held">
      <Plain>
        What the register says, its people, every revision, questions and the log of acts, in one file. What pupils
        answered is in it. That you took it out is written into the log.
      </Plain>
      <Row>
        <ActionButton busy={save.busy} busyText="Gathering…" onClick={() => void save.run()}>
          Save it as a file
        </ActionButton>
      </Row>
      <Outcome note={save.note} onDismiss={save.clear} />
    </Panel>
  );
};
