import { increase } from '@grafana/promql-builder';
import type { VectorExprBuilder } from '@grafana/promql-builder';
import type { Expression } from './expression.ts';

/**
 * Increase of a counter over a time window, each series for itself.
 *
 * @param window - length of the window, as a PromQL duration
 * @param offset - how long ago the window ended, as a PromQL duration; now unless given
 */
export function increaseOf(counter: VectorExprBuilder, window: string, offset?: string): Expression {
  const range = counter.range(window);
  return increase(offset === undefined ? range : range.offset(offset));
}
