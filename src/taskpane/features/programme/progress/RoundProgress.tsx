import { useState, type ReactNode } from 'react';
import type { ChaseLine } from '#flows/chase-list.ts';
import { NowOrThen } from '../../../components/NowOrThen.tsx';
import { ProgressOf } from './ProgressOf.tsx';

/** A round, chosen in `children`, as it stands or as it stood on a day in the past; from there a button leads back to now. */
export const RoundProgress = (props: { round: string; onSchools: () => void; children: ReactNode }): ReactNode => {
  const [opened, setOpened] = useState<ChaseLine>();
  const [asAt, setAsAt] = useState<string>();
  return (
    <>
      {opened ? null : (
        <>
          {props.children}
          <NowOrThen asAt={asAt} onDay={setAsAt}>
            Nothing can be accepted or changed here.
          </NowOrThen>
        </>
      )}
      <ProgressOf
        key={asAt ?? 'now'}
        round={props.round}
        asAt={asAt}
        opened={opened}
        onOpen={setOpened}
        onSchools={props.onSchools}
      />
    </>
  );
};
