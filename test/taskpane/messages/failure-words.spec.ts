import { problemCodes, type Problem, type ProblemCode } from '#wire/problems.ts';
import type { FlowFailure } from '#flows/desk.ts';
import type { WorkbookFailure } from '#workbook/workbook.ts';
import type { ApiFailure } from '#api/collection-api.ts';
import { failureWords, isSessionOver } from '#taskpane/messages/failure-words.ts';

/** One of each kind: a kind that is added to a union and not here does not compile. */
const workbook: Record<WorkbookFailure['kind'], WorkbookFailure> = {
  editing: { kind: 'editing' },
  protected: { kind: 'protected', sheet: 'Gardens' },
  filtered: { kind: 'filtered', sheet: 'Gardens' },
  gone: { kind: 'gone' },
  unsupported: { kind: 'unsupported', what: 'ExcelApi 1.14' },
  'too-large': { kind: 'too-large' },
  busy: { kind: 'busy' },
  'session-over': { kind: 'session-over' },
  unexpected: { kind: 'unexpected', code: 'InvalidArgument', where: 'Range.values' },
};
const problem = (code: ProblemCode): Problem => ({
  type: 'about:blank',
  title: 'x',
  status: problemCodes[code],
  code,
});
const api: Record<ApiFailure['kind'], ApiFailure> = {
  offline: { kind: 'offline' },
  problem: { kind: 'problem', problem: problem('internal') },
  'not-understood': { kind: 'not-understood', status: 502 },
};
const flow: Record<FlowFailure['kind'], FlowFailure> = {
  workbook: { kind: 'workbook', failure: workbook.gone },
  api: { kind: 'api', failure: api.offline },
  'instrument-unknown': { kind: 'instrument-unknown', reference: 'gardens@2' },
  'two-copies': { kind: 'two-copies', sheets: ['Audit', 'Audit (2)'] },
  'sheet-damaged': { kind: 'sheet-damaged' },
  'older-version': { kind: 'older-version', reference: 'gardens@2' },
};
const everyFailure: readonly (readonly [string, FlowFailure])[] = [
  ...Object.entries(flow),
  ...Object.entries(workbook).map(([kind, failure]) => [`workbook: ${kind}`, { kind: 'workbook', failure }] as const),
  ...Object.entries(api).map(([kind, failure]) => [`api: ${kind}`, { kind: 'api', failure }] as const),
  ...(Object.keys(problemCodes) as ProblemCode[]).map(
    (code) => [`problem: ${code}`, { kind: 'api', failure: { kind: 'problem', problem: problem(code) } }] as const,
  ),
];

describe('words for a failure', () => {
  test.each(everyFailure)('%s says what happened and what to do, each in whole sentences', (_name, failure) => {
    const { title, todo } = failureWords(failure);
    for (const text of [title, todo]) {
      expect(text).toMatch(/^[A-Z“]/);
      expect(text).toMatch(/[.)]$/);
      expect(text).not.toMatch(/undefined|\[object|null/);
    }
  });

  test('no two problems say the same', () => {
    const titles = everyFailure
      .filter(([name]) => name.startsWith('problem'))
      .map(([, one]) => failureWords(one).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('nothing said to people carries a programmer’s word', () => {
    const all = everyFailure.map(([, one]) => Object.values(failureWords(one)).join(' ')).join(' ');
    expect(all).not.toMatch(/\b(query|form|dataset|entity|upload|token|request|HTTP|null|API)\b/i);
  });

  test('a conflict names the revision, who submitted it', () => {
    const words = failureWords({
      kind: 'api',
      failure: {
        kind: 'problem',
        problem: {
          ...problem('conflict'),
          latest: { revision: 3, by: 'Ash Lane School', at: '2009-06-03T10:00:00Z' },
        },
      },
    });
    expect(words.title).toBe('Revision 3 was submitted by Ash Lane School in the meantime.');
  });

  test.each([
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
  ])('too many tries with %d seconds to wait says “Wait %s”', (retryAfter, words) => {
    const { todo } = failureWords({
      kind: 'api',
      failure: { kind: 'problem', problem: { ...problem('too-many-tries'), retryAfter } },
    });
    expect(todo).toBe(`Wait ${words}, then try again.`);
  });

  test('only an expired session asks for the access code again', () => {
    const asking = everyFailure.filter(([, one]) => isSessionOver(one)).map(([name]) => name);
    expect(asking).toEqual(['problem: session-expired']);
  });
});
