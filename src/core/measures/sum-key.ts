import type { Criterion, Figure, Sum } from './sums.ts';

/** A text for a criterion; two criteria are the same exactly when their texts are. */
export const criterionKey = (criterion: Criterion): string => {
  if ('group' in criterion) return JSON.stringify(['group', criterion.group]);
  if ('given' in criterion) return JSON.stringify(['given', criterion.given]);
  return JSON.stringify(
    'code' in criterion ? ['code', criterion.field, criterion.code] : ['answered', criterion.field],
  );
};

/** A text for a sum; the order and repetition of its criteria make no difference. */
export const sumKey = (sum: Sum): string => {
  switch (sum.kind) {
    case 'count':
      return `count${criteriaKey(sum.criteria)}`;
    case 'total':
    case 'squares':
      return `${sum.kind} ${JSON.stringify(sum.field)}${criteriaKey(sum.criteria)}`;
    case 'asked':
      return `asked ${JSON.stringify(sum.group ?? null)}`;
    case 'once':
      return `once ${JSON.stringify(sum.field)}`;
    case 'given':
      return `given ${JSON.stringify(sum.fields)}`;
    case 'told':
    case 'shows':
      return `${sum.kind} ${JSON.stringify(sum.finding)}`;
  }
};

const criteriaKey = (criteria: readonly Criterion[]): string =>
  [...new Set(criteria.map(criterionKey))].sort().join('');

/** A text for a figure, by which one that stands somewhere already is found again. */
export const figureKey = (figure: Figure): string => {
  if ('sum' in figure) return sumKey(figure.sum);
  if ('plus' in figure) return `(${figure.plus.map(figureKey).join(' + ')})`;
  if ('minus' in figure) return `(${figure.minus.map(figureKey).join(' - ')})`;
  return `(${figure.ratio.map(figureKey).join(' / ')})`;
};
