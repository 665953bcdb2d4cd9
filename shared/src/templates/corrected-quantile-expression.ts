import { add, ln, mul, n, sqrt, sub } from '@grafana/promql-builder';
import type { Together } from '../distributions/compared-together.ts';
import type { Expression } from '../promql/expression.ts';
import { correctedQuantileFor } from '../statistics/corrected-quantile.ts';

/** `correctedQuantile` in PromQL, by the labels of what is asked together. */
export function correctedQuantileExpression(significance: number, together: Together): Expression {
  return add(quantileIncrease(significance, together), n(correctedQuantileFor(significance).single));
}

/** By how much that quantile is larger than the quantile for one comparison. */
export function quantileIncrease(significance: number, { count }: Together): Expression {
  const { start, coefficients } = correctedQuantileFor(significance);
  const [first, second, third] = coefficients;
  const s = (): Expression => sub(sqrt(add(mul(ln(count()), n(2)), n(start ** 2))), n(start));
  return mul(s(), add(mul(s(), add(mul(s(), n(third)), n(second))), n(first)));
}
