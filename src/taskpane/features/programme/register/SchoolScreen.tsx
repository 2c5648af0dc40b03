import { useCallback, type ReactNode } from 'react';
import { Badge } from '@fluentui/react-components';
import { fromApi } from '#flows/flow-result.ts';
import type { SchoolAnswer, WireSchool } from '#wire/register.ts';
import { Facts } from '../../../components/Facts.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { day } from '#core/words/date-words.ts';
import { schoolFacts } from '../../../messages/register-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { CloseSchool } from './CloseSchool.tsx';
import { Enlist } from './Enlist.tsx';
import { SchoolMentor } from './SchoolMentor.tsx';
import { SchoolWords } from './SchoolWords.tsx';
import { TakeOutSchool } from './TakeOutSchool.tsx';

/** A school: what the register knows, whether it takes part, who looks after it. */
export const SchoolScreen = (props: { urn: string; onChanged: (school: WireSchool) => void }): ReactNode => {
  const { desk } = usePane();
  const loaded = useLoaded<SchoolAnswer>(
    useCallback(async () => fromApi(await desk.api.programme.school(props.urn)), [desk, props.urn]),
  );
  const changed = (answer: SchoolAnswer): void => {
    loaded.put(answer);
    props.onChanged(answer.school);
  };
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the school…">
      {(answer) => {
        const { school, successors, predecessors } = answer;
        return (
          <>
            <ScreenHeading part>{school.name}</ScreenHeading>
            {school.enlisted ? (
              <Row>
                <Badge appearance="tint" color="brand">
                  Enlisted
                </Badge>
              </Row>
            ) : null}
            <Panel title="In the register">
              <Facts facts={schoolFacts(answer)} />
              {successors.map(({ urn, name, since }) => (
                <Plain
                  key={urn}
                >{`Its place was taken by ${name ?? urn}${since === null ? '' : ` on ${day(since)}`}.`}</Plain>
              ))}
              {predecessors.map(({ urn, name, since }) => (
                <Plain
                  key={urn}
                >{`It took the place of ${name ?? urn}${since === null ? '' : ` on ${day(since)}`}.`}</Plain>
              ))}
            </Panel>
            <Enlist school={school} onChanged={changed} />
            <SchoolMentor urn={school.urn} onChanged={changed} />
            <SchoolWords school={school} onChanged={changed} />
            <TakeOutSchool school={school} />
            <CloseSchool school={school} onChanged={changed} />
          </>
        );
      }}
    </LoadedPart>
  );
};
