import { clampMax, clampMin, div, gt, mul, n, sub, sum } from '@grafana/promql-builder';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { outcomesFromBin, PER_SCORE, PER_SCORE_BIN, scoredOutcomes } from './outcome-scores.ts';

/** Positives among the share of outcomes with the highest scores; of the bin in which it ends, the part that it takes. */
export function topPositives(query: MeasureQuery, share: number): Expression {
  const own = (): Expression => scoredOutcomes(query, 'all', PER_SCORE_BIN);
  const above = sub(outcomesFromBin(query), own());
  const left = sub(mul(above, n(-1)), mul(scoredOutcomes(query), n(-share)))
    .on([...PER_SCORE])
    .groupLeft([]);
  const taken = clampMax(clampMin(div(left, gt(own(), n(0))), 0), 1);
  return sum(mul(scoredOutcomes(query, 'positives', PER_SCORE_BIN), taken)).by([...PER_SCORE]);
}
