import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { pilotProgramme } from '#definitions/pilot/pilot-programme.ts';
import { pilotSample } from './pilot-sample.ts';
import { mostSchools, syntheticSample } from './synthetic-sample.ts';
import { writeSample, type SampleBook } from './write-sample.ts';

/** What is to be made: the books, and what the file beside them says. */
interface Sample {
  readonly books: readonly SampleBook[];
  readonly notice: string;
}

/**
 * `stem-returns sample --pilot --out DIR` and `sample --schools N --pupils M --seed S --out DIR`: workbooks of invented
 * schools, filled, to try things with. Answers the exit code; the failure is a line for the person.
 */
export const sample = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  const { pilot, out } = asked.value;
  const made = pilot ? ok({ books: pilotSample(), notice: pilotProgramme.notice }) : invented(asked.value);
  if (!made.ok) return made;
  const written = await writeSample(made.value.books, out, made.value.notice);
  if (!written.ok) return written;
  for (const file of written.value) console.log(file);
  return ok(0);
};

interface Asked {
  readonly pilot: boolean;
  readonly schools: number;
  readonly pupils: number;
  readonly seed: number;
  readonly out: string;
}

const usage =
  'For example: stem-returns sample --pilot --out pilot, or: stem-returns sample --schools 5 --pupils 100 --seed 1 --out sample';

const readArgs = (args: readonly string[]): Result<Asked, string> => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { pilot: { type: 'boolean' }, schools: text, pupils: text, seed: text, out: text },
    });
    const { pilot = false, schools, pupils, seed, out } = values;
    const numbers = [schools, pupils, seed];
    if (out === undefined || numbers.some((number) => (number === undefined) !== pilot)) return failed(usage);
    if (!pilot && !numbers.every((number) => /^\d{1,9}$/.test(number ?? '')))
      return failed('--schools, --pupils and --seed must be whole numbers.');
    const [wanted, rows] = [Number(schools), Number(pupils)];
    if (!pilot && (wanted < 1 || wanted > mostSchools || rows < 1))
      return failed(`--schools must be from 1 to ${mostSchools}, and --pupils from 1 on.`);
    return ok({ pilot, schools: wanted, pupils: rows, seed: Number(seed), out });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
};

const invented = (asked: Asked): Result<Sample, string> => {
  const books = syntheticSample(asked);
  if (!books.ok) return books;
  const { schools, pupils, seed } = asked;
  const notice = `Synthetic data: schools, pupils and answers are invented by a program (--schools ${schools} --pupils ${pupils} --seed ${seed}). They say nothing about a real school.`;
  return ok({ books: books.value, notice });
};
