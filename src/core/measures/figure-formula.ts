import type { FieldId } from '../ids.ts';
import { fixedRows } from '../instrument/instrument.ts';
import type { Measured } from './measured.ts';
import { figureKey } from './sum-key.ts';
import type { Criterion, Figure, MeasureTerms, Sum } from './sums.ts';

/** What figures are written in. */
export interface FigureWriter {
  readonly terms: MeasureTerms;
  readonly measured: Measured;
  /** The cell in which a figure, by its key, stands already. */
  readonly standing: ReadonlyMap<string, string>;
}

/**
 * A figure as an expression of numbers. A part that stands in a cell is referred to, so that formulas stay short and can be
 * followed; a ratio without a base is "", and so is all that is made of it.
 */
export const figureFormula = (figure: Figure, writer: FigureWriter): string => {
  const part = (one: Figure) => writer.standing.get(figureKey(one)) ?? figureFormula(one, writer);
  if ('sum' in figure) return sumFormula(figure.sum, writer);
  if ('plus' in figure) return figure.plus.length === 0 ? '0' : `(${figure.plus.map(part).join('+')})`;
  if ('ratio' in figure) {
    const [above, below] = figure.ratio.map(part);
    return `IF(${below}=0,"",${above}/${below})`;
  }
  const [from, taken] = figure.minus.map(part);
  const difference = `(${from}-${taken})`;
  return figure.minus.some(maybeNothing) ? `IFERROR(${difference},"")` : difference;
};

const maybeNothing = (figure: Figure): boolean =>
  'ratio' in figure ||
  ('minus' in figure && figure.minus.some(maybeNothing)) ||
  ('plus' in figure && figure.plus.some(maybeNothing));

const sumFormula = (sum: Sum, writer: FigureWriter): string => {
  const { terms, measured } = writer;
  switch (sum.kind) {
    case 'count':
      return `COUNTIFS(${pairsOf(sum.criteria, terms).join(',')})`;
    case 'total':
      return totalFormula(sum.field, sum.criteria, writer);
    case 'asked': {
      const rows = fixedRows(measured.instrument).filter(
        ({ group }) => sum.group === undefined || group === sum.group,
      );
      return terms.returns === undefined ? String(rows.length) : `${rows.length}*${terms.returns}`;
    }
    case 'once':
      return `SUM(${terms.once(sum.field)})`;
    case 'given': {
      const given = sum.fields.map((field) => `ISNUMBER(${terms.once(field)})*1`);
      return `SUMPRODUCT((${given.join('+')}>0)*1)`;
    }
    default:
      throw new Error(`No formula says ${sum.kind}`);
  }
};

/** Of choices each value times how many made it: sheets need no column of values then. */
const totalFormula = (field: FieldId, criteria: readonly Criterion[], writer: FigureWriter): string => {
  const valued = writer.measured
    .choices(field)
    .flatMap(({ code, value }) => (value === undefined ? [] : [{ code, value }]));
  if (valued.length === 0)
    return `SUMIFS(${[within(criteria, writer.terms).values(field), ...pairsOf(criteria, writer.terms)].join(',')})`;
  const parts = valued.map(({ code, value }) => {
    const sum: Sum = { kind: 'count', criteria: [...criteria, { field, code }] };
    return `${value}*${writer.standing.get(figureKey({ sum })) ?? sumFormula(sum, writer)}`;
  });
  return `(${parts.join('+')})`;
};

/** The terms over the group that is asked for, where groups stand apart. */
const within = (criteria: readonly Criterion[], terms: MeasureTerms): MeasureTerms => {
  const group = criteria.find((criterion) => 'group' in criterion);
  return group === undefined ? terms : (terms.inGroup?.(group.group) ?? terms);
};

const pairsOf = (criteria: readonly Criterion[], terms: MeasureTerms): readonly string[] => {
  const inside = within(criteria, terms);
  const pairs = criteria.flatMap((criterion) => {
    if ('group' in criterion) return inside === terms ? [terms.group(criterion.group)] : [];
    if ('given' in criterion) return [inside.given(criterion.given)];
    return ['code' in criterion ? inside.chose(criterion.field, criterion.code) : inside.answered(criterion.field)];
  });
  return [...new Set([inside.counted, ...pairs])].filter((pair) => pair !== '');
};
