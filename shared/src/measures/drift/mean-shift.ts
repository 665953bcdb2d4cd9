import { add, div, gt, mul, n, sqrt } from '@grafana/promql-builder';
import { featureMoments, type FeatureMoments } from '../../counts/feature-moments.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { meanShiftOf } from '../../statistics/mean-shift.ts';
import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { DEFAULT_SIGNIFICANCE } from '../../statistics/significance.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { momentExpressions } from '../../templates/moment-expressions.ts';

/** Standard errors by which the means of two samples differ by chance, at the query's significance. */
const deviations = ({ significance = DEFAULT_SIGNIFICANCE }: MeasureQuery): number =>
  normalQuantile(1 - significance / 2);

export const meanShift = defineMeasure({
  id: 'mean-shift',
  name: 'Mean shift',
  description: 'Difference between the mean of a numeric feature and the mean of its baseline, in standard deviations.',
  definition: '(mean in the window − mean of the baseline) / standard deviation of the baseline',
  source: 'Cohen’s d with the baseline’s standard deviation (Glass’s Δ, 1976)',
  family: 'drift',
  unit: 'index',
  subject: 'feature',
  worse: 'neither',
  inputs: ['model', 'version', 'feature', 'baseline', 'minimumObservations', 'significance'],
  counts: featureMoments,
  value: {
    of: ({ mean, observations, baseline }: FeatureMoments, query) =>
      whenEnough(meanShiftOf(mean, baseline.mean, baseline.standardDeviation), observations, query),
    promql: (query) => {
      const { difference, standardDeviation } = momentExpressions(query);
      return div(difference, gt(standardDeviation, n(0)));
    },
  },
  observations: { of: ({ observations }) => observations, promql: (query) => momentExpressions(query).observations },
  criticalValue: {
    of: ({ observations, baseline }, query) =>
      whenEnough(deviations(query) * Math.sqrt(1 / observations + 1 / baseline.observations), observations, query),
    promql: (query) => {
      const { observations, baselineObservations } = momentExpressions(query);
      return mul(
        sqrt(add(div(n(1), atLeastMinimum(observations, query)), div(n(1), baselineObservations))),
        n(deviations(query)),
      );
    },
  },
});
