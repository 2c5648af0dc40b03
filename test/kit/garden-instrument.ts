import type { Instrument } from '#core/instrument/instrument.ts';
import { ownerId, roundId } from '#core/ids.ts';
import type { Round } from '#core/returns/round.ts';

/** An invented instrument with one of everything: levels, a choice for one row only, a term, all kinds of rules, findings. */
export const gardens: Instrument = {
  id: 'school-gardens',
  version: 1,
  title: 'School gardens',
  sheetTitle: 'Gardens',
  purpose: 'How the beds of the school garden are doing.',
  owner: 'school',
  traits: [{ kind: 'levelled-statements', field: 'state' }],
  rows: {
    kind: 'fixed',
    noun: { one: 'bed', many: 'beds' },
    groups: [
      { id: 'north', title: 'North side' },
      { id: 'south', title: 'South side' },
    ],
    items: [
      ['N1', 'north', 'The herb bed'],
      ['N2', 'north', 'The pond'],
      ['S1', 'south', 'The roses'],
      ['N3', 'north', 'The hedge'],
      ['S2', 'south', 'The apple tree'],
    ].map(([key = '', group = '', text = '']) => ({
      key,
      group,
      text,
      descriptors: { '1': `${text} is bare.`, '2': `${text} grows.`, '3': `${text} bears fruit.` },
    })),
  },
  fields: [
    {
      id: 'state',
      label: 'State',
      help: 'How it is today.',
      kind: 'choice',
      width: 14,
      choices: [
        { code: '1', label: '1 Bare', accepts: ['bare'], value: 1 },
        { code: 'no-water', label: 'No water', accepts: ['dry?'], rows: ['N2', 'S2'] },
        { code: '2', label: '2 Growing', accepts: ['growing', 'grows*'], value: 2 },
        { code: '3', label: '3 In fruit', accepts: ['fruit', 'TRUE'], value: 3 },
      ],
    },
    { id: 'seen', label: 'Seen', help: 'What you saw.', kind: 'text', width: 40 },
    { id: 'work', label: 'Next work', help: 'What to do next.', kind: 'text', width: 30 },
    { id: 'term', label: 'Term', help: 'When.', kind: 'term', width: 14 },
    {
      id: 'sure',
      label: 'Sure?',
      help: 'How sure you are.',
      kind: 'choice',
      width: 10,
      choices: [
        { code: 'yes', label: 'Yes', accepts: ['y'] },
        { code: 'no', label: 'No', accepts: ['n'] },
      ],
    },
  ],
  rules: [
    { id: 'state-missing', field: 'state', severity: 'error', kind: 'required', message: 'Choose a state.' },
    { id: 'state-unknown', field: 'state', severity: 'error', kind: 'one-of', message: 'Choose from the list.' },
    {
      id: 'seen-missing',
      field: 'seen',
      severity: 'error',
      kind: 'required',
      when: { field: 'state', atLeast: 3 },
      message: 'Say what you saw.',
    },
    {
      id: 'seen-thin',
      field: 'seen',
      severity: 'warning',
      kind: 'length',
      min: 4,
      when: { field: 'state', atLeast: 2 },
      message: 'Say a little more.',
    },
    { id: 'seen-long', field: 'seen', severity: 'error', kind: 'length', max: 40, message: 'Say less.' },
    {
      id: 'work-odd',
      field: 'work',
      severity: 'warning',
      kind: 'unlikely',
      when: {
        any: [
          { field: 'state', code: ['no-water', '3'] },
          { field: 'state', is: 'blank' },
        ],
      },
      message: 'Is there still work?',
    },
    {
      id: 'term-missing',
      field: 'term',
      severity: 'error',
      kind: 'required',
      when: {
        all: [
          { field: 'work', is: 'filled' },
          { field: 'state', atMost: 2 },
        ],
      },
      message: 'When will it be done?',
    },
    { id: 'term-unknown', field: 'term', severity: 'warning', kind: 'one-of', message: 'Choose a term.' },
    { id: 'sure-hint', field: 'sure', severity: 'advice', kind: 'required', message: 'Say how sure you are.' },
    { id: 'sure-unknown', field: 'sure', severity: 'error', kind: 'one-of', message: 'Yes or no.' },
  ],
  measures: [
    { kind: 'distribution', id: 'states', title: 'State of the beds', field: 'state' },
    { kind: 'distribution', id: 'sureness', title: 'How sure', field: 'sure' },
    {
      kind: 'finding',
      id: 'north-bare',
      direction: 'barrier',
      field: 'state',
      rows: ['N1', 'N2', 'N3'],
      quantity: 'many',
      statement: 'The north side is bare',
    },
    {
      kind: 'finding',
      id: 'pond-bare',
      direction: 'barrier',
      field: 'state',
      rows: ['N2'],
      quantity: 'rare exceptions',
      statement: 'The pond is bare',
    },
    {
      kind: 'finding',
      id: 'south-fruit',
      direction: 'indicator',
      field: 'state',
      rows: ['S2', 'S1'],
      quantity: 'increasing',
      statement: 'The south side bears fruit',
    },
  ],
};

export const gardenRound: Round = {
  id: roundId('SG-200809'),
  title: 'School gardens 2008/09',
  instrument: 'school-gardens@1',
  academicYear: '200809',
  opens: '2008-09-01T00:00:00Z',
};

export const gardenOwner = { id: ownerId('999001'), name: 'Ash Lane School' };
