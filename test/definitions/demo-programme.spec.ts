import { choicesOf } from '#core/instrument/choices.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import {
  demoBenchmarkRound,
  demoClosedRound,
  demoCodes,
  demoContactRound,
  demoProgramme,
  demoRound,
  demoSchools,
  demoSurveyRound,
} from '#definitions/demo-programme.ts';
import { demoReturns } from '#definitions/demo-returns.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { selfReview } from '#definitions/self-review.ts';
import { checkContent } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { findingOf } from '#core/consolidation/consolidate.ts';
import { addTallies, tallierOf } from '#core/measures/tally.ts';
import { deserves } from '#core/measures/quantity.ts';

const round = demoProgramme.rounds.find(({ id }) => id === demoRound)!;
const returns = demoReturns();
const person = (id: string) => demoProgramme.people.find((candidate) => candidate.id === id)!;
const withCode = (code: string) => demoProgramme.people.find((candidate) => candidate.code === code)!;

describe('The demo programme', () => {
  const schools = demoProgramme.owners.filter(({ kind }) => kind === 'school');

  test('has eight schools, all with URNs of the test range', () => {
    expect(schools.map(({ owner }) => owner)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `99900${n}`));
  });

  test('says of itself and of every school and mentor that they are invented', () => {
    expect(demoProgramme.synthetic).toBe(true);
    expect(demoProgramme.notice).toMatch(/invented/);
    expect(demoProgramme.owners.filter(({ name }) => !name.endsWith('(invented)'))).toEqual([]);
  });

  test('gives every person a code of her own that is clearly of the demo', () => {
    const codes = demoProgramme.people.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^DEMO-[A-Z-]+$/.test(code))).toEqual([]);
  });

  test('lets one mentor look after each school', () => {
    const looked = demoProgramme.people.flatMap(({ schools: after = [] }) => after);
    expect([...looked].sort()).toEqual(schools.map(({ owner }) => owner).sort());
  });

  test('shows the codes of a school that has sent nothing, of its mentor and of the project team', () => {
    const school = withCode(demoCodes.school);
    expect(returns.filter(({ owner }) => owner === school.owner)).toEqual([]);
    expect(withCode(demoCodes.mentor).schools).toContain(school.owner);
    expect(withCode(demoCodes.projectTeam).role).toBe('project-team');
  });

  test('has another school with another mentor, who may not see the first', () => {
    const [other, mentor] = [withCode(demoCodes.otherSchool), withCode(demoCodes.otherMentor)];
    expect(mentor.schools).toContain(other.owner);
    expect(mentor.schools).not.toContain(withCode(demoCodes.school).owner);
  });

  test('has a round for returns of mentors', () => {
    const mentors = demoProgramme.rounds.filter(({ instrument }) => instrumentByRef(instrument)?.owner === 'mentor');
    expect(mentors.map(({ id }) => id)).toEqual([demoContactRound]);
  });

  test('has four rounds without end and a closed one, all of built-in instruments', () => {
    expect(demoProgramme.rounds.map(({ id, closes }) => [id, closes !== undefined])).toEqual([
      [demoRound, false],
      [demoClosedRound, true],
      [demoSurveyRound, false],
      [demoBenchmarkRound, false],
      [demoContactRound, false],
    ]);
    expect(demoProgramme.rounds.filter(({ instrument }) => instrumentByRef(instrument) === undefined)).toEqual([]);
  });
});

describe('The demo returns', () => {
  test('five are accepted and one waits for its mentor', () => {
    expect(returns.filter(({ accepted }) => accepted !== undefined)).toHaveLength(5);
    expect(returns.filter(({ accepted }) => accepted === undefined).map(({ owner }) => owner)).toEqual([
      demoSchools.larkwater,
    ]);
  });

  test('are submitted by their own school and accepted by its mentor, later', () => {
    for (const { owner, by, at, accepted } of returns) {
      expect(person(by).owner).toBe(owner);
      if (accepted === undefined) continue;
      expect(person(accepted.by).schools).toContain(owner);
      expect(accepted.at > at).toBe(true);
    }
  });

  test.each(returns.map((each) => [each.owner, each] as const))('%s has no error', (_owner, { content }) => {
    expect(checkContent(selfReview, round, content).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(returns.map((each) => [each.owner, each] as const))(
    '%s has every warning explained, and explains nothing else',
    (_owner, { content }) => {
      const issues = checkContent(selfReview, round, content);
      expect(openWarnings(issues, content.explanations)).toEqual([]);
      expect(issues.filter(({ severity }) => severity === 'warning')).toHaveLength(content.explanations.length);
    },
  );

  test('use only statements, fields and terms that are there', () => {
    const keys = new Set(fixedRows(selfReview).map(({ key }) => key));
    const fields = new Set(selfReview.fields.map(({ id }) => id));
    const terms = selfReview.fields.filter(({ kind }) => kind === 'term').flatMap((field) => choicesOf(field, round));
    for (const { key, values } of returns.flatMap(({ content }) => content.rows)) {
      expect(keys).toContain(key);
      for (const field of Object.keys(values)) expect(fields).toContain(field);
      if (values['target-term']) expect(terms.map(({ label }) => label)).toContain(values['target-term']);
    }
  });

  test('carry all the evidence and actions that are written down for them', () => {
    const sentences = returns.flatMap(({ content }) =>
      content.rows.flatMap(({ values }) => values['evidence'] ?? []),
    );
    expect(sentences).toHaveLength(49);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test('are typed as schools type: some as the list has it, one in bare numbers', () => {
    const levels = (owner: string) =>
      returns.find((each) => each.owner === owner)!.content.rows.map(({ values }) => typeof values['level']);
    expect(new Set(levels(demoSchools.pellbrook))).toEqual(new Set(['number']));
    expect(new Set(levels(demoSchools.wexbourne))).toEqual(new Set(['string']));
  });

  test('are made anew each time, and the same', () => {
    expect(demoReturns()).toEqual(returns);
  });
});

describe('The findings of the accepted demo returns lean as the update of June 2009 says', () => {
  const accepted = returns.filter((each) => each.accepted !== undefined);
  const findings = selfReview.measures.filter((measure) => measure.kind === 'finding');
  const tallier = tallierOf(selfReview, round);
  const all = accepted.reduce((total, { content }) => {
    const sum = addTallies(total, tallier.of(content));
    if (!sum.ok) throw new Error('they do not add up');
    return sum.value;
  }, tallier.nothing);
  const tally = (id: string) => findingOf(tallier, all, id);

  test.each([
    ['departments-apart', 5, 5],
    ['little-careers-contact', 5, 5],
    ['enrichment-not-evaluated', 4, 5],
    // The engineering college is not in the base.
    ['no-engineering-strategy', 4, 4],
    ['little-training', 4, 5],
    ['parents-not-involved', 5, 5],
    ['want-to-progress', 4, 5],
    ['more-than-recognised', 4, 5],
    ['stem-groups', 2, 5],
    ['stem-co-ordinators', 2, 5],
    ['enrichment-widespread', 4, 5],
    ['keen-on-partners', 4, 5],
  ])('%s: %i of %i', (id, count, base) => {
    expect(tally(id)).toEqual({ count, base });
  });

  test('every quantity word is deserved, where it can be told', () => {
    const undeserved = findings.filter(({ id, quantity }) => quantity && deserves(quantity, tally(id)) === false);
    expect(undeserved.map(({ id }) => id)).toEqual([]);
  });
});
