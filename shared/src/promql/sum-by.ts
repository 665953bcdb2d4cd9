import { sum } from '@grafana/promql-builder';
import type { Expression } from './expression.ts';

/** Sum, grouped by label names. */
export function sumBy(expression: Expression, by: readonly string[]): Expression {
  return sum(expression).by([...by]);
}
