import type { Instrument } from '../instrument/instrument.ts';
import { addByKey } from '../measures/add-by-key.ts';
import { addDistributions, tallyDistribution, type DistributionTally } from '../measures/distribution.ts';
import { addFindings, findingInReturn, noFinding, tallyFinding } from '../measures/finding.ts';
import type { CountOfBase } from '../measures/quantity.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';

/** What returns add up to. Only counts: the tally of a programme is the sum of its schools', in any order. */
export interface ReturnsTally {
  /** Returns in it. */
  readonly returns: number;
  /** By measure id. */
  readonly distributions: Readonly<Record<string, DistributionTally>>;
  /** By measure id: returns that show the finding, out of those that answered it and to which it applies. */
  readonly findings: Readonly<Record<string, CountOfBase>>;
}

export const nothingTallied: ReturnsTally = { returns: 0, distributions: {}, findings: {} };

/** The tally of one return. */
export const tallyReturn = (
  instrument: Instrument,
  circumstances: Circumstances,
  content: Pick<ReturnContent, 'rows'>,
): ReturnsTally => ({
  returns: 1,
  distributions: Object.fromEntries(
    instrument.measures.flatMap((measure) =>
      measure.kind === 'distribution'
        ? [[measure.id, tallyDistribution(instrument, measure, circumstances, content)] as const]
        : [],
    ),
  ),
  findings: Object.fromEntries(
    instrument.measures.flatMap((measure) =>
      measure.kind === 'finding'
        ? [[measure.id, tallyFinding(findingInReturn(instrument, measure, circumstances, content))] as const]
        : [],
    ),
  ),
});

/** Two tallies together; associative and commutative, with `nothingTallied` as nothing. */
export const addTallies = (a: ReturnsTally, b: ReturnsTally): ReturnsTally => ({
  returns: a.returns + b.returns,
  distributions: addByKey(a.distributions, b.distributions, addDistributions),
  findings: addByKey(a.findings, b.findings, addFindings),
});

/** All accepted returns of a round together. Owners without one add nothing here; the master lists them. */
export const consolidate = ({ instrument, round, owners }: ConsolidatedReturns): ReturnsTally =>
  owners
    .flatMap(({ accepted }) => (accepted === undefined ? [] : [tallyReturn(instrument, round, accepted.content)]))
    .reduce(addTallies, nothingTallied);

/** What a tally says of a finding; nobody in its base when it is not tallied. */
export const findingOf = (tally: ReturnsTally, measure: string): CountOfBase => tally.findings[measure] ?? noFinding;
