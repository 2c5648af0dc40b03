import { useState, type ReactNode } from 'react';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { AddSchool } from './AddSchool.tsx';
import { EnlistMany } from './EnlistMany.tsx';
import { ImportSchools } from './ImportSchools.tsx';
import { SchoolList } from './SchoolList.tsx';
import { SchoolScreen } from './SchoolScreen.tsx';
import { useSchoolList } from './use-school-list.ts';

type Opened = { readonly kind: 'school'; readonly urn: string } | { readonly kind: 'import' | 'enlist' | 'add' };

/** The register: schools found, opened, brought in from files, and taken into the programme. */
export const SchoolsPart = (): ReactNode => {
  const [opened, setOpened] = useState<Opened>();
  /** Counts the lists that came in: after each the schools are fetched anew. */
  const [imports, setImports] = useState(0);
  const imported = (): void => setImports((number) => number + 1);
  const schools = useSchoolList(imports);
  const screen = (): ReactNode => {
    switch (opened?.kind) {
      case undefined:
        return undefined;
      case 'school':
        return <SchoolScreen key={opened.urn} urn={opened.urn} onChanged={schools.replace} />;
      case 'import':
        return <ImportSchools onImported={imported} />;
      case 'enlist':
        return <EnlistMany onImported={imported} />;
      case 'add':
        return (
          <AddSchool
            onAdded={(urn) => {
              imported();
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
          schools={schools}
          onOpen={(urn) => setOpened({ kind: 'school', urn })}
          onImport={() => setOpened({ kind: 'import' })}
          onEnlist={() => setOpened({ kind: 'enlist' })}
          onAdd={() => setOpened({ kind: 'add' })}
        />
      }
    />
  );
};
