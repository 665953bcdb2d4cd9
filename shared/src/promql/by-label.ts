import type { Expr } from '@grafana/promql-builder';

/**
 * The same expression for each value of a label by itself: every aggregation keeps the label, and every match of two sides
 * is within one value of it. What each value gives is what the expression would give if the store had its series alone.
 */
export function byLabel(expression: Expr, label: string): Expr {
  switch (expression.type) {
    case 'aggregationExpr':
      return { ...expression, by: withLabel(expression.by, label), expr: byLabel(expression.expr, label) };
    case 'binaryExpr':
      return {
        ...expression,
        left: byLabel(expression.left, label),
        right: byLabel(expression.right, label),
        // Without a list, all labels match, and so does this one.
        ...(expression.matchType === undefined ? {} : { matchLabels: withLabel(expression.matchLabels, label) }),
      };
    case 'funcCallExpr':
      return { ...expression, args: expression.args.map((argument) => byLabel(argument, label)) };
    default:
      return expression;
  }
}

function withLabel(labels: readonly string[] = [], label: string): string[] {
  return [...new Set([...labels, label])];
}
