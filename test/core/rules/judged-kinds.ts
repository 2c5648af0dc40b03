import { onceKey, type Instrument, type Rule } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { isBlank } from '#core/instrument/text-normal-form.ts';
import { checkContent } from '#core/rules/check.ts';
import { hasNativeForm } from '#core/rules/kinds/all-kinds.ts';
import { saidNatively, verdictsOf, type Verdict } from '#core/rules/verdicts.ts';

type Kind = Rule['kind'];

/** Kinds of rule, by what samples of rows have shown of them; each list in the order of the alphabet. */
export interface JudgedKinds {
  /** A rule of the kind alone makes some verdict what it is: a formula that never found anything would differ. */
  readonly found: readonly Kind[];
  /** It finds nothing in some cell that is fine, in a started row: a formula that always found something would differ. */
  readonly notFound: readonly Kind[];
}

/** The kinds whose findings show in verdicts at all: those with a native form; advice leaves a cell fine. */
export const kindsToJudge = (instruments: readonly Pick<Instrument, 'rules'>[]): JudgedKinds => {
  const rules = instruments.flatMap((instrument) => instrument.rules);
  const kinds = inOrder(rules.filter(showsInVerdicts).map(({ kind }) => kind));
  return { found: kinds, notFound: kinds };
};

/** What several samples have shown together. */
export const judgedTogether = (samples: readonly JudgedKinds[]): JudgedKinds => ({
  found: inOrder(samples.flatMap(({ found }) => found)),
  notFound: inOrder(samples.flatMap(({ notFound }) => notFound)),
});

const inOrder = (kinds: readonly Kind[]): readonly Kind[] => [...new Set(kinds)].sort();

const showsInVerdicts = (rule: Rule): boolean => hasNativeForm(rule) && rule.severity !== 'advice';

/** What a sample shows of each kind, by checking it again without the rules of that kind. */
export const judgedKinds = (
  instrument: Instrument,
  circumstances: Circumstances,
  rows: readonly AnswerRow[],
): JudgedKinds => {
  const verdictsBy = (rules: readonly Rule[]) =>
    verdictsOf(checkContent({ ...instrument, rules }, circumstances, { rows }).filter(saidNatively(instrument)));
  const verdict = verdictsBy(instrument.rules);
  const once = new Set(instrument.once?.map(({ id }) => id));
  const started = rows.filter(({ values }) => Object.values(values).some((cell) => !isBlank(cell)));
  const shows = (kind: Kind, holds: (verdict: Verdict, without: Verdict) => boolean): boolean => {
    const without = verdictsBy(instrument.rules.filter((rule) => rule.kind !== kind));
    const marked = instrument.rules.filter((rule) => rule.kind === kind && showsInVerdicts(rule));
    return started.some(({ key }) =>
      marked.some(
        ({ field }) => (key === onceKey) === once.has(field) && holds(verdict(key, field), without(key, field)),
      ),
    );
  };
  const kinds = kindsToJudge([instrument]).found;
  return {
    found: kinds.filter((kind) => shows(kind, (all, without) => all > without)),
    notFound: kinds.filter((kind) => shows(kind, (all) => all === 0)),
  };
};
