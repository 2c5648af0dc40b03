import { onceKey } from '#core/instrument/instrument.ts';
import { offerOf, rowsInHand } from '#core/rules/row-in-hand.ts';
import { checkContent } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { demoProgramme } from '#definitions/demo-programme.ts';
import { pilotProgramme, pilotRegister, pilotRounds, pilotSchools } from '#definitions/pilot/pilot-programme.ts';
import { pilotReturns } from '#definitions/pilot/pilot-returns.ts';
import { pilotStanding } from '#definitions/pilot/pilot-standing.ts';

const returns = pilotReturns();
const roundOf = (id: string) => pilotProgramme.rounds.find((round) => round.id === id)!;
const inRound = (id: string) => returns.filter(({ round }) => round === id);
/** As the server would know them: the round, and the schools that the register offers. */
const circumstancesOf = (id: string) => ({ ...roundOf(id), schools: pilotRegister });

describe('The pilot sample', () => {
  test('says of itself and of every school, mentor and round that it is invented', () => {
    expect(pilotProgramme.synthetic).toBe(true);
    expect(pilotProgramme.notice).toMatch(/synthetic/i);
    expect(pilotProgramme.owners.filter(({ name }) => !name.endsWith('(invented)'))).toEqual([]);
    expect(pilotProgramme.rounds.filter(({ title }) => !title.endsWith('(synthetic)'))).toEqual([]);
  });

  test('has 28 schools, all with URNs of the test range, and three mentors', () => {
    expect(pilotSchools).toEqual(Array.from({ length: 28 }, (_, at) => `${999001 + at}`));
    expect(pilotProgramme.owners.filter(({ kind }) => kind === 'mentor')).toHaveLength(3);
  });

  test('no two schools have one name, and those of the demo keep theirs', () => {
    const names = pilotProgramme.owners.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(pilotProgramme.owners).toEqual(expect.arrayContaining([...demoProgramme.owners]));
  });

  test('lets one mentor look after each school', () => {
    const looked = pilotProgramme.people.flatMap(({ schools = [] }) => schools);
    expect([...looked].sort()).toEqual([...pilotSchools].sort());
  });

  test('is made anew each time, and the same', () => {
    expect(pilotReturns()).toEqual(returns);
  });
});

describe('Its returns', () => {
  test('are accepted after they were submitted, by the school’s mentor; a mentor’s own by the project team', () => {
    for (const { owner, at, accepted } of returns) {
      if (accepted === undefined) continue;
      expect(accepted.at > at).toBe(true);
      const reviewer = pilotProgramme.people.find(({ id }) => id === accepted.by)!;
      if (owner.startsWith('M-')) expect(reviewer.role).toBe('project-team');
      else expect(reviewer.schools).toContain(owner);
    }
  });

  test('were sent while their round was open', () => {
    for (const { round, at } of returns) {
      expect(at >= roundOf(round).opens).toBe(true);
      expect(at < (roundOf(round).closes ?? '9999')).toBe(true);
    }
  });

  test.each(Object.entries(pilotRounds))('in %s have no error, and no warning that is not explained', (_name, id) => {
    const instrument = instrumentByRef(roundOf(id).instrument)!;
    expect(inRound(id)).not.toEqual([]);
    for (const { owner, content } of inRound(id)) {
      const issues = checkContent(instrument, circumstancesOf(id), content);
      expect([owner, issues.filter(({ severity }) => severity === 'error')]).toEqual([owner, []]);
      expect([owner, openWarnings(issues, content.explanations)]).toEqual([owner, []]);
    }
  });

  test.each(Object.entries(pilotRounds))('in %s hold nothing but what is understood', (_name, id) => {
    const instrument = instrumentByRef(roundOf(id).instrument)!;
    const offer = offerOf(instrument, circumstancesOf(id));
    for (const { owner, content } of inRound(id)) {
      const strange = rowsInHand(instrument, content.rows, offer).flatMap((row) =>
        instrument.fields
          .filter((field) => row.filled(field.id) && !row.meaning(field.id).understood)
          .map((field) => [owner, row.key, field.id, row.cell(field.id)]),
      );
      expect(strange).toEqual([]);
    }
  });

  test('of the survey number the pupils and tell nothing else of who they are', () => {
    for (const id of [pilotRounds.firstSurvey, pilotRounds.secondSurvey])
      for (const { content } of inRound(id)) {
        const keys = content.rows.map(({ key }) => key).filter((key) => key !== onceKey);
        expect(keys).toEqual(keys.map((_, at) => `${at + 1}`));
      }
  });

  test('of the survey are typed in more than one hand', () => {
    const sexes = inRound(pilotRounds.firstSurvey).flatMap(({ content }) =>
      content.rows.flatMap(({ values }) => values['sex'] ?? []),
    );
    expect(new Set(sexes)).toEqual(new Set(['Male', 'Female', 'M', 'F', 'Boy', 'Girl']));
  });

  test('of the survey come from schools of different sizes and leanings', () => {
    const sizes = inRound(pilotRounds.firstSurvey).map(({ content }) => content.rows.length);
    expect(Math.max(...sizes)).toBeGreaterThan(2 * Math.min(...sizes));
  });
});

test('of two revisions of a school the last accepted one counts, as at the day asked for', () => {
  const twice = inRound(pilotRounds.selfReview).filter(({ owner }) => owner === '999012');
  const counting = (at: string) =>
    pilotStanding(returns, pilotRounds.selfReview, at).accepted.find(({ owner }) => owner === '999012');
  expect(twice).toHaveLength(2);
  expect(counting('2009-02-20T00:00:00.000Z')).toBeUndefined();
  expect(counting('2009-06-01T00:00:00.000Z')).toBe(twice[0]);
  // Submitted on 10 June, accepted on 17 June.
  expect(counting('2009-06-15T00:00:00.000Z')).toBe(twice[0]);
  expect(counting('2009-06-18T00:00:00.000Z')).toBe(twice[1]);
});

test('contacts are returned by all three mentors, and accepted of two', () => {
  const { enlisted, returned, accepted } = pilotStanding(returns, pilotRounds.contacts, '2009-06-30T00:00:00.000Z');
  expect([enlisted, returned, accepted].map(({ length }) => length)).toEqual([3, 3, 2]);
});
