import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { Row } from '../../components/Row.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { Tabs, type TabOf } from '../../components/Tabs.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { FiguresPart } from './figures/FiguresPart.tsx';
import { LogPart } from './log/LogPart.tsx';
import { PeoplePart } from './people/PeoplePart.tsx';
import { ProgressPart } from './progress/ProgressPart.tsx';
import { SchoolsPart } from './register/SchoolsPart.tsx';
import { RoundsPart } from './rounds/RoundsPart.tsx';

type Part = 'progress' | 'figures' | 'rounds' | 'schools' | 'people' | 'log';

const tabs: readonly TabOf<Part>[] = [
  { name: 'progress', title: 'Progress' },
  { name: 'figures', title: 'Figures' },
  { name: 'rounds', title: 'Rounds' },
  { name: 'schools', title: 'Schools' },
  { name: 'people', title: 'People' },
  { name: 'log', title: 'Log' },
];

/** Where the project team runs the programme: who takes part, what is asked, how far everybody is, what it comes to, what was done. */
export const ProgrammeScreen = (): ReactNode => {
  const { dispatch } = usePane();
  const [part, setPart] = useState<Part>('progress');
  const [arrivals, setArrivals] = useState(0);
  const goTo = (to: Part): void => {
    setPart(to);
    setArrivals((number) => number + 1);
  };
  return (
    <>
      <Row>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={() => dispatch({ kind: 'went-home' })}
        >
          All rounds
        </Button>
      </Row>
      <ScreenHeading>Programme</ScreenHeading>
      <Tabs label="Parts of the programme" tabs={tabs} chosen={part} onChoose={setPart} arrivals={arrivals}>
        {part === 'progress' ? (
          <ProgressPart onRounds={() => goTo('rounds')} onSchools={() => goTo('schools')} />
        ) : null}
        {part === 'figures' ? <FiguresPart /> : null}
        {part === 'rounds' ? <RoundsPart /> : null}
        {part === 'schools' ? <SchoolsPart /> : null}
        {part === 'people' ? <PeoplePart onSchools={() => goTo('schools')} /> : null}
        {part === 'log' ? <LogPart /> : null}
      </Tabs>
    </>
  );
};
