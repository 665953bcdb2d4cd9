import { add, and, div, mul, n, pow, sqrt, sub } from '@grafana/promql-builder';
import type { Together } from '../distributions/compared-together.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { correctedQuantileFor } from '../statistics/corrected-quantile.ts';
import type { Rate } from '../statistics/rate.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';
import { correctedQuantileExpression } from './corrected-quantile-expression.ts';

/** One end of the Wilson interval in PromQL; nothing with too few observations. */
export function wilsonExpression(
  { numerator, denominator }: Rate<Expression>,
  side: 'lower' | 'upper',
  query: MeasureQuery,
  together: Together | undefined,
): Expression {
  const { significance = DEFAULT_SIGNIFICANCE } = query;
  const perSquare = (counts: Expression): Expression =>
    together === undefined
      ? mul(counts, n(correctedQuantileFor(significance / 2).single ** -2))
      : div(counts, pow(correctedQuantileExpression(significance / 2, together), n(2)))
          .on([...together.per])
          .groupLeft([]);
  // With k of n and q = 1/z²: (2kq + 1 ± sqrt(4q k (n − k) / n + 1)) / (2nq + 2), which names z least often.
  const middle = add(perSquare(mul(numerator, n(2))), n(1));
  const spread = mul(div(mul(numerator, sub(denominator, numerator)), denominator), n(4));
  const half = sqrt(add(perSquare(spread), n(1)));
  const end = side === 'lower' ? sub(middle, half) : add(middle, half);
  return and(div(end, add(perSquare(mul(denominator, n(2))), n(2))), atLeastMinimum(denominator, query));
}
