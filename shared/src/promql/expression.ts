import type { Expr } from '@grafana/promql-builder';

/** Any part of a query that can stand inside another; `toPromql(expression.build())` gives its PromQL. */
export interface Expression {
  build(): Expr;
}
