import type { Instrument } from '#core/instrument/instrument.ts';
import { contactFields } from './contact-fields.ts';
import { contactRules } from './contact-rules.ts';

/** A mentor's record of visits, telephone calls and e-mails with her schools, first version. */
export const contact: Instrument = {
  id: 'contact',
  version: 1,
  title: 'Contacts with schools',
  sheetTitle: 'Contacts',
  purpose:
    'Keep your visits, telephone calls and e-mails with schools together: when, with whom, what was agreed and when you meet next. Each row is one contact; add to it whenever you like.',
  owner: 'mentor',
  traits: [],
  rows: { kind: 'open', noun: { one: 'contact', many: 'contacts' }, expected: 40 },
  fields: contactFields,
  derived: [
    {
      id: 'followed-up',
      label: 'With a next date',
      yes: { field: 'next-date', is: 'answered' },
      base: { row: 'started' },
    },
  ],
  rules: contactRules,
  measures: [
    { kind: 'count', id: 'contacts-by-kind', title: 'Contacts by kind', by: ['kind'] },
    {
      kind: 'share',
      id: 'next-date-share',
      title: 'Contacts with a next date',
      field: 'followed-up',
      codes: ['yes'],
      by: ['kind'],
    },
  ],
};
