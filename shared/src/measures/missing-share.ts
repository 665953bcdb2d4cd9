import { add, div } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_FEATURE } from '../promql/reference.ts';
import { featuresOf, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

/**
 * Share of rows in which a feature was null, undefined or NaN.
 *
 * @param missing - problems of kind `missing`
 * @param invalid - problems of kind `invalid`
 * @param observations - values that fell into a bin
 * @returns NaN where nothing was seen
 */
export function missingShareOf(missing: number, invalid: number, observations: number): number {
  return missing / (observations + missing + invalid);
}

function expression(query: MeasureQuery): Expression {
  const problems = (...kinds: string[]): Expression =>
    counted(
      series(counterSeries(METRICS.featureProblems), { ...featuresOf(query), [ATTRIBUTES.featureProblem]: kinds }),
      query,
      PER_FEATURE,
    );
  const observations = counted(
    series(counterSeries(METRICS.featureObservations), featuresOf(query)),
    query,
    PER_FEATURE,
  );
  // Only missing and invalid values stay out of the bins: the other problems are in the observations already.
  return div(problems('missing'), enough(add(observations, problems('missing', 'invalid')), query));
}

export const missingShare: Measure = {
  id: 'missing-share',
  name: 'Missing share',
  description: 'Share of rows in which a feature arrives as null, undefined or NaN. A pipeline fault shows here first.',
  definition: 'missing / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_not_be_null',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: expression,
};
