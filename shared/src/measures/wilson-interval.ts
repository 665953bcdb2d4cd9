import { add, and, div, mul, n, sqrt, sub } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { DEFAULT_SIGNIFICANCE, type MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from './measure.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Interval in which the true share lies with probability 1 − significance, given `hits` of `trials`. It holds for few
 * trials and for shares near 0 and 1 too, where the usual interval fails.
 *
 * Source: Wilson, Journal of the American Statistical Association 22 (1927), 209–212, without continuity correction.
 *
 * @returns lower and upper end; NaN without trials
 */
export function wilsonInterval(
  hits: number,
  trials: number,
  significance: number = DEFAULT_SIGNIFICANCE,
): readonly [lower: number, upper: number] {
  const z = normalQuantile(1 - significance / 2);
  const share = hits / trials;
  const middle = (share + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return [middle - half, middle + half];
}

/** One end of it in PromQL; nothing with too few trials. */
export function wilsonExpression({ hits, trials }: Rate, side: 'lower' | 'upper', query: MeasureQuery): Expression {
  const z = normalQuantile(1 - (query.significance ?? DEFAULT_SIGNIFICANCE) / 2);
  // With k of n: (k + z²/2 ± z sqrt(k (n − k) / n + z²/4)) / (n + z²), which names the counts least often.
  const middle = add(hits, n(z ** 2 / 2));
  const half = mul(n(z), sqrt(add(div(mul(hits, sub(trials, hits)), trials), n(z ** 2 / 4))));
  const end = side === 'lower' ? sub(middle, half) : add(middle, half);
  return and(div(end, add(trials, n(z ** 2))), enough(trials, query));
}
