import { labelToString, type BinaryExpr, type BinaryOp, type Expr, type VectorExpr } from '@grafana/promql-builder';

/** Binding strength of PromQL's operators, weakest first. Source: Prometheus documentation, operator precedence. */
const STRENGTH: readonly (readonly BinaryOp[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<=', '<', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
];

const strengthOf = (operator: BinaryOp): number => STRENGTH.findIndex((level) => level.includes(operator));

/**
 * PromQL of an expression with only the parentheses that it needs: people read this text in the query editor and in
 * alert rules. (The builder's own `toString` wraps every operand.)
 */
export function toPromql(expression: Expr): string {
  switch (expression.type) {
    case 'vectorExpr':
      return vectorText(expression);
    case 'numberLiteralExpr':
      return numberText(expression.value);
    case 'stringLiteralExpr':
      return JSON.stringify(expression.value);
    case 'funcCallExpr':
      return `${expression.function}(${expression.args.map(toPromql).join(', ')})`;
    case 'aggregationExpr':
      return `${expression.op} by (${expression.by.join(', ')}) (${toPromql(expression.expr)})`;
    case 'binaryExpr':
      return binaryText(expression);
    default:
      throw new TypeError(`No measure uses a ${expression.type} yet: add it to to-promql.ts.`);
  }
}

function vectorText(vector: VectorExpr): string {
  const labels = vector.labels.map(labelToString).join(', ');
  const range = vector.range === '' ? '' : `[${vector.range}]`;
  const offset = vector.offset === '' ? '' : ` offset ${vector.offset}`;
  return `${vector.metric}${labels === '' ? '' : `{${labels}}`}${range}${offset}`;
}

function numberText(value: number): string {
  return String(value).replace('Infinity', 'Inf');
}

function binaryText(binary: BinaryExpr): string {
  const own = strengthOf(binary.op);
  const matching = binary.matchType === undefined ? '' : ` on (${(binary.matchLabels ?? []).join(', ')})`;
  const grouping = binary.groupModifier === undefined ? '' : ` group_left ()`;
  // Operators of one level group from the left, `^` from the right: the other side needs parentheses.
  const fromRight = binary.op === '^';
  const left = operand(binary.left, fromRight ? own + 1 : own);
  const right = operand(binary.right, fromRight ? own : own + 1);
  return `${left} ${binary.op}${matching}${grouping} ${right}`;
}

function operand(expression: Expr, atLeast: number): string {
  const text = toPromql(expression);
  const weak =
    (expression.type === 'binaryExpr' && strengthOf(expression.op) < atLeast) ||
    (expression.type === 'numberLiteralExpr' && expression.value < 0);
  return weak ? `(${text})` : text;
}
