import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { instrumentByRef, instruments } from '#definitions/instruments.ts';
import { definitionWords } from './definition-words.ts';
import { instrumentsFolder } from './own-files.ts';

export interface InstrumentsAtHand {
  /** The instrument of a reference; `undefined` when there is none. */
  (reference: string): Instrument | undefined;
  /** Every version of every one. */
  readonly all: readonly Instrument[];
}

/**
 * The instruments that come with the program and those imported into a folder (`STEM_INSTRUMENTS`, else its usual
 * place, which need not be there); a built-in one is never replaced. A wrong file is told in a line that names it: with
 * an instrument short or half understood nothing should start.
 */
export const instrumentsAtHand = async (given: string | undefined): Promise<Result<InstrumentsAtHand, string>> => {
  const folder = given ?? instrumentsFolder;
  if (!existsSync(folder)) {
    return given === undefined
      ? ok(atHand(new Map()))
      : failed(`There is no folder ${folder}: see STEM_INSTRUMENTS.`);
  }
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return failed(`${folder} cannot be read as a folder: see STEM_INSTRUMENTS.`);
  const imported = new Map<string, Instrument>();
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const loaded = await loadFile(join(folder, name));
    if (!loaded.ok) return loaded;
    const reference = instrumentRef(loaded.value);
    // Two files of one version would make it a matter of chance which one holds.
    if (name !== `${reference}.json`) {
      return failed(`${join(folder, name)} defines ${reference}: its name must be ${reference}.json.`);
    }
    imported.set(reference, loaded.value);
  }
  return ok(atHand(imported));
};

const atHand = (imported: ReadonlyMap<string, Instrument>): InstrumentsAtHand => {
  const others = [...imported].flatMap(([reference, one]) => (instrumentByRef(reference) ? [] : [one]));
  const find = (reference: string) => instrumentByRef(reference) ?? imported.get(reference);
  return Object.assign(find, { all: [...instruments, ...others] });
};

const loadFile = async (file: string): Promise<Result<Instrument, string>> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const definition = text === undefined ? undefined : parsed(text);
  if (definition === undefined) return failed(`${file} cannot be read as a definition. Import it again.`);
  const loaded = loadInstrument(definition);
  if (loaded.ok) return loaded;
  const [first] = loaded.failure;
  const place = first?.path ? ` at ${first.path}` : '';
  return failed(`${file} is no sound definition${place}: ${first ? definitionWords(first) : ''} Import it again.`);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
