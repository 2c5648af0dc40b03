import type { ReactNode } from 'react';
import { Field as Labelled, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { FieldId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { PasteOffer } from '#core/paste/paste-offer.ts';
import type { ColumnMatch } from '#core/paste/recognise-columns.ts';
import { nameLikeHeader } from '#core/rules/identifiers/name-like.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { count, list } from '#core/words/count-words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
});

/** Every column of a table with the field it belongs to, to be confirmed or changed, and what is not understood in it. */
export const ColumnList = (props: {
  instrument: Pick<Instrument, 'fields'>;
  offer: PasteOffer;
  onChange: (column: number, field: FieldId | undefined) => void;
}): ReactNode => {
  const styles = useStyles();
  const { instrument, offer } = props;
  const label = (id: FieldId): string => instrument.fields.find((field) => field.id === id)?.label ?? id;
  return (
    <>
      <ul className={styles.list} aria-label="Columns of the table">
        {offer.table.columns
          .filter(({ heading }) => heading !== '')
          .map((match) => ({ ...match, hint: hintOf(offer, match, match.repeats && label(match.repeats)) }))
          .map(({ column, heading, field, hint }) => (
            <li key={column} className={styles.item}>
              <Labelled label={heading} hint={hint}>
                <Select
                  value={field ?? ''}
                  onChange={(_, { value }) => props.onChange(column, value === '' ? undefined : value)}
                >
                  <option value="">Leave out</option>
                  {instrument.fields.map(({ id }) => (
                    <option key={id} value={id}>
                      {label(id)}
                    </option>
                  ))}
                </Select>
              </Labelled>
            </li>
          ))}
      </ul>
      {offer.missing.length > 0 ? (
        <Quiet>{`Without a column: ${list(offer.missing.map(label))}. These stay blank.`}</Quiet>
      ) : null}
    </>
  );
};

const hintOf = (offer: PasteOffer, { column, heading }: ColumnMatch, repeats: string | undefined): string => {
  if (repeats !== undefined) return `Another column is “${repeats}” already. Left out.`;
  const read = offer.columns.find((one) => one.column === column);
  if (!read)
    return nameLikeHeader(heading)
      ? 'Left out and not read. It looks like names of people, which do not belong here.'
      : 'Left out and not read.';
  const strange = read.filled - read.understood;
  if (strange === 0) return `${count(read.filled, 'answer')}, all understood.`;
  const examples = list(read.strange.map((text) => `“${text}”`));
  return `${count(read.filled, 'answer')}, ${strange} not understood, such as ${examples}.`;
};
