import { add, and, div, gt, ln, mul, n, or, sub } from '@grafana/promql-builder';
import type { Comparison } from '../distributions/comparison.ts';
import type { Expression } from '../promql/expression.ts';
import { ZERO_SHARE } from '../statistics/zero-share.ts';

/** Each bin's part of the PSI in PromQL, one series a bin; nothing for a distribution with too few observations. */
export function psiContributionExpression({ live, reference, observations, distribution }: Comparison): Expression {
  // Zeros are replaced by means of the reference, which has every bin and is a cheap gauge: naming the live share
  // a second time would double the counters that are read.
  const zero = (): Expression => add(mul(reference(), n(0)), n(ZERO_SHARE));
  const c = (): Expression => or(gt(live(), n(0)), zero());
  const r = (): Expression => or(gt(reference(), n(0)), zero());
  return and(mul(sub(c(), r()), ln(div(c(), r()))), observations()).on([...distribution.per]);
}
