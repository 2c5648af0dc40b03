import { parseArgs } from 'node:util';
import type { CollectionApi } from '#api/collection-api.ts';
import { roundId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { ChangeRoundRequest } from '#wire/rounds.ts';
import type { WireRound } from '#wire/shapes.ts';
import { changesIn, roundIn, roundOptions } from './round-options.ts';
import { openedLines, refusalLine, roundLines, roundUsage } from './round-words.ts';
import { withEndpoint } from './with-data.ts';

/**
 * `stem-returns round list|open|change|close`: the rounds in the server's data, on the data themselves, as the project
 * team. Answers the exit code; the failure is a line for the person.
 */
export const round = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  return await withEndpoint(async ({ api }) => {
    const rounds = await asked.value.act(api);
    if (!rounds.ok) return rounds;
    const lines = [...roundLines(rounds.value), ...(asked.value.opens ? openedLines(rounds.value) : [])];
    console.log(asked.value.json ? JSON.stringify(rounds.value, null, 2) : lines.join('\n'));
    return ok(0);
  });
};

interface Asked {
  readonly json: boolean;
  /** Opens a round, so that it is time to say what is not to be had in it. */
  readonly opens?: true;
  readonly act: (api: CollectionApi) => Promise<Result<WireRound | readonly WireRound[], string>>;
}

const readArgs = (args: readonly string[]): Result<Asked, string> => {
  const parsed = parse(args);
  if (!parsed) return failed(roundUsage);
  const { values, positionals } = parsed;
  const [verb, named, ...more] = positionals;
  const json = values.json === true;
  const given = Object.keys(values).filter((name) => name !== 'json').length;
  if (more.length > 0 || (verb === 'list') !== (named === undefined)) return failed(roundUsage);
  const id = (named ?? '').toUpperCase();
  switch (verb) {
    case 'list':
      return given === 0 ? ok({ json, act: list }) : failed(roundUsage);
    case 'open': {
      const wanted = roundIn(id, values);
      return wanted.ok
        ? ok({ json, opens: true, act: async (api) => told(await api.openRound(wanted.value), id) })
        : wanted;
    }
    case 'change': {
      const changes = given === 0 ? failed(roundUsage) : changesIn(values);
      return changes.ok ? ok({ json, act: change(id, changes.value) }) : changes;
    }
    case 'close':
      return given === 0 ? ok({ json, act: change(id, { closes: 'now' }) }) : failed(roundUsage);
    default:
      return failed(roundUsage);
  }
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: roundOptions });
  } catch {
    return undefined;
  }
};

const list: Asked['act'] = async (api) => {
  const rounds = await api.rounds();
  return rounds.ok ? rounds : failed(refusalLine(rounds.failure, ''));
};

const change =
  (id: string, changes: ChangeRoundRequest): Asked['act'] =>
  async (api) =>
    told(await api.changeRound(roundId(id), changes), id);

const told = (answer: Awaited<ReturnType<CollectionApi['openRound']>>, id: string): Result<WireRound, string> =>
  answer.ok ? answer : failed(refusalLine(answer.failure, id));
