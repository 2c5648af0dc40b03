import type { Cell } from '../../cell.ts';
import type { Choice, Field } from '../../instrument/instrument.ts';
import { spellingsOf, type FieldReader } from '../../instrument/interpret.ts';
import { partsOf } from '../../instrument/parts.ts';
import { foldedText, normalText } from '../../instrument/text-normal-form.ts';
import type { Fix } from './fix.ts';
import { nearSpelling } from './near-spelling.ts';
import { writtenDay } from './written-day.ts';

/**
 * What the cell of a field most likely meant, in: its value, which the field does not understand. `choices` are those
 * open to its row. `undefined` when there is nothing, or no single thing, to suggest.
 */
export const suggestion = (
  { kind }: Pick<Field, 'kind'>,
  choices: readonly Choice[],
  value: Cell,
): Fix | undefined => {
  const text = tidyText(value);
  switch (kind) {
    case 'text':
      return undefined;
    case 'integer':
    case 'decimal': {
      const number = /^-?(?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?$/.test(text) ? text.replace(/[ ,]/g, '') : undefined;
      return number === undefined || number.length > 15 ? undefined : { kind: 'number', value: Number(number) };
    }
    case 'date': {
      const day = writtenDay(text);
      return day === undefined ? undefined : { kind: 'date', value: day };
    }
    case 'choices': {
      const made = partsOf(text).map((part) => spelt(part, choices) ?? nearSpelling(part, choices));
      if (made.length === 0 || made.includes(undefined)) return undefined;
      return { kind: 'spelling', value: [...new Set(made.map((choice) => choice?.label))].join('; ') };
    }
    default: {
      const same = spelt(text, choices);
      if (same) return { kind: 'spaces', value: same.label };
      const near = nearSpelling(text, choices);
      return near && { kind: 'spelling', value: near.label };
    }
  }
};

/**
 * The same meaning as the field's own way to write it, in: a value that is understood. A choice by its label, several
 * in the order in which they were typed, a number or a day as one, a text without stray spaces. `undefined` when it is
 * written so already.
 */
export const tidying = ({ kind }: Pick<Field, 'kind'>, reader: FieldReader, value: Cell): Fix | undefined => {
  const { understood, choices, number } = reader.read(value);
  if (!understood) return undefined;
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? unless(value, { kind: 'spaces', value: normalText(value) }) : undefined;
    case 'integer':
    case 'decimal':
      return typeof value === 'string' && number !== undefined ? { kind: 'number', value: number } : undefined;
    case 'date':
      return typeof value === 'string' && number !== undefined ? { kind: 'date', value: number } : undefined;
    case 'choices': {
      const made = partsOf(normalText(value)).flatMap((part) => spelt(part, choices) ?? []);
      return unless(value, { kind: 'spelling', value: [...new Set(made.map(({ label }) => label))].join('; ') });
    }
    default: {
      const label = choices[0]?.label ?? '';
      // A label that looks like a number may stand there as one.
      if (normalText(value) === label)
        return typeof value === 'string' ? unless(value, { kind: 'spaces', value: label }) : undefined;
      return { kind: 'spelling', value: label };
    }
  }
};

const unless = (value: Cell, fix: Fix): Fix | undefined => (fix.value === value ? undefined : fix);

const spelt = (text: string, choices: readonly Choice[]): Choice | undefined =>
  choices.find((choice) => spellingsOf(choice).some((spelling) => foldedText(spelling) === foldedText(text)));

/** Every kind of white space and signs that nobody sees as one space; the normal form knows two of them only. */
const tidyText = (value: Cell): string =>
  normalText(
    typeof value === 'string'
      ? value.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[^\S\r\n]+/gu, ' ')
      : value,
  ).trim();
