import { useState, type ReactNode } from 'react';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { AddSchool } from './AddSchool.tsx';
import { EnlistMany } from './EnlistMany.tsx';
import { ImportSchools } from './ImportSchools.tsx';
import { SchoolList } from './SchoolList.tsx';
import { SchoolScreen } from './SchoolScreen.tsx';

type Opened = { readonly kind: 'school'; readonly urn: string } | { readonly kind: 'import' | 'enlist' | 'add' };

/** The register: schools found, opened, brought in from files, and taken into the programme. */
export const SchoolsPart = (): ReactNode => {
  const [opened, setOpened] = useState<Opened>();
  /** Counts the changes, so that the list is fetched anew after each. */
  const [changes, setChanges] = useState(0);
  const changed = (): void => setChanges((number) => number + 1);
  const screen = (): ReactNode => {
    switch (opened?.kind) {
      case undefined:
        return undefined;
      case 'school':
        return <SchoolScreen key={opened.urn} urn={opened.urn} onChanged={changed} />;
      case 'import':
        return <ImportSchools onImported={changed} />;
      case 'enlist':
        return <EnlistMany onImported={changed} />;
      case 'add':
        return (
          <AddSchool
            onAdded={(urn) => {
              changed();
              setOpened({ kind: 'school', urn });
            }}
          />
        );
    }
  };
  return (
    <ListAndDetail
      back="All schools"
      onBack={() => setOpened(undefined)}
      detail={screen()}
      list={
        <SchoolList
          changes={changes}
          onOpen={(urn) => setOpened({ kind: 'school', urn })}
          onImport={() => setOpened({ kind: 'import' })}
          onEnlist={() => setOpened({ kind: 'enlist' })}
          onAdd={() => setOpened({ kind: 'add' })}
        />
      }
    />
  );
};
