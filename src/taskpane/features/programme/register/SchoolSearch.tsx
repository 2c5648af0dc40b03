import { useCallback, useDeferredValue, useState, type ReactNode } from 'react';
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireSchool } from '#wire/register.ts';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { placeOfSchool } from '../../../messages/register-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';

/** How many are offered: who sees more types more. */
const offered = 8;

/** Finds one school of the register by a part of its name, its URN, LAESTAB or postcode. */
export const SchoolSearch = (props: {
  label: string;
  chosen: WireSchool | undefined;
  onChoose: (school: WireSchool) => void;
  missing?: string | undefined;
}): ReactNode => {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  return (
    <>
      <Field
        label={props.label}
        hint="Part of its name, its URN, LAESTAB or postcode."
        {...(props.missing === undefined
          ? {}
          : { validationMessage: props.missing, validationState: 'error' as const })}
      >
        <Input type="search" value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {wanted === '' ? null : <Offered wanted={wanted} chosen={props.chosen} onChoose={props.onChoose} />}
    </>
  );
};

const Offered = (props: {
  wanted: string;
  chosen: WireSchool | undefined;
  onChoose: (school: WireSchool) => void;
}): ReactNode => {
  const { wanted, chosen, onChoose } = props;
  const { desk } = usePane();
  const loaded = useLoaded(
    useCallback(async () => {
      await new Promise((typedOn) => setTimeout(typedOn, 250));
      const page = fromApi(await desk.api.programme.schools({ search: wanted, limit: String(offered) }));
      return page.ok ? ok(page.value) : page;
    }, [desk, wanted]),
  );
  return (
    <LoadedPart loaded={loaded} waiting="Looking…">
      {({ schools, total }) =>
        schools.length === 0 ? (
          <Quiet>No school of the register is called this.</Quiet>
        ) : (
          <>
            <RadioGroup
              aria-label="Schools found"
              value={chosen?.urn ?? ''}
              onChange={(_event, { value }) => {
                const school = schools.find(({ urn }) => urn === value);
                if (school) onChoose(school);
              }}
            >
              {schools.map((school) => (
                <Radio key={school.urn} value={school.urn} label={`${school.name}, ${placeOfSchool(school)}`} />
              ))}
            </RadioGroup>
            {total > schools.length ? (
              <Quiet>{`${total - schools.length} more: type more of its name.`}</Quiet>
            ) : null}
          </>
        )
      }
    </LoadedPart>
  );
};
