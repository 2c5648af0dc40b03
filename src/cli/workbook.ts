import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ownerId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Desk, FlowFailure } from '#flows/desk.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { openReturn } from '#flows/open-return.ts';
import { newPrivateFile } from '#server/store/private-file.ts';
import { newXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import type { InstrumentsAtHand } from './instruments-at-hand.ts';
import { version } from './own-files.ts';
import { withEndpoint } from './with-data.ts';

interface Asked {
  readonly school: string;
  readonly round: string;
  readonly out: string;
}

/**
 * `stem-returns workbook --school … --round … --out f.xlsx`: writes the workbook of one return from the server's data
 * file, with what is submitted or to be copied already in it. Answers the exit code; the failure is a line for the
 * person. Nobody else on this machine may read the file, and one of that name is never written over.
 */
export const workbook = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  return await withEndpoint(({ api }, instruments) => write(asked.value, api, instruments));
};

const readArgs = (args: readonly string[]): Result<Asked, string> => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { school: text, round: text, out: text } });
    const { school, round, out } = values;
    if (school === undefined || round === undefined || out === undefined) {
      return failed('For example: stem-returns workbook --school 999001 --round SR-200809 --out ash-lane.xlsx');
    }
    return ok({ school: school.toUpperCase(), round: round.toUpperCase(), out });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
};

const write = async (
  { school, round: wanted, out }: Asked,
  api: Desk['api'],
  instruments: InstrumentsAtHand,
): Promise<Result<number, string>> => {
  const rounds = await api.rounds();
  if (!rounds.ok) return failed('The data file does not tell its rounds.');
  const round = rounds.value.find(({ id }) => id === wanted);
  if (!round) {
    const known = rounds.value.map(({ id }) => id).join(', ');
    return failed(`There is no round "${wanted}". ${known === '' ? 'There are none yet.' : `There are ${known}.`}`);
  }
  const returns = await api.returns();
  const line = returns.ok ? returns.value.find((one) => one.owner === school && one.round === round.id) : undefined;
  if (!line)
    return failed(`"${school}" takes no part in the round ${round.id}. A school is named by its URN, six digits.`);
  const book = newXlsx();
  const desk: Desk = {
    workbook: book,
    api,
    memory: { remember: () => undefined, all: () => [], forget: () => undefined },
    instruments: instrumentShelf(instruments),
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    addIn: version(),
  };
  const opened = await openReturn(desk, { round, owner: ownerId(school), ownerName: line.ownerName });
  if (!opened.ok) return failed(failureLine(opened.failure));
  const bytes = await book.toBytes({ caches: true });
  if (!bytes.ok) return failed('The workbook cannot be written.');
  try {
    await writeFile(out, bytes.value, newPrivateFile);
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return failed(
      there ? `${out} is there already, and stays as it is. Choose another name.` : `${out} cannot be written.`,
    );
  }
  console.log(`${out}: ${round.title}, ${line.ownerName} (${school})`);
  return ok(0);
};

const failureLine = (failure: FlowFailure): string =>
  failure.kind === 'instrument-unknown'
    ? `This version does not know the instrument ${failure.reference}. Update it and try again.`
    : `The workbook cannot be made (${failure.kind}).`;
