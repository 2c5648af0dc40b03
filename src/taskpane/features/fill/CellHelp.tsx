import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cell } from '#core/cell.ts';
import { interpret } from '#core/instrument/interpret.ts';
import { type Field, fixedRows, type Row } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/**
 * Help for the answer cell on which the person stands: its row, what to write (not for those who only read), and what
 * each level means.
 */
export const CellHelp = (props: { reading?: boolean }): ReactNode => {
  const { open, cell, checked } = useReturnAtHand();
  const { instrument } = open;
  const row = fixedRows(instrument).find(({ key }) => key === cell?.row);
  const field = [...instrument.fields, ...(instrument.once ?? [])].find(({ id }) => id === cell?.field);
  if (!cell || !field) {
    return (
      <Panel title="Help for the cell">
        <Quiet>Select an answer in the sheet to see what belongs there.</Quiet>
      </Panel>
    );
  }
  const levelField = instrument.fields.find(({ id }) => id === traitOf(instrument, 'levelled-statements')?.field);
  const level = checked.content.rows.find(({ key }) => key === cell.row)?.values[levelField?.id ?? ''] ?? null;
  return (
    <Panel title={placeWords(instrument, cell.row, field.id)} label="Help for the cell">
      {row ? <Plain>{row.text}</Plain> : null}
      {props.reading === true ? null : <Quiet>{field.help}</Quiet>}
      {row?.descriptors || field.choices === undefined ? null : <Choices field={field} />}
      {levelField && row?.descriptors ? (
        levelField.id === field.id ? (
          <Levels row={row} field={levelField} value={level} />
        ) : (
          <More summary={`What the levels mean for ${row.key}`}>
            <Levels row={row} field={levelField} value={level} />
          </More>
        )
      ) : null}
    </Panel>
  );
};

/** What may be chosen, and the words that go with a bare number. */
const Choices = (props: { field: Field }): ReactNode => (
  <More summary={props.field.kind === 'choices' ? 'What can be chosen, parted by semicolons' : 'What can be chosen'}>
    <ul style={{ margin: 0, paddingLeft: tokens.spacingHorizontalXL }}>
      {(props.field.choices ?? []).map(({ code, label, says }) => (
        <li key={code}>{says === undefined ? label : `${label} ${says}`}</li>
      ))}
    </ul>
  </More>
);

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, margin: 0 },
  level: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  name: { fontWeight: tokens.fontWeightSemibold, margin: 0 },
  text: { margin: 0 },
});

const Levels = (props: { row: Row; field: Field; value: Cell }): ReactNode => {
  const styles = useStyles();
  const choices = props.field.choices ?? [];
  const chosen = interpret(choices, props.value)?.code;
  return (
    <dl className={styles.list} aria-label="Levels">
      {choices.flatMap(({ code, label }) => {
        const text = props.row.descriptors?.[code];
        return text === undefined
          ? []
          : [
              <div key={code} className={mergeClasses(styles.level, chosen === code && styles.chosen)}>
                <dt className={styles.name}>{chosen === code ? `${label} (chosen)` : label}</dt>
                <dd className={styles.text}>{text}</dd>
              </div>,
            ];
      })}
    </dl>
  );
};
