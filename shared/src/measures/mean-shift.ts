import { div, gt, n, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_FEATURE, reference } from '../promql/reference.ts';
import { featuresOf, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

/**
 * How far the mean of the window lies from the reference mean, in standard deviations of the reference.
 *
 * @param above - sum of what values lie above the reference mean
 * @param below - sum of what values lie below it, positive
 * @param observations - values in the window
 * @returns NaN without observations, and for a feature that was constant
 */
export function meanShiftOf(above: number, below: number, observations: number, standardDeviation: number): number {
  return observations > 0 && standardDeviation > 0 ? (above - below) / observations / standardDeviation : NaN;
}

function expression(query: MeasureQuery): Expression {
  const features = featuresOf(query);
  const side = (name: string): Expression =>
    counted(
      series(counterSeries(METRICS.featureDeviation), { ...features, [ATTRIBUTES.deviationSide]: [name] }),
      query,
      PER_FEATURE,
    );
  const observations = counted(series(counterSeries(METRICS.featureObservations), features), query, PER_FEATURE);
  const scale = gt(reference(METRICS.referenceFeatureStddev, query, features, PER_FEATURE), n(0));
  return div(div(sub(side('above'), side('below')), enough(observations, query)), scale);
}

export const meanShift: Measure = {
  id: 'mean-shift',
  name: 'Mean shift',
  description: 'How far the mean of a numeric feature has moved from its training data, in standard deviations.',
  definition: '(mean in the window − mean of the reference) / standard deviation of the reference',
  source: 'Cohen’s d with the reference’s standard deviation (Glass’s Δ, 1976)',
  unit: 'index',
  subject: 'feature',
  worse: 'neither',
  legend: () => '{{ml_feature_name}}',
  promql: expression,
};
