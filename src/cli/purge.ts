import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import type { Problem } from '#wire/problems.ts';
import type { RetentionAnswer } from '#wire/retention.ts';
import { purgeRefusal, purgeUsage, retentionLines, wouldGo } from './purge-words.ts';
import { withEndpoint } from './with-data.ts';

type Fetch = typeof globalThis.fetch;

/**
 * `stem-returns purge list|ROUND|certificate ROUND`: until when rounds are kept, purging what one holds about pupils, and
 * the certificate of what went. A round is only purged with `--yes`: without it, what would go is told. Answers the exit
 * code; the failure is a line for the person.
 */
export const purge = async (args: readonly string[]): Promise<Result<number, string>> => {
  const act = readArgs(args);
  if (!act.ok) return act;
  return await withEndpoint(async ({ fetch }) => {
    const printed = await act.value(fetch);
    if (!printed.ok) return printed;
    console.log(printed.value);
    return ok(0);
  });
};

const readArgs = (args: readonly string[]): Result<(fetch: Fetch) => Promise<Result<string, string>>, string> => {
  const parsed = parse(args);
  if (!parsed) return failed(purgeUsage);
  const { yes = false, json = false, reason } = parsed.values;
  const [verb, named, ...more] = parsed.positionals;
  if (verb === undefined || more.length > 0 || (verb === 'certificate') !== (named !== undefined))
    return failed(purgeUsage);
  if (verb === 'list') return ok((fetch) => list(fetch, json));
  if (verb === 'certificate') return ok((fetch) => certificate(fetch, (named ?? '').toUpperCase(), json));
  return ok((fetch) => purgeOne(fetch, verb.toUpperCase(), { yes, json, reason }));
};

const parse = (args: readonly string[]) => {
  const flag = { type: 'boolean' } as const;
  try {
    const options = { yes: flag, json: flag, reason: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return undefined;
  }
};

const retention = async (fetch: Fetch): Promise<RetentionAnswer> =>
  (await (await fetch(paths.retention, {})).json()) as RetentionAnswer;

const list = async (fetch: Fetch, json: boolean): Promise<Result<string, string>> => {
  const answer = await retention(fetch);
  return ok(json ? JSON.stringify(answer, null, 2) : retentionLines(answer));
};

const purgeOne = async (
  fetch: Fetch,
  round: string,
  { yes, json, reason }: { readonly yes: boolean; readonly json: boolean; readonly reason: string | undefined },
): Promise<Result<string, string>> => {
  const line = (await retention(fetch)).rounds.find((one) => one.round.id === round);
  if (!line) return failed(purgeRefusal({ code: 'not-found' }, round));
  if (!yes && line.certificate === undefined) return failed(wouldGo(line));
  const answer = await fetch(paths.purge(round), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reason === undefined ? {} : { reason }),
  });
  if (!answer.ok) return failed(purgeRefusal((await answer.json()) as Problem, round));
  return await certificate(fetch, round, json);
};

const certificate = async (fetch: Fetch, round: string, json: boolean): Promise<Result<string, string>> => {
  const answer = await fetch(json ? paths.certificate(round) : paths.certificateText(round), {});
  if (!answer.ok) return failed(`There is no certificate: nothing of a round ${round} was purged.`);
  const text = await answer.text();
  return ok(json ? JSON.stringify(JSON.parse(text), null, 2) : text.replaceAll('\r\n', '\n').trimEnd());
};
