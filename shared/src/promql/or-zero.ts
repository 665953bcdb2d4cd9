import { mul, n, or } from '@grafana/promql-builder';
import type { Expression } from './expression.ts';

/** `counts`, or zero where only `others` has a series: what never occurred may have no series. */
export function orZero(counts: Expression, others: Expression): Expression {
  return or(counts, mul(others, n(0)));
}
