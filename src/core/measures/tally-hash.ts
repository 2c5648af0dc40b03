import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FieldId } from '../ids.ts';
import { choicesOf } from '../instrument/choices.ts';
import { definitionHash } from '../instrument/definition-hash.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { spellingsOf } from '../instrument/interpret.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { fieldsOfCondition } from '../sheet/worked-fields.ts';
import { sumKey } from './sum-key.ts';
import type { Sum } from './sums.ts';

/**
 * SHA-256 in lower-case hex, 64 characters, of all that decides what the sums of a tally mean: the definition, each sum
 * in its order, and how cells are understood whose field offers what the circumstances say (terms, schools, items), as
 * far as the sums read it. Circumstances that no sum reads make no difference.
 */
export const tallyHash = (instrument: Instrument, circumstances: Circumstances, sums: readonly Sum[]): string => {
  const read = new Set([...sums.flatMap(fieldsOfSum), ...fieldsOfDerived(instrument)]);
  const offered = [...(instrument.once ?? []), ...instrument.fields]
    .filter(({ id, kind }) => read.has(id) && offersByCircumstances.has(kind))
    .map((field) => [field.id, choicesOf(field, circumstances).map(spellingsOf)]);
  const meaning = JSON.stringify([definitionHash(instrument), sums.map(sumKey), offered]);
  return bytesToHex(sha256(utf8ToBytes(meaning)));
};

const offersByCircumstances: ReadonlySet<string> = new Set(['term', 'school', 'item']);

const fieldsOfSum = (sum: Sum): readonly FieldId[] =>
  'criteria' in sum ? sum.criteria.flatMap((criterion) => ('field' in criterion ? [criterion.field] : [])) : [];

const fieldsOfDerived = ({ derived = [] }: Instrument): readonly FieldId[] =>
  derived.flatMap(({ yes, base }) => [yes, base].flatMap(fieldsOfCondition));
