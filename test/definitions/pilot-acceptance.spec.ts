import { consolidate, findingOf } from '#core/consolidation/consolidate.ts';
import type { RoundId } from '#core/ids.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { deserves } from '#core/measures/quantity.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { pilotProgramme, pilotRounds } from '#definitions/pilot/pilot-programme.ts';
import { pilotReturns } from '#definitions/pilot/pilot-returns.ts';
import { pilotStanding } from '#definitions/pilot/pilot-standing.ts';
import { selfReview } from '#definitions/self-review.ts';

/**
 * The programme's update of June 2009, printed again from the synthetic sample: school by school tallied, added up, and
 * worked out by the instruments' own measures.
 */
const returns = pilotReturns();
const endOfJune2009 = '2009-06-30T23:00:00.000Z';

/** The accepted returns of a round as at an instant, added up. */
const consolidated = (id: RoundId, at: string) => {
  const round = pilotProgramme.rounds.find((candidate) => candidate.id === id)!;
  const instrument = instrumentByRef(round.instrument)!;
  const tallier = tallierOf(instrument, round);
  const standing = pilotStanding(returns, id, at);
  const owners = standing.accepted.map(({ owner, content }) => ({
    owner,
    name: '',
    state: 'accepted' as const,
    accepted: { revision: 1, receipt: '', content },
  }));
  const tally = consolidate({ instrument, round, owners }, tallier);
  const tables = compileMeasures(instrument, round).map((table) => figuresOf(table, tallier.sums, tally.sums));
  const table = (measure: string) => {
    const found = tables.find((candidate) => candidate.measure === measure);
    if (found === undefined) throw new Error(`no measure ${measure}`);
    return found;
  };
  return {
    standing,
    table,
    finding: (measure: string) => findingOf(tallier, tally, measure),
    /** One figure, by the headings of its line and column. */
    figure: (measure: string, line: string, column: string) => {
      const { lines, columns } = table(measure);
      const cells = lines.find(({ label }) => label === line)?.cells;
      return cells?.[columns.findIndex(({ label }) => label === column)];
    },
  };
};

/** As it is printed: a per cent with so many digits behind the point. */
const percent = (share: number | undefined, digits = 0): string => `${((share ?? NaN) * 100).toFixed(digits)}%`;

const survey = consolidated(pilotRounds.firstSurvey, endOfJune2009);
const share = (measure: string, line = 'Total') => survey.figure(measure, line, 'Share');

/** The choices of a list of the top, from the one made most often down. */
const ranking = (measure: string): readonly string[] => {
  const { lines, columns } = survey.table(measure);
  const at = columns.findIndex(({ label }) => label === 'Number');
  return [...lines].sort((a, b) => (b.cells[at] ?? 0) - (a.cells[at] ?? 0)).map(({ label }) => label);
};

describe('The returns of the attitude survey', () => {
  test('28 schools take part, and all of them have returned it', () => {
    expect(survey.standing.enlisted).toHaveLength(28);
    expect(survey.standing.returned).toHaveLength(28);
  });

  test('are those of the update’s table', () => {
    const { columns, lines } = survey.table('returns');
    const shown = columns.map(({ role }) => role !== 'unknown');
    const printed = [
      ['', ...columns.map(({ label }) => label)].filter((_, at) => at === 0 || shown[at - 1]),
      ...lines
        .filter(({ role }) => role !== 'unknown')
        .map(({ label, cells }) => [label, ...cells.filter((_, at) => shown[at])]),
    ];
    expect(printed).toEqual([
      ['', 'Year 7', 'Year 9', 'Total'],
      ['Males', 1029, 920, 1949],
      ['Females', 1142, 982, 2124],
      ['Total', 2171, 1902, 4073],
    ]);
  });

  test('hold nobody whose year group or sex is unknown', () => {
    expect(survey.figure('returns', 'Unknown', 'Total')).toBe(0);
    expect(survey.figure('returns', 'Total', 'Unknown')).toBe(0);
  });

  test('have a response rate for each year group', () => {
    for (const year of ['Year 7', 'Year 9']) {
      const rate = survey.figure('response-rate', year, 'Rate');
      expect(rate).toBeGreaterThan(0.66);
      expect(rate).toBeLessThan(1);
    }
    expect(survey.figure('response-rate', 'Total', 'Number')).toBe(4073);
  });
});

