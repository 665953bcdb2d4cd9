import { labelReplace } from '@grafana/promql-builder';
import type { Expression } from './expression.ts';
import { wellFormed } from './selectors.ts';

/** The same series with `label` set to a text. */
export function labeled(expression: Expression, label: string, value: string): Expression {
  return labelReplace(expression, label, replacement(value), label, '.*');
}

/** The same series with the value of label `from` under `to` as well. */
export function copied(expression: Expression, from: string, to: string): Expression {
  return labelReplace(expression, to, '$1', from, '(.*)');
}

/** The same series with the first characters of label `from` under `to`. */
export function withPrefix(expression: Expression, from: string, to: string, length: number): Expression {
  return labelReplace(expression, to, '$1', from, `(.{${length}}).*`);
}

/** The same series with `label` set to a text where all of label `from` matches a regular expression of our own. */
export function labeledWhere(
  expression: Expression,
  label: string,
  value: string,
  from: string,
  pattern: string,
): Expression {
  return labelReplace(expression, label, replacement(value), from, pattern);
}

/** A dollar sign would name a group of the regular expression. */
function replacement(value: string): string {
  return wellFormed(value).replace(/\$/g, '$$$$');
}
