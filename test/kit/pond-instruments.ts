import type { Instrument } from '#core/instrument/instrument.ts';

/** Invented: ponds, each with its depth. A jump since last time asks for a look, fish in a dry garden is wrong. */
export const ponds: Instrument = {
  id: 'school-ponds',
  version: 1,
  title: 'School ponds',
  sheetTitle: 'Ponds',
  purpose: 'How deep the ponds are.',
  owner: 'school',
  traits: [],
  rows: {
    kind: 'fixed',
    noun: { one: 'pond', many: 'ponds' },
    groups: [{ id: 'all', title: 'All ponds' }],
    items: [
      { key: 'P1', group: 'all', text: 'The round pond' },
      { key: 'P2', group: 'all', text: 'The long pond' },
    ],
  },
  fields: [
    { id: 'depth', label: 'Depth', help: 'In centimetres.', kind: 'integer', width: 10 },
    {
      id: 'fish',
      label: 'Fish',
      help: 'Whether there are any.',
      kind: 'choice',
      width: 10,
      choices: [
        { code: 'yes', label: 'Yes', accepts: ['y'] },
        { code: 'no', label: 'No', accepts: ['n'] },
      ],
    },
  ],
  rules: [
    { id: 'depth-jump', field: 'depth', severity: 'warning', kind: 'change', by: 20, message: 'So much since?' },
    {
      id: 'fish-dry',
      field: 'fish',
      severity: 'error',
      kind: 'cross-sheet',
      when: { field: 'fish', code: ['yes'] },
      of: 'school-gardens',
      other: { field: 'state', code: ['1'] },
      message: 'The gardens say that a bed is bare.',
    },
  ],
  measures: [{ kind: 'distribution', id: 'fish', title: 'Ponds with fish', field: 'fish' }],
};

/** The next version: a pond and the depth have other names, the long pond is gone. */
export const ponds2: Instrument = {
  ...ponds,
  version: 2,
  rows: {
    kind: 'fixed',
    noun: { one: 'pond', many: 'ponds' },
    groups: [{ id: 'all', title: 'All ponds' }],
    items: [{ key: 'Q1', group: 'all', text: 'The round pond' }],
  },
  fields: ponds.fields.map((field) => (field.id === 'depth' ? { ...field, id: 'deep' } : field)),
  rules: ponds.rules.map((rule) => (rule.field === 'depth' ? { ...rule, field: 'deep' } : rule)),
  predecessor: { version: 1, rows: { P1: 'Q1', P2: null }, fields: { depth: 'deep' } },
};
