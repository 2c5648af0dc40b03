import { paths } from '#wire/paths.ts';
import type { RegisterAnswer } from '#wire/register.ts';
import type { Caller } from './endpoint.ts';
import { newcomers, newRound } from './days-of-a-programme.ts';
import { elm, far, lateRound, mentorRound, oak, round } from './small-programme.ts';

/**
 * What is told of a programme to one who asks, today or as at a day, by address: returns, also such as
 * nobody has begun, whose owner takes no part, or that there cannot be yet, the lists, and the register, page by page and narrowed down.
 */
export const told = async (caller: Caller, asAt?: string): Promise<Readonly<Record<string, unknown>>> => {
  const answers: Record<string, unknown> = {};
  const ask = async <T>(url: string): Promise<T> => {
    const query = asAt === undefined ? '' : `${url.includes('?') ? '&' : '?'}as-at=${asAt}`;
    const answer = (await caller.get(`${url}${query}`)).json<object>();
    // Of refusals each has a number of its own.
    answers[url] = { ...answer, requestId: '' };
    return answer as T;
  };
  const pages = async (path: string, limit: number) => {
    let after = '';
    for (;;) {
      const { next } = await ask<{ readonly next?: string }>(`${path}?limit=${limit}${after}`);
      if (next === undefined) return;
      after = `&after=${encodeURIComponent(next)}`;
    }
  };
  await ask(paths.returns);
  await pages(paths.returns, 7);
  await ask(`${paths.returns}?owner=${oak}`);
  for (const place of [round, lateRound, newRound]) {
    for (const owner of [oak, elm, far, newcomers[0]]) await ask(paths.return(place, owner));
  }
  await ask(paths.return(mentorRound, 'M-1'));
  const { schools } = await ask<RegisterAnswer>(paths.register);
  await pages(paths.register, 2);
  for (const filter of ['enlisted=yes', 'enlisted=no', 'mentor=M-1', 'mentor=none', 'status=closed', 'search=oak']) {
    await ask(`${paths.register}?${filter}`);
  }
  for (const urn of new Set([...schools.map(({ urn }) => urn), ...newcomers])) await ask(paths.school(urn));
  return answers;
};
