import { add, and, div, mul, n, sqrt, sub } from '@grafana/promql-builder';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import type { Rate } from '../statistics/rate.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';

/** One end of the Wilson interval in PromQL; nothing with too few observations. */
export function wilsonExpression(
  { numerator, denominator }: Rate<Expression>,
  side: 'lower' | 'upper',
  query: MeasureQuery,
): Expression {
  const z = normalQuantile(1 - (query.significance ?? DEFAULT_SIGNIFICANCE) / 2);
  // With k of n: (k + z²/2 ± z sqrt(k (n − k) / n + z²/4)) / (n + z²), which names the counts least often.
  const middle = add(numerator, n(z ** 2 / 2));
  const half = mul(n(z), sqrt(add(div(mul(numerator, sub(denominator, numerator)), denominator), n(z ** 2 / 4))));
  const end = side === 'lower' ? sub(middle, half) : add(middle, half);
  return and(div(end, add(denominator, n(z ** 2))), atLeastMinimum(denominator, query));
}
