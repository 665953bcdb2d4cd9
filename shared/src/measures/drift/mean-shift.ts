import { add, div, gt, mul, n, sqrt } from '@grafana/promql-builder';
import { featureMoments, type FeatureMoments } from '../../counts/feature-moments.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { meanShiftOf } from '../../statistics/mean-shift.ts';
import { correctedQuantile, correctedQuantileFor } from '../../statistics/corrected-quantile.ts';
import { DEFAULT_SIGNIFICANCE } from '../../statistics/significance.ts';
import { correctedQuantileExpression } from '../../templates/corrected-quantile-expression.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { momentExpressions } from '../../templates/moment-expressions.ts';

/** Means differ by chance in both directions, each with half the probability. */
const ofOneSide = ({ significance = DEFAULT_SIGNIFICANCE }: MeasureQuery): number => significance / 2;

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
    of: ({ observations, baseline }, query, together) => {
      const errors = correctedQuantile(ofOneSide(query), together());
      return whenEnough(errors * Math.sqrt(1 / observations + 1 / baseline.observations), observations, query);
    },
    promql: (query, together) => {
      const { observations, baselineObservations } = momentExpressions(query);
      const error = sqrt(add(div(n(1), atLeastMinimum(observations, query)), div(n(1), baselineObservations)));
      if (together === undefined) return mul(error, n(correctedQuantileFor(ofOneSide(query)).single));
      return mul(error, correctedQuantileExpression(ofOneSide(query), together))
        .on([...together.per])
        .groupLeft([]);
    },
  },
});
