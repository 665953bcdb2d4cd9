import { add, div } from '@grafana/promql-builder';
import { expectedNegatives, expectedPositives, type CountsByBin } from '../../promql/calibrated-scores.ts';
import type { Expression } from '../../promql/expression.ts';
import { PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { estimatedAccuracy as accuracyOf } from '../../statistics/estimated-accuracy.ts';
import { estimatedMeasure } from '../../templates/estimated-measure.ts';

/** The estimate in PromQL, of predictions or of the held-out rows. */
export function estimatedAccuracyExpression(query: MeasureQuery, counts: CountsByBin): Expression {
  const truePositives = sumBy(expectedPositives(counts, query, { isPredicted: true }), PER_SCORE);
  const trueNegatives = sumBy(expectedNegatives(counts, query, { isPredicted: false }), PER_SCORE);
  return div(add(truePositives, trueNegatives), sumBy(counts(query), PER_SCORE));
}

export const estimatedAccuracy = estimatedMeasure({
  id: 'estimated-accuracy',
  name: 'Estimated accuracy',
  description:
    'Share of predictions that are expected to be right, before the outcomes are known: from how often each bin of the ' +
    'score was right in held-out data. It sees other scores, not a changed meaning of the same score.',
  definition: '(Σ n_k c_k where the class is predicted + Σ n_k (1 − c_k) elsewhere) / Σ n_k',
  of: accuracyOf,
  promql: estimatedAccuracyExpression,
});
