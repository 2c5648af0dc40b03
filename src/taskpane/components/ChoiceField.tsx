import type { ReactNode } from 'react';
import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  // A long option must not make the field wider than the pane.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  select: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
    '& select': { width: '100%', textOverflow: 'ellipsis' },
  },
});

/** One of several things is chosen by its name, however long their names are. */
export const ChoiceField = (props: {
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: string;
  onChoose: (value: string) => void;
  hint?: string;
  /** What is wrong with what is chosen. */
  fault?: string | undefined;
}): ReactNode => {
  const styles = useStyles();
  const { hint, fault } = props;
  return (
    <Field
      label={props.label}
      className={styles.field}
      {...(hint === undefined ? {} : { hint })}
      {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' as const })}
    >
      <Select className={styles.select} value={props.chosen} onChange={(_event, { value }) => props.onChoose(value)}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
};
