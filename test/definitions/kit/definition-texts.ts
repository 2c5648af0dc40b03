import { fixedRows, groupsOf, type Field, type Instrument } from '#core/instrument/instrument.ts';

/** The fields of an instrument, those asked once first. */
export const allFields = ({ once = [], fields }: Instrument): readonly Field[] => [...once, ...fields];

/** Every text of an instrument that a person may read, with where it stands. */
export const textsOf = (instrument: Instrument): readonly { readonly at: string; readonly text: string }[] => {
  const found: { at: string; text: string }[] = [];
  const add = (at: string, ...texts: readonly (string | undefined)[]) => {
    for (const text of texts) if (text !== undefined) found.push({ at, text });
  };
  add('title', instrument.title, instrument.sheetTitle);
  add('purpose', instrument.purpose);
  add('noun', instrument.rows.noun.one, instrument.rows.noun.many);
  for (const { id, title } of groupsOf(instrument)) add(`group ${id}`, title);
  for (const { key, text, descriptors = {} } of fixedRows(instrument))
    add(`row ${key}`, text, ...Object.values(descriptors));
  for (const field of allFields(instrument)) {
    add(`field ${field.id}`, field.label, field.help, field.question, field.part);
    for (const { code, label, says, inTables } of field.choices ?? [])
      add(`choice ${field.id} ${code}`, label, says, inTables);
  }
  for (const { id, label } of instrument.derived ?? []) add(`derived ${id}`, label);
  for (const { id, message } of instrument.rules) add(`rule ${id}`, message);
  for (const measure of instrument.measures)
    add(`measure ${measure.id}`, measure.kind === 'finding' ? measure.statement : measure.title);
  return found;
};

/** Words that the product does not use with people, and American spellings. */
export const bannedWords =
  /\b(query|queries|dataset|data set|entity|upload\w*|utils?|helper|validation|invalid|respondents?|stakeholders?|leverage|color|behavior|organiz\w*|recogniz\w*|summariz\w*|center|program|gotten|fill out)\b/i;
