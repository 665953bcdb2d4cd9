import { mul, n, or } from '@grafana/promql-builder';
import type { Expression } from './expression.ts';

/** `counts`, and zero where only `others` has a series: what was never seen may have no series of its own. */
export function orZero(counts: Expression, others: Expression): Expression {
  return or(counts, mul(others, n(0)));
}