describe('Key findings of the attitude survey', () => {
  test('mathematics and science are recognised as important for a good job, mathematics most', () => {
    const important = ['science', 'd-and-t', 'ict', 'english'].map((subject) => share(`important-${subject}`)!);
    expect(share('important-maths')).toBeGreaterThan(Math.max(...important));
    expect(important[0]).toBe(Math.max(...important));
    expect(important[0]).toBeGreaterThan(0.7);
  });

  test('more than half are interested in STEM careers', () => {
    expect(share('interested-share')).toBeGreaterThan(0.5);
  });

  test('84% wish to learn more about careers in at least one of the STEM fields', () => {
    expect(percent(share('at-least-one-share'))).toBe('84%');
    expect(survey.figure('at-least-one-share', 'Total', 'Out of')).toBeGreaterThan(4000);
  });

  test('most would ask family, almost 80%, then subject teachers and careers teachers, about 50%', () => {
    expect(ranking('top-asked').slice(0, 3)).toEqual([
      'My family',
      'My subject teachers',
      'Careers teachers at school',
    ]);
    expect(share('ask-family')).toBeLessThan(0.8);
    expect(['ask-family', 'ask-subject-teachers', 'ask-careers-teachers'].map((one) => percent(share(one)))).toEqual([
      '80%',
      '50%',
      '50%',
    ]);
  });

  test('PE, Art, and Design and Technology are the most popular subjects overall', () => {
    expect(ranking('top-favourites').slice(0, 4)).toEqual([
      'Physical education (PE)',
      'Art and design',
      'Design and technology',
      'Science',
    ]);
  });

  test.each([
    ['science', 'Year 7', 0, '33%'],
    ['science', 'Year 9', 0, '27%'],
    ['mathematics', 'Year 7', 1, '20.4%'],
    ['mathematics', 'Year 9', 1, '19.7%'],
  ])('%s is a favourite subject in %s for the update’s share', (subject, year, digits, printed) => {
    expect(percent(share(`favourite-${subject}`, year), digits)).toBe(printed);
  });

  describe.each(['maths', 'science', 'd-and-t', 'ict'])('of the STEM subjects %s', (subject) => {
    test.each(['enjoy', 'ease'])('is rated higher by boys (%s), and the gap is wider in Year 9', (rating) => {
      const gap = (year: string) => survey.figure(`gap-${rating}-${subject}`, year, 'Males − Females')!;
      expect(gap('Year 7')).toBeGreaterThan(0.1);
      expect(gap('Year 9')).toBeGreaterThan(gap('Year 7') + 0.1);
    });
  });
});

describe('The self-reviews up to June 2009', () => {
  const june = consolidated(pilotRounds.selfReview, endOfJune2009);
  const summer = consolidated(pilotRounds.selfReview, '2009-08-31T23:00:00.000Z');
  const before = consolidated(pilotRounds.selfReview, '2009-03-31T23:00:00.000Z');
  const findings = selfReview.measures.filter((measure) => measure.kind === 'finding');
  const ofBase = ({ count, base }: { count: number; base: number }) => `${count} of ${base}`;

  test('enlisted, returned and accepted are three numbers', () => {
    const numbers = ({ standing: { enlisted, returned, accepted } }: typeof june) =>
      [enlisted, returned, accepted].map(({ length }) => length);
    expect(numbers(june)).toEqual([28, 14, 12]);
    expect(numbers(summer)).toEqual([28, 14, 14]);
    expect(numbers(before)).toEqual([28, 7, 5]);
  });

  test('show six barriers and six positive indicators', () => {
    expect(findings.map(({ id, direction }) => [direction, id, ofBase(summer.finding(id))])).toEqual([
      ['barrier', 'departments-apart', '13 of 14'],
      ['barrier', 'little-careers-contact', '13 of 14'],
      ['barrier', 'enrichment-not-evaluated', '13 of 14'],
      // The engineering college is not in the base.
      ['barrier', 'no-engineering-strategy', '11 of 13'],
      ['barrier', 'little-training', '13 of 14'],
      ['barrier', 'parents-not-involved', '13 of 14'],
      ['indicator', 'want-to-progress', '11 of 14'],
      ['indicator', 'more-than-recognised', '10 of 14'],
      ['indicator', 'stem-groups', '5 of 14'],
      ['indicator', 'stem-co-ordinators', '6 of 14'],
      ['indicator', 'enrichment-widespread', '12 of 14'],
      ['indicator', 'keen-on-partners', '12 of 14'],
    ]);
  });

  test.each([
    ['in June, of those accepted by then', june],
    ['in the summer, of all', summer],
  ])('deserve every quantity word %s', (_when, standing) => {
    const worded = findings.flatMap(({ id, quantity }) => (quantity === undefined ? [] : [{ id, quantity }]));
    expect(worded).toHaveLength(8);
    for (const { id, quantity } of worded)
      expect([id, deserves(quantity, standing.finding(id), undefined, before.finding(id))]).toEqual([id, true]);
  });

  test('the STEM co-ordinators are more than at the end of March, at schools that had returned then too', () => {
    expect(ofBase(before.finding('stem-co-ordinators'))).not.toBe(ofBase(june.finding('stem-co-ordinators')));
    const revisions = returns.filter(({ round }) => round === pilotRounds.selfReview);
    const updated = revisions.filter(({ owner }) => revisions.filter((each) => each.owner === owner).length > 1);
    expect(new Set(updated.map(({ owner }) => owner)).size).toBe(2);
  });
});

describe('The second wave, Autumn 2010', () => {
  const second = consolidated(pilotRounds.secondSurvey, '2011-01-31T00:00:00.000Z');

  test('asked Year 9 only', () => {
    expect(second.figure('returns', 'Total', 'Year 7')).toBe(0);
    expect(second.figure('returns', 'Total', 'Year 9')).toBe(second.figure('returns', 'Total', 'Total'));
  });

  test('has fewer returned than enlisted, and fewer accepted than returned', () => {
    const { enlisted, returned, accepted } = second.standing;
    expect([enlisted.length, returned.length, accepted.length]).toEqual([28, 21, 19]);
  });

  test('has pupils who prefer not to say their sex: they are counted as unknown', () => {
    expect(second.figure('returns', 'Unknown', 'Total')).toBeGreaterThan(0);
  });
});
